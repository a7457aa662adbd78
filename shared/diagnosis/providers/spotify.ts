import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const spotify = defineProvider({
  id: 'spotify',
  name: 'Spotify',
  category: 'social',
  address: 'https://api.spotify.com/v1/me',
  hosts: /^(api|accounts)\.spotify\.com$/,
  challenge: /Bearer spotify/i,
  sources: [
    'https://app.unpkg.com/@spotify/web-api-ts-sdk@1.2.0/files/dist/mjs/responsevalidation/DefaultResponseValidator.js',
    'https://www.educative.io/courses/integrate-the-spotify-api-in-javascript/obtain-the-client-credential-access-token',
    'https://gist.github.com/ahallora/4aac6d048742d5de0e65?permalink_comment_id=2959254',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The access token expired/i,
      explanation: 'An access token of Spotify lasts an hour; refresh it.',
      seen: '{"error":{"status":401,"message":"The access token expired"}}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid access token/i,
      explanation: 'Spotify does not know the access token.',
      seen: '{"error":{"status":401,"message":"Invalid access token"}}',
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /No token provided/i,
      explanation: 'Spotify saw no token.',
      seen: { sent: {}, body: '{"error":{"status":401,"message":"No token provided"}}' },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /Only valid bearer authentication supported/i,
      explanation:
        'The API takes an access token as Bearer; client id and secret as Basic are for the token endpoint.',
      seen: {
        status: 400,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"status":400,"message":"Only valid bearer authentication supported"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Insufficient client scope|Invalid token scopes/i,
      explanation: 'The user has not granted the scope; ask again with show_dialog=true.',
      seen: { status: 403, body: '{"error":{"status":403,"message":"Insufficient client scope"}}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /not (?:be )?registered (?:for this application|in the Developer Dashboard)|PREMIUM_REQUIRED|user may not be registered/i,
      explanation:
        'While the app is in development mode only users on its list may use it; some calls want Premium.',
      seen: { status: 403, body: 'User not registered in the Developer Dashboard' },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /Refresh token revoked|Invalid (?:authorization code|refresh token)|Authorization code expired/i,
      explanation: 'Code or refresh token is used up or withdrawn; the user must consent again.',
      seen: {
        status: 400,
        url: 'https://accounts.spotify.com/api/token',
        posted: 'grant_type=refresh_token&refresh_token=x',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":"invalid_grant","error_description":"Refresh token revoked"}',
      },
    },
  ],
});
