import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = 'https://platform.ringcentral.com/restapi/oauth/token';
const client = { Authorization: 'Basic YWJjMTIzZGVmNDU2OktleWNhcmQ5' };
const seen = (status: number, errorCode: string, message: string) => ({
  status,
  body: JSON.stringify({ errorCode, message, errors: [{ errorCode, message }] }),
});

export const ringcentral = defineProvider({
  id: 'ringcentral',
  name: 'RingCentral',
  category: 'messaging',
  address: 'https://platform.ringcentral.com/restapi/v1.0/account/~',
  hosts: /^platform(?:\.devtest)?\.ringcentral\.(?:com|biz)$/,
  testHosts: /devtest/,
  fields: [['rcrequestid']],
  body: /\b(?:OAU|CMN)-\d{3}\b/,
  sources: [
    'https://developers.ringcentral.com/api-reference/error-codes',
    'https://developers.ringcentral.com/guide/authentication',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['TokenExpired', 'OAU-213'],
      explanation: 'The access token lives an hour: renew it.',
      seen: seen(401, 'TokenExpired', 'Access token expired'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      code: ['TokenInvalid', 'OAU-149', 'OAU-232'],
      explanation: 'The token is not one of this environment: sandbox and production have their own.',
      seen: seen(401, 'TokenInvalid', 'Access token corrupted'),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['OAU-153'],
      says: /^error: invalid_client$/,
      explanation: 'Client id and secret do not fit, or are those of the other environment.',
      seen: {
        status: 400,
        url: token,
        sent: client,
        posted: 'grant_type=refresh_token&refresh_token=U0pDMTF',
        body: '{"error":"invalid_client","error_description":"Invalid client credentials","errors":[{"errorCode":"OAU-153"}]}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      code: ['OAU-251'],
      explanation:
        'The app may not use this grant: passwords are no longer taken, JWT credentials took their place.',
      seen: {
        status: 400,
        url: token,
        sent: client,
        posted: 'grant_type=password&username=%2B1650&password=keycard',
        body: '{"error":"unauthorized_client","error_description":"Unauthorized for this grant type","errors":[{"errorCode":"OAU-251","message":"Unauthorized for this grant type"}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['CMN-401', 'InsufficientPermissions'],
      explanation:
        'The app was made without this permission: add it, and for a public app let it be reviewed again.',
      seen: seen(
        403,
        'CMN-401',
        'In order to call this API endpoint, application needs to have [SMS] permission',
      ),
    },
  ],
});
