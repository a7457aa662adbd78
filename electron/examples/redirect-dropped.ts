import { challenged, noToken, nothingHere, reached, bearerToken } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'redirect-dropped',
  title: 'Redirect went without credentials',
  lesson: 'Credentials do not follow a redirect to another host, so the server that answers never saw them.',
  status: 401,
  scheme: 'Bearer',
} as const;

const token = 'example-token-that-is-good-everywhere';

/** The API moved to another host; the credentials did not follow. Sending them along, or using the final URL, helps. */
export const redirectDropped = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, typedField('Authorization', `Bearer ${token}`)),
  }),
  answer(request, world) {
    if (request.path === '/v1/me') {
      return {
        status: 302,
        fields: { Location: `${world.otherOrigin}/${info.id}/v2/me` },
        body: { moved: true },
      };
    }
    if (request.path !== '/v2/me') return nothingHere;
    const sent = bearerToken(request);
    if (sent === undefined) return noToken;
    return sent === token
      ? reached('alice')
      : challenged('Bearer error="invalid_token"', { error: 'invalid_token' });
  },
});
