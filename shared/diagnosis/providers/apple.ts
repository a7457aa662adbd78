import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apple = defineProvider({
  id: 'apple',
  name: 'Apple',
  category: 'identity',
  address: 'https://appleid.apple.com/auth/token',
  hosts:
    /^(appleid|api\.(appstoreconnect|music|storekit(-sandbox)?|(sandbox\.|development\.)?push))\.apple\.com$|^api\.(sandbox\.|development\.)?push\.apple\.com$/,
  sources: [
    'https://developer.apple.com/documentation/technotes/tn3107-resolving-sign-in-with-apple-response-errors',
    'https://fluffy.es/how-to-solve-invalid_client-error-in-sign-in-with-apple/',
  ],
  doors: ['authorization bearer', 'field music-user-token'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['invalid_client'],
      path: /\/auth\/token/,
      explanation:
        'Apple does not accept client_id or the JWT in client_secret: ES256 with kid, iss the team, sub the client id, aud https://appleid.apple.com, at most six months long. Apps use their bundle id, websites the Services ID.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_client"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      code: ['invalid_grant'],
      path: /\/auth\/token/,
      explanation:
        'The code is older than five minutes, was used, or was given to another client id or redirect URI.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN + HINTED,
      code: ['ExpiredProviderToken', 'ExpiredToken'],
      explanation: 'APNs takes a provider token whose iat is at most an hour old.',
      seen: {
        status: 403,
        url: 'https://api.push.apple.com/3/device/a',
        sent: { Authorization: 'bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['InvalidProviderToken'],
      explanation:
        'APNs cannot verify the provider token: key id, team id or signature; or the key is restricted to the other environment.',
      seen: {
        status: 403,
        url: 'https://api.push.apple.com/3/device/a',
        sent: { Authorization: 'bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['MissingProviderToken'],
      notSent: /^authorization /,
      explanation: 'APNs saw neither a provider token nor a client certificate.',
      seen: { status: 403, url: 'https://api.push.apple.com/3/device/a', sent: {} },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['BadEnvironmentKeyInToken', 'BadCertificateEnvironment', 'BadDeviceToken'],
      explanation:
        'Sandbox and production of APNs are two worlds: key, certificate and device token must be of the host that is called.',
      seen: { status: 403, url: 'https://api.push.apple.com/3/device/a' },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['NOT_AUTHORIZED'],
      explanation:
        'App Store Connect cannot use the token: ES256, aud appstoreconnect-v1, exp at most twenty minutes after iat, and a key that is still active.',
      seen: { url: 'https://api.appstoreconnect.apple.com/v1/apps' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['FORBIDDEN_ERROR', 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED'],
      explanation:
        'The key’s role does not cover this, or an agreement waits for the account holder’s signature.',
      seen: { status: 403, url: 'https://api.appstoreconnect.apple.com/v1/apps' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['TooManyProviderTokenUpdates', 'TooManyRequests'],
      explanation: 'APNs wants the provider token renewed at most every twenty minutes.',
      seen: { status: 429, url: 'https://api.push.apple.com/3/device/a' },
    },
  ],
});
