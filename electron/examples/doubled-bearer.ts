import { challenged, bearerToken, nothingHere, reached, refusedToken } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'doubled-bearer',
  title: 'The word Bearer twice',
  lesson: 'Copied together with the word in front of it, a token has one word too many.',
  status: 401,
  scheme: 'Bearer',
} as const;

const token = 'example-token-with-bearer-in-front';

/** Somebody pasted "Bearer …" behind the word that was there already. */
export const doubledBearer = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, typedField('Authorization', `Bearer Bearer ${token}`)),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    const sent = bearerToken(request);
    if (sent === undefined) {
      return challenged('Bearer realm="example", error="invalid_request"', { error: 'invalid_request' });
    }
    return sent === token ? reached('alice') : refusedToken('Unknown token');
  },
});
