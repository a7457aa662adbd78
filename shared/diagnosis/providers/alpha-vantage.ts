import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&symbol=IBM';
const seen = (member: string, text: string, key?: string) => ({
  status: 200,
  url: key === undefined ? at : `${at}&apikey=${key}`,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ [member]: text }),
});
const invalid =
  'the parameter apikey is invalid or missing. Please claim your free API key on (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.';

export const alphaVantage = defineProvider({
  id: 'alpha-vantage',
  name: 'Alpha Vantage',
  category: 'trading',
  address: at,
  hosts: /^(?:www\.)?alphavantage\.co$/,
  few: 'It has one refusal.',
  misleads: [{ says: '200', means: 'Every answer is a 200; a member “Error Message” is a refusal.' }],
  sources: ['https://www.alphavantage.co/documentation/', 'https://www.alphavantage.co/support/#api-key'],
  doors: ['query apikey'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /the parameter apikey is invalid or missing/i,
      notSent: /./,
      explanation: 'The key goes into the parameter apikey.',
      seen: seen('Error Message', invalid),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /the parameter apikey is invalid or missing/i,
      sent: /^query apikey: /,
      explanation: 'The key is none of theirs: cut, or left empty.',
      seen: seen('Error Message', invalid, 'K3V8RM2YX1QN5T7B'),
    },
  ],
});
