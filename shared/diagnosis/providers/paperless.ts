import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const paperless = defineProvider({
  id: 'paperless',
  name: 'Paperless-ngx',
  category: 'productivity',
  address: 'https://paperless.example.com/api/documents/',
  hosts: /^paperless(?:-ngx|-ng)?\./,
  sources: [
    'https://docs.paperless-ngx.com/api/#authorization',
    'https://github.com/paperless-ngx/paperless-ngx/issues/817',
  ],
  doors: ['authorization token', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication credentials were not provided/i,
      notSent: /./,
      explanation: 'Send the token of /api/token/ behind the word Token, or user and password as Basic.',
      seen: { sent: {}, body: '{"detail":"Authentication credentials were not provided."}' },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /MFA code is required/i,
      explanation: 'The account has a second factor: send its code beside user and password to /api/token/.',
      seen: {
        url: 'https://paperless.example.com/api/token/',
        status: 400,
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"non_field_errors":["MFA code is required"]}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Origin checking failed - \S+ does not match any trusted origins/i,
      explanation: 'PAPERLESS_URL must name the address that people use, with scheme and port.',
      seen: {
        status: 403,
        sent: { Cookie: 'csrftoken=a; sessionid=b' },
        received: { 'Content-Type': 'text/html' },
        body: '<title>403 Forbidden</title><p>CSRF verification failed.</p><pre>Origin checking failed - https://paperless.example.com does not match any trusted origins.</pre>',
      },
    },
  ],
});
