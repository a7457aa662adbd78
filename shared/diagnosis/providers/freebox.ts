import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const freebox = defineProvider({
  id: 'freebox',
  name: 'Freebox',
  category: 'device',
  address: 'http://mafreebox.freebox.fr/api/v8/downloads/',
  hosts: /^mafreebox\.freebox\.fr$|\.fbxos\.fr$/,
  sends: ['x-fbx-app-auth'],
  body: /"error_code"\s*:\s*"(?:auth_required|pending_token|insufficient_rights|denied_from_external_ip|ratelimited|new_apps_denied|apps_denied)"/,
  sources: ['https://dev.freebox.fr/sdk/os/login/'],
  misleads: [
    {
      says: 'invalid_token',
      means: 'The application’s own token: the one of a session is told by auth_required.',
    },
  ],
  doors: ['field x-fbx-app-auth'],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['auth_required'],
      sent: /^field x-fbx-app-auth: /i,
      explanation:
        'The session’s token is over: fetch a new challenge at login/ and open a session by app_id and its HMAC.',
      seen: {
        status: 403,
        sent: { 'X-Fbx-App-Auth': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"success":false,"error_code":"auth_required","msg":"Invalid session token, or no session token sent"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['auth_required'],
      notSent: /^field x-fbx-app-auth: ./i,
      explanation: 'Every call but the login carries the session’s token in X-Fbx-App-Auth.',
      seen: {
        status: 403,
        sent: {},
        body: '{"success":false,"error_code":"auth_required","msg":"Invalid session token, or no session token sent"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /app token you are trying to use is invalid or has been revoked/i,
      explanation:
        'The application was taken from the list of those that may connect, or it was never confirmed on the box: ask for a token anew.',
      seen: {
        url: 'http://mafreebox.freebox.fr/api/v8/login/session/',
        status: 403,
        sent: {},
        posted: '{"app_id":"fr.example.app","password":"d52f4b1c"}',
        body: '{"success":false,"error_code":"invalid_token","msg":"The app token you are trying to use is invalid or has been revoked"}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      code: ['pending_token'],
      explanation: 'Somebody must confirm the application on the display of the box.',
      seen: {
        status: 403,
        sent: {},
        body: '{"success":false,"error_code":"pending_token","msg":"The app token you are trying to use has not been validated by user yet"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_rights'],
      explanation: 'The application was not granted this right: its owner ticks it in the box’s settings.',
      seen: {
        status: 403,
        sent: { 'X-Fbx-App-Auth': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"success":false,"error_code":"insufficient_rights","missing_right":"settings","msg":"Your app permissions does not allow accessing this API"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['denied_from_external_ip'],
      explanation: 'An application is registered from the home network alone.',
      seen: {
        status: 403,
        sent: {},
        body: '{"success":false,"error_code":"denied_from_external_ip","msg":"You are trying to get an app_token from a remote IP"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['ratelimited'],
      explanation: 'Too many failed logins came from this address.',
      seen: {
        status: 403,
        sent: {},
        body: '{"success":false,"error_code":"ratelimited","msg":"Too many auth error have been made from your IP"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['apps_denied', 'new_apps_denied'],
      explanation: 'The box’s owner has switched applications off, or new ones.',
      seen: {
        status: 403,
        sent: {},
        body: '{"success":false,"error_code":"apps_denied","msg":"API access from apps has been disabled"}',
      },
    },
  ],
});
