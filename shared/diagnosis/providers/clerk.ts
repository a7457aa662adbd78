import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const clerk = defineProvider({
  id: 'clerk',
  name: 'Clerk',
  category: 'identity',
  address: 'https://api.clerk.com/v1/users',
  hosts: /^api\.clerk\.(com|dev)$|^clerk\.|\.clerk\.accounts\.dev$/,
  fields: [['x-clerk-auth-reason'], ['x-clerk-auth-status'], ['x-clerk-auth-message']],
  sources: [
    'https://clerk.com/docs/guides/development/errors/backend-api',
    'https://clerk.com/docs/guides/development/errors/frontend-api',
  ],
  body: /"clerk_trace_id"/,
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['host_invalid'],
      explanation:
        'No instance of Clerk’s answers for this host: the publishable key, or the domain of the frontend API, is of another one.',
      seen: {
        status: 400,
        url: 'https://clerk.example.com/v1/client',
        sent: {},
        body: '{"errors":[{"message":"Invalid host","code":"host_invalid"}],"clerk_trace_id":"b3f1"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['clerk_key_invalid'],
      explanation: 'Clerk does not know the secret key: of another instance, or replaced.',
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      code: ['authorization_header_format_invalid'],
      explanation: 'The field must read Bearer and the key.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['authentication_invalid'],
      says: /you need to supply an active session|signed_out/i,
      explanation: 'No active session of Clerk’s belongs to the request.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token-expired|JWT is expired/i,
      explanation:
        'A session token of Clerk’s lasts sixty seconds; the page’s own code renews it, another program has to ask for a fresh one each time.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        received: { 'x-clerk-auth-status': 'signed-out', 'x-clerk-auth-reason': 'token-expired' },
        body: '{"error":"Unauthenticated"}',
      },
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /token-not-active-yet|JWT cannot be used prior to not before|token-iat-in-the-future/i,
      explanation: 'The token’s times lie ahead of the server’s clock.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        received: { 'x-clerk-auth-status': 'signed-out', 'x-clerk-auth-reason': 'token-not-active-yet' },
        body: '{"error":"Unauthenticated"}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /token-invalid-signature|jwk-kid-mismatch|jwk-remote-failed-to-load|JWT signature is invalid/i,
      explanation:
        'The token is of another instance than the application’s keys: development against production, most often.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        received: { 'x-clerk-auth-reason': 'jwk-kid-mismatch' },
        body: '{"error":"Unauthenticated"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['authorization_invalid', 'feature_not_enabled'],
      explanation: 'The session’s user may not do this, or the feature is off.',
      seen: { status: 403 },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      code: ['request_invalid_for_environment'],
      explanation:
        'The call is for another kind of instance: development and production have keys of their own.',
      seen: { status: 400 },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['form_password_incorrect', 'form_identifier_not_found'],
      explanation: 'Clerk does not know the identifier or its password.',
      seen: { status: 422, sent: {}, posted: '{"username":"anna","password":"keycard"}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['user_locked', 'user_banned'],
      explanation: 'The account is locked after failed logins or banned.',
      seen: { status: 403, sent: {} },
    },
  ],
});
