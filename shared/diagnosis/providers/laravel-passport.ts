import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const laravelPassport = defineProvider({
  id: 'laravel-passport',
  name: 'Laravel Passport and League OAuth2 Server',
  category: 'framework',
  address: 'https://app.example.com/oauth/token',
  body: /Key path \\?"?file:|Personal access client not found|"hint"\s*:\s*"|The resource owner or authorization server denied the request|The refresh token is invalid\.|The user credentials were incorrect|"error_description"\s*:\s*"Client authentication failed","message"/,
  sources: [
    'https://github.com/thephpleague/oauth2-server/blob/master/src/Exception/OAuthServerException.php',
  ],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: ['invalid_client'],
      says: /Client authentication failed/i,
      explanation:
        'The client id or secret is unknown, or the client is not of the kind that this grant wants (personal, password, credentials).',
      seen: {
        status: 401,
        posted: 'grant_type=client_credentials&client_id=1&client_secret=x',
        sent: {},
        body: '{"error":"invalid_client","error_description":"Client authentication failed","message":"Client authentication failed"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Key path .{0,120} does not exist or is not readable|Unable to read key from file|Invalid key supplied|Personal access client not found/i,
      explanation:
        'Passport’s keys or clients were not made on this server: run passport:keys and passport:client, and let the web server read them.',
      seen: {
        status: 500,
        sent: {},
        posted: 'grant_type=password&client_id=2&client_secret=Kx9&username=anna&password=keycard',
        url: 'https://api.example.com/oauth/token',
        body: '{"message":"Key path \\"file:///srv/app/storage/oauth-private.key\\" does not exist or is not readable","exception":"LogicException"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /The user credentials were incorrect/i,
      explanation: 'User name or password is wrong, or the user provider is another table.',
      seen: {
        status: 400,
        posted: 'grant_type=password&username=anna&password=x&client_id=2&client_secret=y',
        sent: {},
        body: '{"error":"invalid_grant","error_description":"The user credentials were incorrect.","message":"The user credentials were incorrect."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      says: /The refresh token is invalid|(?:Authorization code|Token) has (?:expired|been revoked)|Cannot decrypt the (?:refresh token|authorization code)|Token is not linked to client|Failed to verify `code_verifier`/i,
      explanation:
        'Code or refresh token is over, withdrawn, or encrypted with another key of the application.',
      seen: {
        status: 400,
        posted: 'grant_type=refresh_token&refresh_token=def50200&client_id=2&client_secret=y',
        sent: {},
        body: '{"error":"invalid_grant","error_description":"The refresh token is invalid.","hint":"Token has expired","message":"The refresh token is invalid."}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /hint: (?:Access token could not be verified|The token violates some mandatory constraints.*signature|Token signature mismatch)/i,
      explanation:
        'The token was signed with other keys: passport:keys ran again, or another machine has its own.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request.","hint":"Access token could not be verified"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^error_description: The resource owner or authorization server denied the request/i,
      path: /^\/(?!oauth\/)/,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The server does not accept the token; it says why in a member hint, where that is not kept back.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /hint: Access token is invalid|The token is expired/i,
      path: /^\/(?!oauth\/token)/,
      explanation: 'The access token’s time is over.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request.","hint":"The token is expired"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /hint: Access token has been revoked/i,
      explanation: 'The token was withdrawn, or its row is gone from the database.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request.","hint":"Access token has been revoked"}',
      },
    },
    {
      cause: 'header-stripped',
      weight: PROVEN + HINTED,
      says: /hint: Missing .?Authorization.? header/i,
      sent: /^authorization /,
      explanation: 'PHP did not get Authorization: Apache and some hosts keep it back.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request.","hint":"Missing \\"Authorization\\" header"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /The authenticated client is not authorized to use this authorization grant type/i,
      explanation: 'The client does not allow this grant.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=1&client_secret=x',
        body: '{"hint":"x","error_description":"The authenticated client is not authorized to use this authorization grant type."}',
      },
    },
  ],
});
