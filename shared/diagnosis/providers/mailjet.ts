import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const pair = { Authorization: 'Basic OGYwYzFiMmE5ZDhlN2Y2YTpLZXljYXJkOQ==' };
const seen = (status: number, ErrorMessage: string) => ({
  status,
  sent: pair,
  body: JSON.stringify({ ErrorIdentifier: '8f0c', StatusCode: status, ErrorMessage }),
});

export const mailjet = defineProvider({
  id: 'mailjet',
  name: 'Mailjet',
  category: 'messaging',
  address: 'https://api.mailjet.com/v3.1/send',
  hosts: /^api\.(?:us\.)?mailjet\.com$/,
  sources: [
    'https://dev.mailjet.com/email/guides/#about-errors',
    'https://documentation.mailjet.com/hc/en-us/articles/360043229473',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /API key authentication\/authori[sz]ation failure/i,
      explanation:
        'Key and secret, sent as user and password of Basic, do not fit: the key is of another account or sub-account, or was disabled.',
      seen: seen(
        401,
        'API key authentication/authorization failure. You may be unauthorized to access the API or your API key may be expired. Visit API keys management section to check your keys.',
      ),
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account has been temporarily blocked|sender .*(?:not (?:been )?(?:validated|verified)|inactive)/i,
      explanation: 'Mailjet stopped the account, or the sender’s address is not validated.',
      seen: seen(
        401,
        'Your account has been temporarily blocked. Please contact our support team to get assistance.',
      ),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /not (?:allowed|authorized) to (?:access|use) this (?:resource|operation)|Operation not allowed/i,
      explanation: 'A sub-account’s key, or the plan, does not cover this resource.',
      seen: seen(403, 'Operation not allowed'),
    },
  ],
});
