import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.vk.com/method/users.get?v=5.199&access_token=vk1.a.Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G';
const seen = (error_code: number, error_msg: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ error: { error_code, error_msg, request_params: [] } }),
});

export const vk = defineProvider({
  id: 'vk',
  name: 'VK',
  category: 'social',
  address: url,
  hosts: /^(?:api|oauth|id)\.vk\.(?:com|ru)$/,
  keys: [{ form: /^vk1\.a\./, kind: 'access token', goes: ['query access_token', 'authorization bearer'] }],
  misleads: [
    {
      says: 'User authorization failed',
      means: 'Error 5 covers a wrong, ended and misplaced token; the text behind the colon tells which.',
    },
  ],
  sources: ['https://dev.vk.com/en/reference/errors'],
  doors: ['query access_token', 'authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + PROVEN,
      says: /access_token was given to another ip address/i,
      explanation:
        'A token from the implicit flow is bound to the address that fetched it: use the code flow on the server.',
      seen: seen(5, 'User authorization failed: access_token was given to another ip address.'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN + PROVEN,
      says: /access_token has expired/i,
      explanation: 'The token is over: log in again, or ask for the scope offline.',
      seen: seen(5, 'User authorization failed: access_token has expired.'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /no access_token passed/i,
      explanation: 'The parameter access_token is not there.',
      seen: {
        ...seen(5, 'User authorization failed: no access_token passed.'),
        url: 'https://api.vk.com/method/users.get?v=5.199',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /User authorization failed: (?:invalid access_token|invalid session|user revoke)/i,
      explanation: 'VK does not know the token, or its session was ended with a new password.',
      seen: seen(5, 'User authorization failed: invalid access_token (4).'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^error_code: 7$|Permission to perform this action is denied/i,
      explanation: 'The token was made without the scope for this method.',
      seen: seen(7, 'Permission to perform this action is denied'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /^error_code: (?:27|28)$|method is unavailable with (?:group|service|app) (?:auth|token)/i,
      explanation: 'The method takes a user’s token, and one of a community or of the service was sent.',
      seen: seen(27, 'Group authorization failed: method is unavailable with group auth.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^error_code: (?:15|30|203|20|21)$|Access denied/i,
      explanation: 'The profile is closed, or the user may not do this there.',
      seen: seen(15, 'Access denied'),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^error_code: 17$|Validation required/i,
      explanation: 'VK wants the user to confirm at the redirect_uri of the answer.',
      seen: seen(17, 'Validation required: please open redirect_uri in browser'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^error_code: (?:6|9|29)$|Too many requests per second|Flood control/i,
      explanation: 'Three calls a second for a user’s token, twenty for a community’s.',
      seen: seen(6, 'Too many requests per second'),
    },
  ],
});
