import { bearerToken, basicPair, challenged, issuedToken, nothingHere, noToken, reached } from './answers.ts';
import { byOwnProfile, defineExample, exampleDraft, oauth2Profile } from './example.ts';

const info = {
  id: 'client-secret',
  title: 'The token request itself is refused',
  lesson:
    'Here it is not the API that refuses but the authorization server: invalid_client is about the client’s own secret, which is wonderland now.',
  status: 401,
  scheme: 'OAuth 2.0',
} as const;

const clientId = 'reporting';
const clientSecret = 'wonderland';

/** The secret was rolled, and the profile still has the old one. No token, so the API is not even asked. */
export const wrongClientSecret = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, byOwnProfile(info)),
    profile: oauth2Profile(info, base, 'old client secret', {
      grant: 'client-credentials',
      clientId,
      clientSecret: { plain: 'looking-glass' },
    }),
  }),
  answer(request, world) {
    if (request.path === '/token') {
      const now = world.nowSeconds();
      const inForm = `${request.form.get('client_id') ?? ''}:${request.form.get('client_secret') ?? ''}`;
      if ((basicPair(request) ?? inForm) !== `${clientId}:${clientSecret}`) {
        return challenged('Basic realm="example"', {
          error: 'invalid_client',
          error_description: 'Invalid client secret. That of this example is wonderland.',
        });
      }
      return issuedToken(world.sign({ iss: world.origin, sub: clientId, iat: now, exp: now + 300 }), {
        expires_in: 300,
      });
    }
    if (request.path !== '/v1/me') return nothingHere;
    const token = bearerToken(request);
    return token !== undefined && world.verify(token) !== undefined ? reached(clientId) : noToken;
  },
});
