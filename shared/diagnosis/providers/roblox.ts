import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const cookie = { Cookie: '.ROBLOSECURITY=_|WARNING:-DO-NOT-SHARE-THIS.|_0A1B2C3D4E5F60718293' };
const seen = (status: number, message: string, received: Readonly<Record<string, string>> = {}) => ({
  status,
  sent: cookie,
  received,
  posted: '{}',
  body: JSON.stringify({ errors: [{ code: 0, message }] }),
});

export const roblox = defineProvider({
  id: 'roblox',
  name: 'Roblox',
  category: 'social',
  address: 'https://users.roblox.com/v1/users/authenticated',
  hosts: /(^|\.)roblox\.com$/,
  fields: [['rblx-challenge-id']],
  sources: [
    'https://create.roblox.com/docs/cloud/auth/api-keys',
    'https://devforum.roblox.com/t/2188893',
    'https://create.roblox.com/docs/cloud/reference/errors',
  ],
  doors: ['field x-api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /(?:XSRF )?Token Validation Failed/i,
      status: [403],
      explanation: 'Send the call once more, with the X-CSRF-TOKEN that this answer hands out.',
      seen: seen(403, 'Token Validation Failed', { 'X-CSRF-TOKEN': 'tH5gF6eUa9jN' }),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + STATED,
      says: /Challenge is required to authorize the request/i,
      explanation: 'Its field rblx-challenge-type tells of which kind: a one-time code, or a captcha.',
      seen: seen(403, 'Challenge is required to authorize the request', {
        'rblx-challenge-id': '0a1b2c3d',
        'rblx-challenge-type': 'twostepverification',
      }),
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Authorization has been denied for this request|User is not authenticated/i,
      status: [401],
      sent: /^cookie /,
      explanation:
        'The cookie .ROBLOSECURITY is over: it ends with a log-out elsewhere, and when it is used from another country.',
      seen: seen(401, 'Authorization has been denied for this request.'),
    },
  ],
});
