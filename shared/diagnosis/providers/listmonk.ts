import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const listmonk = defineProvider({
  id: 'listmonk',
  name: 'listmonk',
  category: 'messaging',
  address: 'https://listmonk.example.com/api/subscribers',
  hosts: /^listmonk\./,
  body: /"message"\s*:\s*"(?:invalid API credentials|permission denied: \w+:\w+|code=400, message=(?:unknown Authorization scheme|api_key:token missing))/,
  sources: [
    'https://listmonk.app/docs/apis/apis/',
    'https://github.com/knadh/listmonk/blob/master/internal/auth/auth.go',
  ],
  misleads: [
    {
      says: 'invalid session',
      means: 'Also that a cookie session came along: where there is one, Authorization is not read.',
    },
  ],
  doors: ['authorization basic', 'authorization token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /invalid API credentials/i,
      explanation:
        'This is the name and token of an API user; from version 4 on a person’s password opens no API.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"invalid API credentials"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /permission denied: \w+:\w+/i,
      explanation: 'The role of the API user lacks the permission that the answer names.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"permission denied: subscribers:get_all"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /unknown Authorization scheme/i,
      explanation: 'listmonk reads Basic, or token followed by name, colon and token; no Bearer.',
      seen: {
        status: 403,
        body: '{"message":"code=400, message=unknown Authorization scheme"}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /api_key:token missing|invalid Base64 value in Basic/i,
      explanation: 'The value is the API user’s name, a colon and its token.',
      seen: {
        status: 403,
        sent: { Authorization: 'token q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"message":"code=400, message=api_key:token missing"}',
      },
    },
  ],
});
