import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const metabase = defineProvider({
  id: 'metabase',
  name: 'Metabase',
  category: 'data',
  address: 'https://example.metabaseapp.com/api/card',
  hosts: /\.metabaseapp\.com$|^metabase\./,
  fields: [['x-metabase-version'], ['set-cookie', /^metabase\./]],
  body: /You don't have permissions to do that\.|"errors":\{"password":"did not match stored password"\}/,
  sends: ['x-metabase-session'],
  doors: ['field x-api-key', 'field x-metabase-session'],
  keys: [{ form: /^mb_/, kind: 'API key', goes: ['field x-api-key'] }],
  sources: [
    'https://www.metabase.com/docs/latest/people-and-groups/api-keys',
    'https://www.metabase.com/learn/metabase-basics/administration/administration-and-operation/metabase-api',
  ],
  lives: { seconds: 1_209_600, ends: 'session-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /did not match stored password/i,
      explanation: 'The user does not exist with this password.',
      seen: {
        url: 'https://example.metabaseapp.com/api/session',
        sent: {},
        posted: '{"username":"anna@example.com","password":"keycard"}',
        body: '{"errors":{"password":"did not match stored password"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Too many attempts! You must wait/i,
      explanation:
        'Metabase slows logins down after wrong ones: keep the session for its fourteen days in place of logging in for each call.',
      seen: {
        status: 400,
        url: 'https://example.metabaseapp.com/api/session',
        sent: {},
        posted: '{"username":"anna@example.com","password":"keycard"}',
        body: '{"errors":{"username":"Too many attempts! You must wait 43 seconds before trying again."}}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /^: Unauthenticated$/,
      sent: /metabase\.session|x-metabase-session/i,
      explanation: 'The session is over: sessions live fourteen days.',
      seen: {
        sent: { 'X-Metabase-Session': '38f4939c-ad7f-4cbe-ae54-30946daf8593' },
        received: { 'Set-Cookie': 'metabase.TIMEOUT=alive' },
        body: 'Unauthenticated',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /You don't have permissions to do that/i,
      explanation: 'The user’s or key’s group has no right to this collection or database.',
      seen: {
        status: 403,
        sent: { 'X-Metabase-Session': '38f4939c-ad7f-4cbe-ae54-30946daf8593' },
        body: "You don't have permissions to do that.",
      },
    },
  ],
});
