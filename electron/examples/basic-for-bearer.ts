import { bearerToken, noToken, nothingHere, reached, refusedToken } from './answers.ts';
import { defineExample, exampleDraft } from './example.ts';

const info = {
  id: 'basic-for-bearer',
  title: 'Basic sent where Bearer is wanted',
  lesson: 'The challenge names the scheme that is wanted. The token of this API is example-api-token.',
  status: 401,
  scheme: 'Basic',
} as const;

const token = 'example-api-token';

/** The password of this API is a token, and it wants it as one. Switch to Bearer and give the password as the token. */
export const basicForBearer = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      auth: { kind: 'own', scheme: 'basic', settings: { username: 'alice', password: { plain: token } } },
    }),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    const sent = bearerToken(request);
    if (sent === undefined) return noToken;
    return sent === token ? reached('alice') : refusedToken('Unknown token');
  },
});
