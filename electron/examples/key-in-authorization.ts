import { nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft } from './example.ts';

const info = {
  id: 'key-in-authorization',
  title: 'API key in the wrong field',
  lesson: 'A right key in the wrong place is no key. The server’s answer names the field that it reads.',
  status: 401,
  scheme: 'API key',
} as const;

const key = 'example-key-4711';

/** The key is good, and the server looks for it in X-API-Key only. */
export const keyInAuthorization = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: key }, prefix: 'Bearer' } },
    }),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    return request.field('X-API-Key') === key
      ? reached('alice')
      : { status: 401, body: { message: 'Missing API key: send it in the X-API-Key header' } };
  },
});
