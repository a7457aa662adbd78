import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const session = {
  'App-Token': 'd2k8vbn5xq1mzr7tjw4hfy6gpl0scoue9iaq3bx5',
  'Session-Token': '5c7d1e9b3a2f4c6d8e0b1a3c5d7e9f1b2a4c6d8e',
};
const user = { Authorization: 'user_token k3vx8rm2ztq6bwy1nhd4jgf7plc5soue9iaq0xb2' };
const init = 'https://glpi.example.com/apirest.php/initSession';

export const glpi = defineProvider({
  id: 'glpi',
  name: 'GLPI',
  category: 'productivity',
  address: init,
  sends: ['app-token', 'session-token'],
  paths: /\/apirest\.php(?:\/|$)/,
  body: /\["ERROR_[A-Z_]+",/,
  sources: ['https://github.com/glpi-project/glpi/blob/main/apirest.md'],
  doors: [
    'field session-token',
    'field app-token',
    'authorization user_token',
    'authorization basic',
    'authorization bearer',
  ],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /^: ERROR_APP_TOKEN_PARAMETERS_MISSING$/,
      explanation:
        'The API client of this server has an application token: send it in App-Token beside the rest.',
      seen: {
        status: 400,
        url: init,
        sent: user,
        body: '["ERROR_APP_TOKEN_PARAMETERS_MISSING","missing parameter(s) app_token"]',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^: ERROR_WRONG_APP_TOKEN_PARAMETER$/,
      explanation: 'App-Token is not that of an active API client for this address.',
      seen: {
        status: 400,
        url: init,
        sent: { ...user, 'App-Token': 'd2k8vbn5xq1mzr7t' },
        body: '["ERROR_WRONG_APP_TOKEN_PARAMETER","parameter app_token seems wrong"]',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^: (?:ERROR_SESSION_TOKEN_MISSING|ERROR_LOGIN_PARAMETERS_MISSING)$/,
      explanation: 'First initSession with Authorization, then each call with its Session-Token.',
      seen: {
        status: 400,
        sent: {},
        body: '["ERROR_SESSION_TOKEN_MISSING","parameter session_token is missing or empty"]',
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^: ERROR_SESSION_TOKEN_INVALID$/,
      explanation:
        'The session is over, as PHP sessions are after a while without use: call initSession again.',
      seen: {
        url: 'https://glpi.example.com/apirest.php/Ticket',
        sent: session,
        body: '["ERROR_SESSION_TOKEN_INVALID","session_token seems invalid"]',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^: ERROR_NOT_ALLOWED_IP$/,
      explanation: 'No active API client covers the address from which the request came.',
      seen: {
        url: init,
        sent: user,
        body: '["ERROR_NOT_ALLOWED_IP","There isn\'t an active API client matching your IP address in the configuration (203.0.113.9)"]',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /^: ERROR_LOGIN_WITH_CREDENTIALS_DISABLED$/,
      explanation:
        'Login with user and password is switched off for the API: use the user’s remote access key.',
      seen: {
        status: 400,
        url: init,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '["ERROR_LOGIN_WITH_CREDENTIALS_DISABLED","usage of initSession resource with credentials is disabled"]',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^: (?:ERROR_GLPI_LOGIN|ERROR_GLPI_LOGIN_USER_TOKEN)$/,
      explanation: 'GLPI does not know user and password, or the user token, or the user is not active.',
      seen: {
        url: init,
        sent: user,
        body: '["ERROR_GLPI_LOGIN_USER_TOKEN","parameter user_token seems invalid"]',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^: ERROR_RIGHT_MISSING$/,
      explanation: 'The user’s profile lacks the right; the session may stand in another profile or entity.',
      seen: {
        url: 'https://glpi.example.com/apirest.php/Ticket',
        sent: session,
        body: '["ERROR_RIGHT_MISSING","You don\'t have permission to perform this action."]',
      },
    },
  ],
});
