import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const linkedin = defineProvider({
  id: 'linkedin',
  name: 'LinkedIn',
  category: 'social',
  address: 'https://api.linkedin.com/v2/userinfo',
  hosts: /^(api|www)\.linkedin\.com$/,
  sources: [
    'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
    'https://docs.oracle.com/cloud-machine/latest/intcs_gs/ICSLI/GUID-C266F181-4CB0-44C6-839E-D0F55FB910C2.htm',
    'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/best-practices/application-development',
  ],
  doors: ['authorization bearer', 'query oauth2_access_token'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['65602', 'EXPIRED_ACCESS_TOKEN'],
      says: /token used in the request has expired/i,
      explanation:
        'An access token of LinkedIn lasts sixty days; the member must consent again unless there is a refresh token.',
      seen: '{"serviceErrorCode":65602,"code":"EXPIRED_ACCESS_TOKEN","message":"The token used in the request has expired","status":401}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['65601', 'REVOKED_ACCESS_TOKEN'],
      says: /token used in the request has been revoked/i,
      explanation:
        'The member took the permission back, or asked for new scopes, which ends the token before.',
      seen: '{"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN","message":"The token used in the request has been revoked by the user","status":401}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['65600', '65603', 'INVALID_ACCESS_TOKEN'],
      says: /Invalid access token/i,
      explanation: 'LinkedIn does not know the access token; it may be cut, as it is long.',
      seen: '{"serviceErrorCode":65600,"code":"INVALID_ACCESS_TOKEN","message":"Invalid access token","status":401}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Empty oauth2[ _]access[ _]token/i,
      explanation: 'LinkedIn saw no token.',
      seen: {
        sent: {},
        body: '{"serviceErrorCode":65604,"message":"Empty oauth2 access token","status":401}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Not enough permissions to access/i,
      explanation: 'The app’s products do not include this endpoint, or the token lacks its scope.',
      seen: {
        status: 403,
        body: '{"serviceErrorCode":100,"message":"Not enough permissions to access: GET /me","status":403}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /A version must be present|VERSION_MISSING/i,
      explanation: 'Versioned APIs want LinkedIn-Version with year and month.',
      seen: {
        status: 400,
        body: '{"status":400,"code":"VERSION_MISSING","message":"A version must be present. Please specify a version by adding the LinkedIn-Version header."}',
      },
    },
  ],
});
