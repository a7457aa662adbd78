import { nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'csrf',
  title: 'Anti-forgery token missing',
  lesson:
    'With a session cookie a change also needs a token that only the site’s own pages have. It is fetched by a GET.',
  status: 403,
  scheme: 'Cookie',
} as const;

const session = 'example-session-with-a-form';
const token = 'example-anti-forgery-token';

/** The session is good. Whoever asks by GET is given the token that a POST must bring, as Django does. */
export const csrf = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/orders`, {
      method: 'POST',
      body: { kind: 'text', text: '{"item": "tea"}', contentType: 'application/json' },
      ...typedField('Cookie', `session=${session}`),
    }),
  }),
  answer(request) {
    if (request.path !== '/v1/orders') return nothingHere;
    if (!(request.field('Cookie') ?? '').includes(`session=${session}`)) {
      return { status: 401, body: { detail: 'Authentication credentials were not provided.' } };
    }
    if (request.method !== 'POST') {
      return {
        status: 200,
        fields: { 'Set-Cookie': `csrftoken=${token}; Path=/${info.id}; SameSite=Lax` },
        body: { orders: [] },
      };
    }
    return request.field('X-CSRFToken') === token
      ? reached('alice')
      : { status: 403, body: { detail: 'CSRF Failed: CSRF token missing.' } };
  },
});
