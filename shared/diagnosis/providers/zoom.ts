import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zoom = defineProvider({
  id: 'zoom',
  name: 'Zoom',
  category: 'messaging',
  address: 'https://api.zoom.us/v2/users/me',
  hosts: /(^|\.)zoom\.us$/,
  sources: [
    'https://developers.zoom.us/docs/api/errors',
    'https://developers.zoom.us/docs/integrations/oauth-error-messages/',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /API is only available for .{2,80} accounts/i,
      explanation: 'The account’s plan does not include this call.',
      seen: {
        status: 400,
        body: '{"code":200,"message":"This API is only available for ZMP and Business or higher accounts that have enabled the Dashboard feature."}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      says: /not supported as query parameter/i,
      explanation: 'Since February 2023 Zoom reads tokens from Authorization only.',
      seen: {
        url: 'https://api.zoom.us/v2/users/me?access_token=abcdefghijklmnop',
        sent: {},
        body: '{"code":124,"message":"Invalid access token, this access token is not supported as query parameter string."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access token is expired/i,
      explanation: 'Zoom’s access token lasts an hour; get a new one.',
      seen: '{"code":124,"message":"Access token is expired."}',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /^message: Invalid access token\.?$/i,
      explanation: 'Zoom does not know the access token, or it is one for another of its APIs.',
      seen: '{"code":124,"message":"Invalid access token."}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /does not contain scopes/i,
      explanation: 'The app lacks the scopes that the answer lists; add them and get a new token.',
      seen: {
        status: 400,
        body: '{"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:user:admin]."}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Account does not enabled REST API|JWT app/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Zoom switched its JWT apps off in September 2023; a Server-to-Server OAuth app takes their place.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJrZXkiLCJleHAiOjE3MDAwNTMyMDB9.c2ln' },
        body: '{"code":200,"message":"Account does not enabled REST API."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['4702', '4704', '4706'],
      says: /Invalid client secret|Client ID does not match/i,
      explanation: 'Client id and secret do not fit, or the app was deactivated.',
      seen: {
        status: 400,
        url: 'https://zoom.us/oauth/token',
        posted: 'grant_type=account_credentials&account_id=x',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"reason":"Invalid client_id or client_secret","error":"invalid_client"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      code: ['4734', '4735', '4741'],
      says: /token has been revoked|Invalid authorization code/i,
      explanation: 'Code or refresh token is used up, or its owner left the account.',
      seen: {
        status: 401,
        url: 'https://zoom.us/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=x',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":4735,"reason":"Invalid authorization code","error":"invalid_grant"}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['4709', '4700_redirect'],
      says: /redirect ur[il] (?:is )?(?:invalid|mismatch)|Redirect URI mismatch/i,
      explanation: 'The redirect URI must be the one in the app’s settings, letter by letter.',
      seen: {
        status: 400,
        url: 'https://zoom.us/oauth/token',
        posted: 'grant_type=authorization_code&code=x&redirect_uri=https%3A%2F%2Fapp.example.com',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":4709,"reason":"Redirect URI mismatch","error":"invalid_request"}',
      },
    },
  ],
});
