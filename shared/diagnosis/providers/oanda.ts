import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (errorMessage: string, sent?: Readonly<Record<string, string>>, status = 401) => ({
  status,
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({ errorMessage }),
});
const wanted = 'Insufficient authorization to perform request.';

export const oanda = defineProvider({
  id: 'oanda',
  name: 'OANDA v20',
  category: 'trading',
  address: 'https://api-fxtrade.oanda.com/v3/accounts',
  hosts: /^(?:api|stream)-fx(?:trade|practice)\.oanda\.com$/,
  testHosts: /-fxpractice\./,
  few: 'It has one refusal for all of them.',
  misleads: [
    {
      says: 'Insufficient authorization',
      means: 'The token is unknown at this host: practice and live each have their own.',
    },
  ],
  sources: [
    'https://developer.oanda.com/rest-live-v20/authentication/',
    'https://developer.oanda.com/rest-live-v20/troubleshooting-errors/',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /Insufficient authorization to perform request/i,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: seen(wanted, {}),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      status: [401],
      says: /Insufficient authorization to perform request/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is of the other of practice and live, or a newer one was made.',
      seen: seen(wanted),
    },
  ],
});
