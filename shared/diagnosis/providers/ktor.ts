import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ktor = defineProvider({
  id: 'ktor',
  name: 'Ktor',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /^ktor/i]],
  challenge: /^bearer (ktor|Access to)/i,
  body: /Token is not valid or has expired/,
  sources: [
    'https://github.com/ktorio/ktor-documentation/blob/main/topics/server-jwt.md',
    'https://ktor.io/docs/server-jwt.html',
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Token is not valid or has expired/i,
      explanation:
        'The example’s answer to every token that fails: time, issuer, audience, signature or validate block.',
      seen: 'Token is not valid or has expired',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      status: [401],
      sent: /^authorization authorization: bearer \S/i,
      explanation:
        'Ktor’s JWT feature answers a bare 401 for every reason; its trace log on io.ktor.auth names it.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'WWW-Authenticate': 'Bearer realm="ktor sample app"' },
        body: '',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      notSent: /./,
      explanation: 'Ktor found no credential of the configured kind.',
      seen: { sent: {}, received: { 'WWW-Authenticate': 'Bearer realm="ktor sample app"' }, body: '' },
    },
  ],
});
