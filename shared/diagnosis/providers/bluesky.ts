import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bluesky = defineProvider({
  id: 'bluesky',
  name: 'Bluesky and the AT Protocol',
  category: 'social',
  address: 'https://bsky.social/xrpc/com.atproto.server.getSession',
  hosts: /(^|\.)bsky\.(social|network|app)$/,
  body: /"error"\s*:\s*"(?:ExpiredToken|AuthMissing|AuthFactorTokenRequired|AccountTakedown|InvalidToken)"/,
  misleads: [
    { says: '400 ExpiredToken', means: 'An access token that is over is answered with 400, not 401.' },
  ],
  sources: [
    'https://github.com/DimensionDev/Flare/issues/2429',
    'https://dev.to/rulestack/series/43674',
    'https://docs.rs/crate/atrium-api/latest/source/src/com/atproto/server/create_session.rs',
    'https://tangled.org/bladee.bsky.social/darkfeed/commit/3887248b2f34e9d5c53b3eed63f58b3b441ef201',
  ],
  doors: ['authorization bearer', 'authorization dpop'],
  signs: [
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /OAuth tokens are meant for PDS access only/i,
      explanation: 'The token is for the account’s own data server (its aud); send the request there.',
      seen: {
        status: 400,
        body: '{"error":"InvalidToken","message":"OAuth tokens are meant for PDS access only"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN + PROVEN,
      says: /Token has been revoked/i,
      explanation:
        'The session was ended, or its refresh token was exchanged for a newer one already; the code says expired all the same.',
      seen: { status: 400, body: '{"error":"ExpiredToken","message":"Token has been revoked"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ExpiredToken'],
      explanation: 'The access token lasts about two hours; call refreshSession with the refresh token.',
      seen: { status: 400, body: '{"error":"ExpiredToken","message":"Token has expired"}' },
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      says: /Bad token scope/i,
      explanation:
        'A refresh token where an access token belongs, or an app password that was made without access to direct messages.',
      seen: { status: 400, body: '{"error":"InvalidToken","message":"Bad token scope"}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['InvalidToken'],
      explanation: 'This server did not issue the token; a session belongs to the account’s own PDS.',
      seen: { status: 400, body: '{"error":"InvalidToken","message":"Token could not be verified"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['AuthMissing'],
      explanation: 'The server saw no token; send the access token as Bearer.',
      seen: { sent: {}, body: '{"error":"AuthMissing","message":"Authentication Required"}' },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['AuthFactorTokenRequired'],
      explanation: 'The account asks for a code by e-mail; an app password needs none.',
      seen: {
        sent: {},
        posted: '{"identifier":"kim.example.com","password":"x"}',
        body: '{"error":"AuthFactorTokenRequired","message":"A sign in code has been sent to your email address"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid identifier or password/i,
      explanation: 'Handle and password do not fit; use an app password.',
      seen: {
        sent: {},
        posted: '{"identifier":"kim.example.com","password":"x"}',
        body: '{"error":"AuthenticationRequired","message":"Invalid identifier or password"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['AccountTakedown', 'AccountDeactivated', 'AccountSuspended'],
      explanation: 'The account was taken down, suspended or deactivated.',
      seen: { status: 400, body: '{"error":"AccountTakedown","message":"Account has been taken down"}' },
    },
  ],
});
