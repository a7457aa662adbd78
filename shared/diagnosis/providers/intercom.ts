import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const intercom = defineProvider({
  id: 'intercom',
  name: 'Intercom',
  category: 'messaging',
  address: 'https://api.intercom.io/me',
  hosts: /(^|\.)intercom\.io$/,
  body: /"type"\s*:\s*"error\.list"/,

  sources: [
    'https://developers.intercom.com/docs/references/rest-api/errors/http-responses',
    'https://developers.intercom.com/docs/references/rest-api/errors/error-codes/',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['missing_authorization'],
      notSent: /./,
      explanation: 'Intercom saw no token; it goes into Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"type":"error.list","errors":[{"code":"missing_authorization","message":"Missing Authorization Header"}]}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['token_revoked'],
      explanation:
        'The token was withdrawn or the app removed from the workspace; copy the current one from the developer hub.',
      seen: '{"type":"error.list","errors":[{"code":"token_revoked","message":"Access Token Revoked"}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['token_not_found', 'unauthorized'],
      says: /Access Token Invalid/i,
      explanation:
        'Intercom does not know the token; workspaces in the EU and Australia have addresses of their own, api.eu.intercom.io and api.au.intercom.io.',
      seen: '{"type":"error.list","errors":[{"code":"unauthorized","message":"Access Token Invalid"}]}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['token_expired'],
      explanation: 'The token’s time is over.',
      seen: '{"type":"error.list","errors":[{"code":"token_expired","message":"Token expired"}]}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['token_blocked', 'token_suspended'],
      explanation: 'Intercom blocked the app or workspace; its support can tell why.',
      seen: '{"type":"error.list","errors":[{"code":"token_blocked","message":"Token Blocked"}]}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['token_unauthorized'],
      says: /not authorized to access (?:this|the) resource/i,
      explanation:
        'The app lacks the permission; tick it in the developer hub and, for OAuth, let the customer authorize again.',
      seen: {
        status: 403,
        body: '{"type":"error.list","errors":[{"code":"token_unauthorized","message":"The client is not authorized to access this resource"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['api_plan_restricted', 'forbidden'],
      explanation: 'The workspace’s plan does not include this call.',
      seen: {
        status: 403,
        body: '{"type":"error.list","errors":[{"code":"api_plan_restricted","message":"Active subscription needed."}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['rate_limit_exceeded'],
      explanation: 'Intercom’s rate limit answered.',
      seen: {
        status: 429,
        body: '{"type":"error.list","errors":[{"code":"rate_limit_exceeded","message":"Exceeded rate limit"}]}',
      },
    },
  ],
});
