import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  errorCode: number,
  message: string,
  status: number,
  sent?: Readonly<Record<string, string>>,
) => ({
  status,
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({ errorCode, message, refId: '1m8xk2p0q7v' }),
});

export const smartsheet = defineProvider({
  id: 'smartsheet',
  name: 'Smartsheet',
  category: 'productivity',
  address: 'https://api.smartsheet.com/2.0/sheets',
  hosts: /^api\.smartsheet(?:gov)?\.(?:com|eu|au)$/,
  sources: ['https://developers.smartsheet.com/api/smartsheet/error-codes'],
  doors: ['authorization bearer'],
  lives: { seconds: 604_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^errorcode: 1001$/,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: seen(1001, 'An Access Token is required.', 401, {}),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^errorcode: 1002$/,
      explanation:
        'The token was deleted, or is of another region: .com, .eu, .au and gov each have their own.',
      seen: seen(1002, 'Your Access Token is invalid.', 401),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^errorcode: 1003$/,
      explanation: 'Tokens of an app are good for seven days; refresh it.',
      seen: seen(1003, 'Your Access Token has expired.', 401),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^errorcode: (?:1004|1013|1014)$/,
      explanation: 'The user, or the plan, does not cover this operation.',
      seen: seen(1004, 'You are not authorized to perform this action.', 403),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^errorcode: 1005$/,
      explanation: 'The organisation lets its people in by single sign-on only.',
      seen: seen(1005, 'Single Sign-On is required for this account.', 401),
    },
  ],
});
