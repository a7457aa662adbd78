import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://www.deribit.com/api/v2';
const seen = (code: number, message: string, call: Readonly<Record<string, unknown>>, reason?: string) => ({
  status: 400,
  ...call,
  body: JSON.stringify({
    jsonrpc: '2.0',
    error: { message, code, ...(reason === undefined ? {} : { data: { reason } }) },
    testnet: false,
  }),
});
const login = {
  url: `${at}/public/auth?client_id=K3V8RM2Y&client_secret=kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7&grant_type=client_credentials`,
  sent: {},
};
const call = { url: `${at}/private/get_account_summary?currency=BTC` };

export const deribit = defineProvider({
  id: 'deribit',
  name: 'Deribit',
  category: 'trading',
  address: `${at}/public/get_time`,
  hosts: /^(?:www|test|history)\.deribit\.com$/,
  testHosts: /^test\./,
  misleads: [{ says: '400', means: 'Its refusals are 400s; the code of the error is the answer.' }],
  sources: ['https://docs.deribit.com/articles/errors', 'https://docs.deribit.com/articles/authentication'],
  doors: [
    'authorization bearer',
    'authorization basic',
    'authorization deri-hmac-sha256',
    'query client_secret',
  ],
  lives: { seconds: 900, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + STATED,
      says: /^code: 13004$|^message: invalid_credentials$/,
      explanation: 'Id and secret do not fit, or are those of the other of test and live.',
      seen: seen(13004, 'invalid_credentials', login),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /^code: 13009$/,
      explanation: 'The access token is over, after fifteen minutes, or was withdrawn.',
      seen: seen(13009, 'unauthorized', call, 'invalid_token'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + STATED,
      says: /^code: 13021$/,
      explanation: 'The key was made without this scope.',
      seen: seen(13021, 'forbidden', call),
    },
  ],
});
