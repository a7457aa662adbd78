import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'token 8f0c1b2a9d8e7f6:a5b4c3d2e1f0a9b' };

export const frappe = defineProvider({
  id: 'frappe',
  name: 'Frappe and ERPNext',
  category: 'productivity',
  address: 'https://erp.example.com/api/resource/Item',
  paths: /^\/api\/(?:resource|method)\//,
  body: /frappe\.exceptions\.|"exc_type"\s*:\s*"/,
  sources: [
    'https://docs.frappe.io/framework/user/en/api/rest',
    'https://github.com/frappe/frappe/blob/develop/frappe/auth.py',
  ],
  doors: ['authorization token', 'authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^exc_type: AuthenticationError$|frappe\.exceptions\.AuthenticationError/,
      explanation:
        'API key and secret, joined by a colon behind the word token, do not fit a user; a new secret ends the old one.',
      seen: {
        sent: token,
        body: '{"exception":"frappe.exceptions.AuthenticationError","exc_type":"AuthenticationError"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /^exc_type: CSRFTokenError$|frappe\.exceptions\.CSRFTokenError/,
      explanation: 'Logged in by cookie, a change wants X-Frappe-CSRF-Token; with a token none is needed.',
      seen: {
        status: 400,
        sent: { Cookie: 'sid=8f0c1b2a' },
        posted: '{}',
        body: '{"exception":"frappe.exceptions.CSRFTokenError: Invalid Request","exc_type":"CSRFTokenError"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^exc_type: PermissionError$|frappe\.exceptions\.PermissionError/,
      explanation:
        'The user’s roles do not allow this document, or nobody is logged in: to a guest every unlisted method is said to be not permitted.',
      seen: {
        status: 403,
        sent: token,
        body: '{"exception":"frappe.exceptions.PermissionError","exc_type":"PermissionError"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /"?session_expired"?: (?:1|true)|Session Expired/i,
      explanation: 'The session behind the cookie sid is over.',
      seen: {
        status: 403,
        sent: { Cookie: 'sid=8f0c1b2a' },
        body: '{"session_expired":1,"exc_type":"SessionExpired","message":"Session Expired"}',
      },
    },
  ],
});
