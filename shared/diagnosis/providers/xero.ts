import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const xero = defineProvider({
  id: 'xero',
  name: 'Xero',
  category: 'commerce',
  address: 'https://api.xero.com/api.xro/2.0/Accounts',
  hosts: /(^|\.)xero\.com$/,
  fields: [['xero-correlation-id']],
  misleads: [
    {
      says: 'AuthenticationUnsuccessful with 403',
      means: 'The token is good and the tenant in xero-tenant-id is not connected to it.',
    },
  ],
  sources: [
    'https://dev.to/ilshadyx/xero-api-integration-guide-2026-oauth-tenants-and-your-first-query-ked',
    'https://gist.github.com/dobesv/5b422c3deb749449df621a014ea35cfe',
    'https://gist.github.com/dobesv/69bdb0f255a892b077f29c1cc8df4c5a',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /TokenExpired/i,
      explanation: 'An access token of Xero lasts thirty minutes; refresh it.',
      seen: '{"Type":null,"Title":"Unauthorized","Status":401,"Detail":"TokenExpired: token expired at 11/27/2026 10:00:00"}',
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /AuthenticationUnsuccessful/i,
      status: [403],
      lacks: 'xero-tenant-id',
      path: /^\/(?!connections)/,
      explanation:
        'The token is good; xero-tenant-id is missing. Ask /connections for the organisation’s id.',
      seen: { status: 403, body: '{"Title":"Forbidden","Status":403,"Detail":"AuthenticationUnsuccessful"}' },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /AuthenticationUnsuccessful/i,
      status: [403],
      explanation: 'xero-tenant-id names an organisation that is not connected to this token.',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /AuthenticationUnsuccessful/i,
      status: [401],
      explanation: 'Xero does not accept the token: over, cut, or of another kind.',
      seen: '{"title":"Unauthorized","status":401,"detail":"AuthenticationUnsuccessful"}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /AuthorizationUnsuccessful|insufficient_scope/i,
      explanation: 'The token was made without the scope of this endpoint; ask for it and consent again.',
      seen: '{"Title":"Unauthorized","Status":401,"Detail":"AuthorizationUnsuccessful"}',
    },
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      says: /oauth_problem=(?:consumer_key_unknown|signature_method_rejected)/i,
      notSent: /^authorization authorization: bearer /i,
      explanation: 'Xero took OAuth 1.0a until 2021; a request without a Bearer token is still read as one.',
      seen: {
        sent: {},
        body: 'oauth_problem=consumer_key_unknown&oauth_problem_advice=Consumer%20key%20was%20not%20recognised',
      },
    },
  ],
});
