import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const twilio = defineProvider({
  id: 'twilio',
  name: 'Twilio',
  category: 'messaging',
  address: 'https://api.twilio.com/2010-04-01/Accounts.json',
  hosts: /(^|\.)twilio\.com$/,
  keys: [
    { form: /^AC[0-9a-f]{32}$/, kind: 'account SID', goes: ['authorization basic'] },
    { form: /^SK[0-9a-f]{32}$/, kind: 'API key SID', goes: ['authorization basic'] },
  ],
  misleads: [
    {
      says: 'Authentication Error - invalid username',
      means: 'Also said of a standard API key at /Accounts and /Keys, which take a main key only.',
    },
  ],
  sources: [
    'https://www.twilio.com/docs/api/errors/20003',
    'https://www.twilio.com/docs/api/errors',
    'https://support.twilio.com/hc/en-us/articles/50301225354651-Error-20003-Authentication-Error-Invalid-Username-When-Using-Restricted-API-Keys',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['20003'],
      explanation:
        'Twilio does not know the pair: an account SID goes with its auth token, an API key SID with its secret, each in its own region.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003","status":401}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002', '20005', '20007'],
      explanation: 'The account has to be verified or is closed.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":20005,"message":"Account not active","status":403}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      code: ['20008'],
      explanation: 'Test credentials open a few resources only; use the live ones.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":20008,"message":"Resource not accessible with Test Account Credentials","status":403}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      code: ['20101', '20102'],
      explanation: 'The access token is no JWT as Twilio makes it.',
      seen: '{"code":20101,"message":"Invalid Access Token"}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      code: ['20103'],
      explanation: 'Issuer or subject of the token is not an API key of this account.',
      seen: '{"code":20103,"message":"Invalid Access Token issuer/subject"}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['20104'],
      explanation: 'The access token is over, or its exp lies more than a day ahead.',
      seen: '{"code":20104,"message":"Access Token expired or expiration date invalid"}',
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      code: ['20105'],
      explanation: 'The token’s nbf lies in the future.',
      seen: '{"code":20105,"message":"Access Token not yet valid"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      code: ['20107'],
      explanation:
        'The token was signed with another secret than that of its API key; an auth token cannot sign it.',
      seen: '{"code":20107,"message":"Invalid Access Token signature"}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['20403', '70051'],
      explanation: 'A restricted API key lacks the permission for this resource.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":70051,"message":"Permission denied for restricted API key","status":401}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"IP address is not allowed"}',
      },
    },
  ],
});
