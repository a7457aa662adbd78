import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const asana = defineProvider({
  id: 'asana',
  name: 'Asana',
  category: 'productivity',
  address: 'https://app.asana.com/api/1.0/users/me',
  hosts: /^app\.asana\.com$/,
  keys: [
    {
      form: /^[12]\/\d+(\/\d+)?:/,
      kind: 'personal access token',
      goes: ['authorization bearer', 'authorization basic'],
    },
  ],
  sources: [
    'https://github.com/Asana/openapi/blob/b2c5b8e8e6d6473a12372b603f1292b7acb10746/defs/asana_oas.yaml',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /bearer token has expired/i,
      explanation: 'An OAuth access token of Asana lasts an hour; refresh it.',
      seen: '{"errors":[{"message":"The bearer token has expired. If you have a refresh token, please use it to request a new bearer token, otherwise allow the user to re-authenticate."}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: Not Authorized$|Invalid authentication/i,
      status: [401],
      explanation: 'Asana does not know the token.',
      seen: {
        sent: { Authorization: 'Bearer 1/1234567890:0123456789abcdef0123456789abcdef' },
        body: '{"errors":[{"message":"Not Authorized"}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /(?:token )?(?:doesn't|does not) (?:include|have).{0,30}scopes?|requires the .*scope/i,
      explanation: 'The app was authorized without this scope.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"Your access token doesn\'t include the required scopes: tasks:read"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^message: Forbidden$|do not have (?:access|permission)/i,
      status: [403],
      explanation: 'The user is no member of the project or team.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer 1/1234567890:0123456789abcdef0123456789abcdef' },
        body: '{"errors":[{"message":"You do not have permission to access this task."}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      status: [402],
      says: /only available to|premium|payment required/i,
      explanation: 'The plan does not include this.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer 1/1234567890:0123456789abcdef0123456789abcdef' },
        body: '{"errors":[{"message":"This feature is only available to premium users"}]}',
      },
    },
  ],
});
