import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sentry = defineProvider({
  id: 'sentry',
  name: 'Sentry',
  category: 'observability',
  address: 'https://sentry.io/api/0/projects/',
  hosts: /(^|\.)sentry\.io$|(^|\.)sentry\./,
  fields: [['x-sentry-error']],
  keys: [
    { form: /^sntrys_/, kind: 'organisation token', goes: ['authorization bearer'] },
    { form: /^sntryu_/, kind: 'user token', goes: ['authorization bearer'] },
  ],
  sources: [
    'https://github.com/getsentry/sentry-docs/blob/f6703049578090e3f51370becac19d4f9b820fc8/docs/api/auth.mdx',
  ],
  doors: [
    'authorization bearer',
    'authorization basic',
    'authorization dsn',
    'authorization sentry',
    'field x-sentry-auth',
    'query sentry_key',
    'path',
  ],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      status: [401],
      path: /^\/api\/0\//,
      sent: /^(?:field x-sentry-auth|query sentry_key)/,
      notSent: /^authorization/,
      explanation:
        'A DSN’s key in X-Sentry-Auth opens the address to which events are sent and nothing else; the API under /api/0/ reads a token as Authorization: Bearer.',
      seen: {
        url: 'https://sentry.io/api/0/organizations/',
        sent: { 'X-Sentry-Auth': 'Sentry sentry_version=7, sentry_key=4f2b9d1c7a6e5f3b8c0d2e4f6a8b1c3d' },
        body: '{"detail":"Authentication credentials were not provided."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^detail: Invalid (?:token|API key)|bad sentry DSN public key|ProjectId .*(?:mismatch|disabled)/i,
      explanation:
        'Sentry does not know the token or the DSN’s key; with regions, the token belongs to one of them.',
      seen: { sent: { Authorization: 'Bearer sntryu_0123456789abcdef' }, body: '{"detail":"Invalid token"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing authorization information|Authentication credentials were not provided/i,
      notSent: /./,
      explanation: 'Sentry saw no token; send it as Bearer.',
      seen: { sent: {}, body: '{"detail":"Authentication credentials were not provided."}' },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token (?:has )?expired/i,
      explanation: 'The token is over.',
      seen: { sent: { Authorization: 'Bearer sntryu_0123456789abcdef' }, body: '{"detail":"Token expired"}' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['2fa-required', 'sudo-required', 'sso-required'],
      explanation:
        'The organisation wants single sign-on or a second factor for this session; a token of the organisation needs neither.',
      seen: {
        sent: { Authorization: 'Bearer sntryu_0123456789abcdef' },
        body: '{"detail":{"code":"sso-required","message":"Must login via SSO","extra":{"loginUrl":"/auth/login/acme/"}}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['member-disabled-over-limit', 'user-suspended'],
      explanation: 'The member was switched off because the plan holds fewer.',
      seen: {
        sent: { Authorization: 'Bearer sntryu_0123456789abcdef' },
        body: '{"detail":{"code":"member-disabled-over-limit","message":"Organization over member limit"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /do not have permission to perform this action/i,
      status: [403],
      explanation: 'The token’s scopes or the user’s role do not cover the call.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sntryu_0123456789abcdef' },
        body: '{"detail":"You do not have permission to perform this action."}',
      },
    },
  ],
});
