import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const oryKratos = defineProvider({
  id: 'ory-kratos',
  name: 'Ory Kratos',
  category: 'identity',
  address: 'https://kratos.example.com/sessions/whoami',
  hosts: /^kratos\./,
  body: /"id"\s*:\s*"(?:session_inactive|session_aal2_required|session_already_available|session_refresh_required|security_csrf_violation|self_service_flow_expired)"|ory_kratos_session|No valid session (?:cookie|credentials) found|No active session was found/,
  sources: ['https://github.com/ory/kratos/blob/master/text/id.go'],
  doors: ['field x-session-token', 'authorization bearer'],
  lives: { seconds: 86_400, ends: 'session-expired' },
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['self_service_flow_expired'],
      explanation: 'The login or settings page stood open for too long; its flow must be begun anew.',
      seen: {
        status: 410,
        sent: { Cookie: 'ory_kratos_session=MTY5' },
        body: '{"error":{"id":"self_service_flow_expired","code":410,"status":"Gone","reason":"The self-service flow expired 5.00 minutes ago, initialize a new one.","message":"self-service flow expired"}}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['session_inactive'],
      says: /No active session was found|No valid session (?:cookie|credentials) found/i,
      sent: /./,
      explanation: 'The session of cookie or X-Session-Token is over or was never known to this Kratos.',
      seen: {
        status: 401,
        sent: { Cookie: 'ory_kratos_session=MTY5' },
        body: '{"error":{"code":401,"status":"Unauthorized","reason":"No active session was found in this request.","message":"No active session was found in this request.","id":"session_inactive"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No valid session (?:cookie|credentials) found|No active session was found/i,
      notSent: /./,
      explanation:
        'Neither the cookie nor X-Session-Token came along; across origins the browser keeps the cookie back.',
      seen: {
        status: 401,
        sent: {},
        body: '{"error":{"code":401,"status":"Unauthorized","reason":"No valid session credentials found in the request.","message":"No valid session credentials found in the request."}}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['session_aal2_required', 'session_refresh_required'],
      explanation: 'The session must be raised to a second factor, or renewed, before this.',
      seen: { status: 403, sent: { Cookie: 'ory_kratos_session=MTY5' } },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['security_csrf_violation'],
      says: /CSRF token is missing or invalid/i,
      explanation: 'The flow’s csrf_token and cookie do not fit: browser flows and API flows are two kinds.',
      seen: { status: 403, sent: { Cookie: 'ory_kratos_session=MTY5' } },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /The provided credentials are invalid, check for spelling mistakes/i,
      explanation: 'Kratos does not know identifier and password.',
      seen: {
        status: 400,
        posted: '{"username":"anna","password":"keycard"}',
        sent: {},
        body: '{"ui":{"messages":[{"id":4000006,"text":"The provided credentials are invalid, check for spelling mistakes in your password or username, email address, or phone number.","type":"error"}]}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Account not active yet|identity is disabled/i,
      explanation: 'The address has to be confirmed first, or the identity is disabled.',
      seen: {
        status: 400,
        posted: '{"username":"anna","password":"keycard"}',
        sent: {},
        body: '{"ui":{"messages":[{"id":4000010,"text":"Account not active yet. Did you forget to verify your email address?","type":"error"}]}}',
      },
    },
  ],
});
