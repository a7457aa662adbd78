import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bitly = defineProvider({
  id: 'bitly',
  name: 'Bitly',
  category: 'social',
  address: 'https://api-ssl.bitly.com/v4/shorten',
  hosts: /^api(?:-ssl)?\.bit(?:\.)?ly(?:\.com)?$/,
  misleads: [{ says: '403 FORBIDDEN', means: 'Also the answer to a token that Bitly does not know.' }],
  sources: [
    'https://dev.bitly.com/docs/getting-started/authentication/',
    'https://dev.bitly.com/api-reference/',
  ],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      status: [403],
      says: /^message: (?:FORBIDDEN|INVALID_ACCESS_TOKEN)$/,
      sent: /^(?:authorization|query access_token)/i,
      explanation:
        'Bitly does not know the token, or its account lacks the plan for this; the answer does not tell the two apart.',
      seen: { status: 403, posted: '{}', body: '{"message":"FORBIDDEN"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [403],
      says: /^message: (?:FORBIDDEN|INVALID_ACCESS_TOKEN)$/,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { status: 403, sent: {}, body: '{"message":"FORBIDDEN"}' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /MONTHLY_RATE_LIMIT_EXCEEDED|MONTHLY_ENCODE_LIMIT_REACHED|RATE_LIMIT_EXCEEDED/,
      explanation: 'The plan’s links or calls of the month are used up.',
      seen: { status: 429, posted: '{}', body: '{"message":"MONTHLY_RATE_LIMIT_EXCEEDED"}' },
    },
  ],
});
