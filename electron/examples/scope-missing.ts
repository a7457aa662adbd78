import {
  bearerToken,
  challenged,
  issuedToken,
  nothingHere,
  noToken,
  reached,
  refusedGrant,
  refusedToken,
} from './answers.ts';
import { byOwnProfile, defineExample, exampleDraft, oauth2Profile } from './example.ts';

const info = {
  id: 'scope-missing',
  title: 'Token without the scope',
  lesson: '403 with insufficient_scope: the token is good, and too little may be done with it.',
  status: 403,
  scheme: 'OAuth 2.0',
} as const;

const wanted = 'orders:write';

/** The token is good but was issued for reading only. The profile's scope is what to change. */
export const scopeMissing = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/orders`, {
      method: 'POST',
      body: { kind: 'text', text: '{"item": "tea"}', contentType: 'application/json' },
      ...byOwnProfile(info),
    }),
    profile: oauth2Profile(info, base, 'read only', {
      grant: 'client-credentials',
      clientId: 'example',
      clientSecret: { plain: 'example-secret' },
      scope: 'orders:read',
    }),
    token: 'fetch',
  }),
  answer(request, world) {
    const now = world.nowSeconds();
    if (request.path === '/token') {
      if (request.form.get('grant_type') !== 'client_credentials') {
        return refusedGrant('unsupported_grant_type', 'Only client_credentials is offered here');
      }
      const scope = request.form.get('scope') ?? 'orders:read';
      const claims = { iss: world.origin, aud: 'example', sub: 'example', scope, iat: now, exp: now + 300 };
      return issuedToken(world.sign(claims), { expires_in: 300, scope });
    }
    if (request.path !== '/v1/orders') return nothingHere;
    const token = bearerToken(request);
    if (token === undefined) return noToken;
    const claims = world.verify(token);
    if (claims === undefined) return refusedToken('The token was not issued here');
    if (String(claims['scope']).split(' ').includes(wanted)) return reached(String(claims['sub']));
    return challenged(
      `Bearer realm="example", error="insufficient_scope", scope="${wanted}"`,
      { error: 'insufficient_scope', scope: wanted },
      403,
    );
  },
});
