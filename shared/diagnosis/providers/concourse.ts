import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const concourse = defineProvider({
  id: 'concourse',
  name: 'Concourse and Woodpecker',
  category: 'ci',
  address: 'https://ci.example.com/api/v1/teams/main/pipelines',
  paths: /^\/api\/v1\/teams\/[^/]+\/pipelines\b/,
  fields: [['x-concourse-version'], ['x-woodpecker-version']],
  few: 'Both say “not authorized” to everything.',
  sources: [
    'https://concourse-ci.org/fly.html',
    'https://github.com/woodpecker-ci/woodpecker/blob/main/server/router/middleware/session/user.go',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /^: (?:not authorized|User not authorized)/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over or was made by another installation; log in again.',
      seen: { received: { 'X-Concourse-Version': '7.11.2' }, body: 'not authorized' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^: (?:not authorized|User not authorized)/i,
      notSent: /./,
      explanation: 'Nothing was sent with the request.',
      seen: { sent: {}, received: { 'X-Woodpecker-Version': '2.4.1' }, body: 'User not authorized' },
    },
  ],
});
