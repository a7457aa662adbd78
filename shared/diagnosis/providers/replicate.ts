import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const replicate = defineProvider({
  id: 'replicate',
  name: 'Replicate',
  category: 'ai',
  address: 'https://api.replicate.com/v1/account',
  hosts: /(^|\.)replicate\.com$/,
  keys: [{ form: /^r8_/, kind: 'API token', goes: ['authorization bearer', 'authorization token'] }],
  sources: [
    'https://github.com/replicate/replicate-python/blob/17830f2d645dd27e8b44349c30bd7fb3493f91a3/README.md',
  ],
  doors: ['authorization bearer', 'authorization token'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have (?:permission|access)|permission to (?:run|view) this model/i,
      explanation: 'The model or deployment is private to another account or organisation.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer r8_abc' },
        body: '{"title":"Forbidden","detail":"You do not have permission to run this model.","status":403}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Request was throttled/i,
      explanation: 'Replicate’s limit answered; without a means of payment it is lower.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer r8_abc' },
        body: '{"title":"Too many requests","detail":"Request was throttled. Your rate limit resets in ~1s.","status":429}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /did not pass a valid authentication token|Invalid token/i,
      explanation: 'Replicate does not know the token.',
      seen: {
        sent: { Authorization: 'Bearer r8_abcdefghijklmnopqrstuvwxyz0123456789' },
        body: '{"title":"Unauthenticated","detail":"You did not pass a valid authentication token","status":401}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /did not pass an authentication token/i,
      notSent: /./,
      explanation: 'Replicate saw no token; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"title":"Unauthenticated","detail":"You did not pass an authentication token","status":401}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Insufficient credit|Billing required|Spending limit/i,
      explanation: 'The account has no credit or no means of payment.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer r8_abcdefghijklmnopqrstuvwxyz0123456789' },
        body: '{"title":"Insufficient credit","detail":"You have insufficient credit to run this model.","status":402}',
      },
    },
  ],
});
