import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const authentik = defineProvider({
  id: 'authentik',
  name: 'authentik',
  category: 'identity',
  address: 'https://auth.example.com/application/o/token/',
  paths: /^\/(?:api\/v3\/(?:core|flows|providers|outposts)|application\/o|outpost\.goauthentik\.io)\//,
  fields: [
    ['x-authentik-id'],
    ['x-powered-by', /^authentik$/i],
    ['location', /outpost\.goauthentik\.io|\/if\/flow\//],
  ],
  body: /ak-flow-executor|outpost\.goauthentik\.io|authentik/i,
  sources: ['https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/errors.py'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: STATED + HINTED,
      status: [302, 401],
      sent: /^authorization /,
      path: /^\/(?!api\/v3\/|application\/o\/)/,
      explanation:
        'authentik’s outpost guards this path and sends everybody without its cookie to the login; Basic or Bearer is read only where the provider is set to intercept it.',
      seen: {
        status: 302,
        url: 'https://app.example.com/api/items',
        body: '',
        received: {
          Location:
            'https://app.example.com/outpost.goauthentik.io/start?rd=https%3A%2F%2Fapp.example.com%2Fapi%2Fitems',
        },
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      status: [302, 401],
      sent: /^cookie authentik_/,
      explanation: 'The session behind the cookie is over.',
      seen: {
        status: 302,
        url: 'https://app.example.com/api/items',
        sent: { Cookie: 'authentik_proxy_a1b2=xyz', Accept: 'application/json' },
        received: { Location: 'https://app.example.com/outpost.goauthentik.io/start?rd=x' },
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['redirect_uri_mismatch'],
      says: /Redirect URI Error|missing, invalid, or mismatching redirection URI/i,
      explanation:
        'The redirect URI fits none of the provider’s, which are compared strictly or as patterns.',
      seen: {
        status: 400,
        sent: {},
        body: '<html><title>Redirect URI Error</title><p>The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).</p><footer>Powered by authentik</footer></html>',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Client ID Error|unknown client, no client authentication included/i,
      explanation: 'authentik does not know the client id or its secret.',
      seen: {
        status: 400,
        sent: {},
        received: { 'X-authentik-id': 'a1' },
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /grant or refresh token is invalid, expired, revoked, does not match/i,
      explanation: 'Code or refresh token is over, was used, or belongs to another client or redirect URI.',
      seen: {
        status: 400,
        sent: {},
        received: { 'X-authentik-id': 'a1' },
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant","error_description":"The provided authorization grant or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /detail: Token invalid\/expired/i,
      explanation: 'authentik’s API does not know the token, or it is over.',
      seen: { status: 403, received: { 'X-authentik-id': 'a1' }, body: '{"detail":"Token invalid/expired"}' },
    },
  ],
});
