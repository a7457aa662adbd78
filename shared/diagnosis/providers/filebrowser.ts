import { SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const filebrowser = defineProvider({
  id: 'filebrowser',
  name: 'File Browser',
  category: 'storage',
  address: 'https://filebrowser.example.com/api/resources/',
  hosts: /^filebrowser\./,
  fields: [['x-renew-token']],
  sources: [
    'https://filebrowser.org/',
    'https://github.com/filebrowser/filebrowser/blob/master/http/auth.go',
  ],
  misleads: [
    {
      says: '403 Forbidden',
      means: 'Where a token came: also that the token is over or does not verify, without a word of it.',
    },
  ],
  few: 'Its refusals have no words.',
  doors: ['field x-auth', 'query auth', 'authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      sent: /^(?:field x-auth|query auth): ey/i,
      status: [401, 403],
      explanation:
        'Its tokens live two hours, and the page renews them by itself; a program must post to /api/renew in time.',
      seen: {
        url: 'https://filebrowser.example.com/api/resources/',
        status: 401,
        sent: { 'X-Auth': 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjp7ImlkIjoxfX0.c2ln' },
        received: { 'WWW-Authenticate': '', 'Content-Type': 'text/plain', 'X-Renew-Token': 'true' },
        body: '401 Unauthorized',
      },
    },
  ],
});
