import { guarded, issuedToken, nothingHere, refusedGrant } from './answers.ts';
import { byOwnProfile, defineExample, exampleDraft, oauth2Profile } from './example.ts';

const info = {
  id: 'token-expired',
  title: 'Access token expired',
  lesson:
    'An access token has an end. The refresh token gets a new one, and the request is sent again with it.',
  status: 401,
  scheme: 'OAuth 2.0',
} as const;

/** Good for one token that is over already; the next ones are fresh. */
const first = 'example-refresh-token-first';
const later = 'example-refresh-token-later';

const agoSeconds = 252;
const lifetimeSeconds = 300;

/** The stored access token ended four minutes ago; refreshing it helps. */
export const tokenExpired = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, byOwnProfile(info)),
    profile: {
      ...oauth2Profile(info, base, 'expired token', {
        grant: 'refresh-token',
        clientId: 'example',
        clientAuthentication: 'none',
        refreshToken: { plain: first },
      }),
      // Otherwise why401 would renew it before sending, and there would be nothing to see.
      renew: false,
    },
    token: 'refresh',
  }),
  answer(request, world) {
    const now = world.nowSeconds();
    if (request.path === '/token') {
      const refresh = request.form.get('refresh_token');
      if (refresh !== first && refresh !== later)
        return refusedGrant('invalid_grant', 'Unknown refresh token');
      const issued = refresh === first ? now - agoSeconds - lifetimeSeconds : now;
      const claims = {
        iss: world.origin,
        aud: 'example',
        sub: 'alice',
        iat: issued,
        exp: issued + lifetimeSeconds,
      };
      // No expires_in: the token itself says when it ends.
      return issuedToken(world.sign(claims), { refresh_token: later });
    }
    if (request.path !== '/v1/me') return nothingHere;
    return guarded(request, world, (claims) =>
      Number(claims['exp']) <= now ? 'The access token expired' : undefined,
    );
  },
});
