import { HINTED, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openWebui = defineProvider({
  id: 'open-webui',
  name: 'Open WebUI',
  category: 'ai',
  address: 'https://openwebui.example.com/api/chat/completions',
  hosts: /^(?:open-?webui)\./,
  body: /Your session has expired or the token is invalid\. Please sign in again\.|Use of API key is not enabled in the environment|The email or password provided is incorrect\. Please check for typos|has not provided a trusted header|You do not have permission to access this resource\. Please contact your administrator for assistance/,
  sources: [
    'https://docs.openwebui.com/getting-started/api-endpoints/',
    'https://github.com/open-webui/open-webui/blob/main/backend/open_webui/constants.py',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED + HINTED,
      says: /Use of API key is not enabled in the environment/i,
      explanation:
        'Keys are switched off here: an administrator switches them on in the general settings, or by ENABLE_API_KEYS.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sk-q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"detail":"Use of API key is not enabled in the environment."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Your session has expired or the token is invalid\. Please sign in again/i,
      explanation:
        'The token’s time is over, or WEBUI_SECRET_KEY changed with a restart, which ends all tokens.',
      seen: '{"detail":"Your session has expired or the token is invalid. Please sign in again."}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /email or password provided is incorrect/i,
      explanation: 'Open WebUI does not know this address and password.',
      seen: {
        url: 'https://openwebui.example.com/api/v1/auths/signin',
        status: 400,
        sent: {},
        posted: '{"email":"kim@example.com","password":"word-of-kim"}',
        body: '{"detail":"The email or password provided is incorrect. Please check for typos and try logging in again."}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /has not provided a trusted header/i,
      explanation:
        'The proxy in front must tell the user’s address in the field that WEBUI_AUTH_TRUSTED_EMAIL_HEADER names.',
      seen: {
        status: 400,
        sent: {},
        posted: '{"email":"","password":""}',
        url: 'https://openwebui.example.com/api/v1/auths/signin',
        body: '{"detail":"Your provider has not provided a trusted header. Please contact your administrator for assistance."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to access this resource\. Please contact your administrator/i,
      explanation: 'The account waits for an administrator to approve it, or is none itself.',
      seen: {
        status: 401,
        body: '{"detail":"You do not have permission to access this resource. Please contact your administrator for assistance."}',
      },
    },
  ],
});
