import { guarded, issuedToken, nothingHere, refusedGrant } from './answers.ts';
import { byOwnProfile, defineExample, exampleDraft, oauth2Profile } from './example.ts';

const info = {
  id: 'audience',
  title: 'Token for another audience',
  lesson: 'A token is issued for one API. Another one refuses it, however fresh it is.',
  status: 401,
  scheme: 'OAuth 2.0',
} as const;

const wanted = 'https://orders.example';
const known = [wanted, 'https://billing.example'];

/** The profile asks for a token of the billing API and sends it to the orders API. Its audience is what to change. */
export const audience = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/orders`, byOwnProfile(info)),
    profile: oauth2Profile(info, base, 'another audience', {
      grant: 'client-credentials',
      clientId: 'example',
      clientSecret: { plain: 'example-secret' },
      audience: 'https://billing.example',
    }),
    token: 'fetch',
  }),
  answer(request, world) {
    const now = world.nowSeconds();
    if (request.path === '/token') {
      if (request.form.get('grant_type') !== 'client_credentials') {
        return refusedGrant('unsupported_grant_type', 'Only client_credentials is offered here');
      }
      const asked = request.form.get('audience') ?? request.form.get('resource') ?? wanted;
      if (!known.includes(asked))
        return refusedGrant('invalid_target', `Known audiences: ${known.join(', ')}`);
      const claims = { iss: world.origin, aud: asked, sub: 'example', iat: now, exp: now + 300 };
      return issuedToken(world.sign(claims), { expires_in: 300 });
    }
    if (request.path !== '/v1/orders') return nothingHere;
    return guarded(request, world, (claims) =>
      claims['aud'] === wanted ? undefined : `Invalid audience: this API is ${wanted}`,
    );
  },
});
