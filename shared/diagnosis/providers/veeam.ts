import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', 'x-api-version': '1.1-rev2' };

export const veeam = defineProvider({
  id: 'veeam',
  name: 'Veeam',
  category: 'storage',
  address: 'https://vbr.example.com:9419/api/v1/jobs',
  body: /"errorCode"\s*:\s*"\w+",\s*"message"\s*:\s*"[^"]*",\s*"resourceId"/,
  sources: [
    'https://helpcenter.veeam.com/docs/backup/vbr_rest/reference/vbr-rest-v1-rev2.html',
    'https://helpcenter.veeam.com/docs/backup/vbr_rest/requesting_authorization.html',
  ],
  doors: ['authorization bearer', 'authorization basic', 'field x-restsvcsessionid'],
  lives: { seconds: 900, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN + PROVEN,
      says: /Access token is (?:invalid or )?expired|access token has expired/i,
      explanation: 'The access token lives fifteen minutes: renew it with the refresh token.',
      seen: {
        sent: token,
        body: '{"errorCode":"AccessDenied","message":"Access token is invalid or expired","resourceId":null}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /x-api-version (?:header )?(?:is )?(?:required|missing|must)/i,
      explanation: 'Each call names the interface’s version in x-api-version.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"errorCode":"InvalidRequest","message":"x-api-version header is required","resourceId":null}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^message: .*(?:does not have|insufficient) (?:the )?(?:required )?(?:permissions?|role)/i,
      explanation: 'The user holds none of the roles that this wants.',
      seen: {
        status: 403,
        sent: token,
        body: '{"errorCode":"AccessDenied","message":"User does not have required permissions","resourceId":null}',
      },
    },
  ],
});
