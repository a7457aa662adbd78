import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const grafana = defineProvider({
  id: 'grafana',
  name: 'Grafana',
  category: 'observability',
  address: 'https://grafana.example.com/api/user',
  sends: ['x-grafana-org-id'],
  paths: /^\/api\/(?:dashboards\/(?:db|uid|home)|datasources\/(?:proxy|uid|name)|ds\/query)\b/,
  hosts: /(^|\.)grafana\./,
  body: /"messageId"\s*:\s*"[\w-]+\.[\w.-]+"|"accessErrorId"\s*:\s*"ACE|api-key\.invalid/i,
  keys: [
    {
      form: /^glsa_/,
      kind: 'service account token',
      goes: ['authorization bearer', 'authorization basic'],
    },
    { form: /^glc_/, kind: 'cloud access policy token' },
    { form: /^eyJrIjoi/, kind: 'API key of older versions' },
  ],
  sources: ['https://grafana.com/docs/grafana/latest/developers/http_api/authentication/'],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 604_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'header-malformed',
      weight: STATED + HINTED,
      says: /legacy auth cannot be upgraded/i,
      explanation:
        'The hosted endpoints want the numeric id of the instance, a colon and the key in one value.',
      seen: '{"status":"error","error":"authentication error: legacy auth cannot be upgraded because the host is not found"}',
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Authentication to data source failed/i,
      explanation:
        'Grafana was let in; the login that is stored with the data source is not taken by that source.',
      seen: {
        status: 400,
        sent: { Cookie: 'grafana_session=abcdef' },
        body: '{"message":"Authentication to data source failed","traceID":""}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      code: ['api-key.invalid'],
      sent: /^authorization authorization: bearer glc_/i,
      explanation:
        'A token of a cloud access policy (glc_) is for the hosted stores and the cloud API; dashboards are opened by the token of a service account (glsa_).',
      seen: {
        sent: { Authorization: 'Bearer glc_eyJvIjoiOTk5IiwibiI6ImNpIn0' },
        body: '{"message":"Invalid API key","messageId":"api-key.invalid","statusCode":401,"traceID":""}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      host: /^(?:www\.)?grafana\.com$/,
      sent: /^authorization authorization: bearer glsa_/i,
      status: [401, 403],
      explanation:
        'The cloud’s own API takes the token of an access policy (glc_); that of a service account (glsa_) opens the dashboards in which it was made.',
      seen: {
        url: 'https://grafana.com/api/orgs/acme/instances',
        sent: { Authorization: 'Bearer glsa_0123456789abcdef' },
        body: '{"code":"InvalidCredentials","message":"Invalid credentials"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['api-key.expired'],
      says: /Expired API key|API key (?:has )?expired|token expired/i,
      explanation: 'The service account’s token is over; make a new one.',
      seen: {
        sent: { Authorization: 'Bearer glsa_0123456789abcdef' },
        body: '{"message":"Expired API key","messageId":"api-key.expired","statusCode":401,"traceID":""}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['api-key.invalid', 'password-auth.failed', 'password-auth.invalid'],
      says: /Invalid (?:API key|username or password)/i,
      explanation: 'Grafana does not know the key, or user and password.',
      seen: {
        sent: { Authorization: 'Bearer glsa_0123456789abcdef' },
        body: '{"message":"Invalid API key","messageId":"api-key.invalid","statusCode":401,"traceID":""}',
      },
    },
    {
      cause: 'header-stripped',
      weight: SUGGESTED + HINTED,
      status: [401],
      says: /^message: Unauthorized$/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'A wrong password or key is answered with other words (“Invalid username or password”, “Invalid API key”); this is what Grafana says to a request that carries nothing, so a proxy in front took the field away.',
      seen: {
        url: 'https://grafana.example.com/api/admin/settings',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': '', 'X-Grafana-Id': '1' },
        body: '{"message":"Unauthorized"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['session.token.rotate', 'session.token.expired'],
      says: /token needs to be rotated/i,
      explanation: 'The session cookie must be renewed at /api/user/auth-tokens/rotate, or by logging in.',
      seen: {
        sent: { Cookie: 'grafana_session=abcdef' },
        body: '{"message":"Unauthorized","messageId":"session.token.rotate","statusCode":401,"traceID":""}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['service-account.disabled', 'user.disabled', 'user.sync.user-disabled'],
      says: /(?:user|service account) (?:is )?disabled/i,
      explanation: 'The user or service account is switched off.',
      seen: {
        sent: { Authorization: 'Bearer glsa_0123456789abcdef' },
        body: '{"message":"Disabled service account","messageId":"service-account.disabled","statusCode":401,"traceID":""}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['access-denied'],
      says: /need additional permissions to perform this action|Permissions needed:/i,
      explanation:
        'The role lacks the permissions that the answer lists, or the token belongs to another organisation.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer glsa_0123456789abcdef' },
        body: '{"accessErrorId":"ACE0001","message":"You\'ll need additional permissions to perform this action. Permissions needed: dashboards:read","title":"Access denied"}',
      },
    },
  ],
});
