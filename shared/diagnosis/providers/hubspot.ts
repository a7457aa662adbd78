import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hubspot = defineProvider({
  id: 'hubspot',
  name: 'HubSpot',
  category: 'productivity',
  address: 'https://api.hubapi.com/crm/v3/objects/contacts',
  hosts: /(^|\.)hubapi\.com$/,
  keys: [{ form: /^pat-(na1|eu1)-/, kind: 'private app token', goes: ['authorization bearer'] }],
  sources: ['https://developers.hubspot.com/docs/api/error-handling'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  doors: ['authorization bearer', 'query hapikey'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['EXPIRED_AUTHENTICATION'],
      says: /OAuth token (?:used to make this call )?expired/i,
      explanation: 'An OAuth token lasts half an hour; renew it with the refresh token.',
      seen: '{"status":"error","message":"The OAuth token used to make this call expired 3 minute(s) ago.","category":"EXPIRED_AUTHENTICATION"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authentication credentials not found|OAuth token .*(?:is )?invalid|private app.*(?:rotated|not found)/i,
      sent: /^authorization /,
      explanation:
        'HubSpot could not use the token: it was rotated, or the word Bearer is missing before it.',
      seen: '{"status":"error","message":"Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview","category":"INVALID_AUTHENTICATION"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication credentials not found/i,
      notSent: /./,
      explanation: 'HubSpot saw no token; it goes into Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"status":"error","message":"Authentication credentials not found. This API supports OAuth 2.0 authentication","category":"INVALID_AUTHENTICATION"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      notSent: /^query hapikey: pat-/,
      says: /API key (?:used to make this call )?(?:is|has) (?:no longer supported|deprecated|expired)|hapikey/i,
      explanation:
        'HubSpot’s API keys ended in November 2022; make a private app and send its token as Bearer.',
      seen: {
        sent: {},
        url: 'https://api.hubapi.com/crm/v3/objects/contacts?hapikey=0123',
        body: '{"status":"error","message":"This hapikey doesn\'t exist.","category":"INVALID_AUTHENTICATION"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: ['BAD_CLIENT_ID', 'BAD_CLIENT_SECRET'],
      says: /missing or unknown client id|client secret .*(?:mismatch|invalid)/i,
      explanation: 'Client id and secret of the app do not fit.',
      seen: {
        status: 400,
        url: 'https://api.hubapi.com/oauth/v1/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=x&client_secret=x',
        body: '{"status":"BAD_CLIENT_ID","message":"missing or unknown client id"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      code: ['BAD_REFRESH_TOKEN', 'BAD_AUTH_CODE'],
      says: /missing or (?:unknown|invalid) (?:refresh token|auth code)/i,
      explanation: 'The code was used before, or the account removed the app.',
      seen: {
        status: 400,
        url: 'https://api.hubapi.com/oauth/v1/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=x&client_secret=x',
        body: '{"status":"BAD_REFRESH_TOKEN","message":"missing or invalid refresh token"}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: STATED,
      code: ['BAD_REDIRECT_URI'],
      says: /redirect uri .*(?:mismatch|does(?: not|n['’]t) match)/i,
      explanation: 'The redirect address must be the one of the authorization, letter by letter.',
      seen: {
        status: 400,
        url: 'https://api.hubapi.com/oauth/v1/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"status":"BAD_REDIRECT_URI","message":"missing or unknown redirect uri; redirect uri doesn\'t match"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /TEN_SECONDLY_ROLLING|You have reached your (?:daily|secondly|ten_secondly_rolling) limit/i,
      explanation: 'HubSpot counts requests in ten seconds and in a day.',
      seen: {
        status: 429,
        body: '{"status":"error","message":"You have reached your secondly limit.","errorType":"RATE_LIMIT","policyName":"TEN_SECONDLY_ROLLING"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /Invalid access token, does not contain scopes/i,
      explanation:
        'The app lacks the scopes named in the answer: tick them in the private app, or let the account install the public app again.',
      seen: {
        status: 403,
        body: '{"status":"error","message":"This app hasn\'t been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.","category":"MISSING_SCOPES","errors":[{"message":"One or more of the following scopes are required.","context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      sent: /^query hapikey: pat-/,
      explanation:
        'A private app’s token goes into Authorization: Bearer; the query’s hapikey ended in November 2022.',
      seen: {
        sent: {},
        url: 'https://api.hubapi.com/crm/v3/objects/contacts?hapikey=pat-na1-0f1e2d3c',
        body: '{"status":"error","message":"The API key provided is invalid."}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      sent: /^query hapikey:/,
      status: [401, 403],
      explanation:
        'HubSpot’s API keys ended in November 2022; make a private app and send its token as Bearer.',
      seen: {
        sent: {},
        url: 'https://api.hubapi.com/crm/v3/objects/contacts?hapikey=0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
        body: '{"status":"error","message":"This hapikey is not accepted."}',
      },
    },
  ],
});
