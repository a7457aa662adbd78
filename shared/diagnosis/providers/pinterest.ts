import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer pina_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };
const seen = (status: number, code: number, message: string) => ({
  status,
  sent: token,
  body: JSON.stringify({ code, message }),
});

export const pinterest = defineProvider({
  id: 'pinterest',
  name: 'Pinterest',
  category: 'social',
  address: 'https://api.pinterest.com/v5/user_account',
  hosts: /^api(?:-sandbox)?\.pinterest\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^pina_/, kind: 'access token', goes: ['authorization bearer'] },
    { form: /^pinr\./, kind: 'refresh token', spare: true },
  ],
  sources: [
    'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
    'https://developers.pinterest.com/docs/api/v5/',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /^message: Authentication failed/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The access token is over after thirty days, or the user withdrew it.',
      seen: seen(401, 2, 'Authentication failed.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /consumer type is not supported|You are not permitted to access that resource|is not authorized to access the ad account/i,
      explanation: 'The app still has trial access, or the user has no role on this account.',
      seen: seen(
        403,
        3,
        'Your application consumer type is not supported, please contact support to get access. Authorization failed.',
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /missing (?:the )?(?:required )?scopes?|Missing: \['?\w+:/i,
      explanation: 'The token was granted without this scope.',
      seen: seen(403, 3, "Authorization failed. Missing: ['pins:write']"),
    },
  ],
});
