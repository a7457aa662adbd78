import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const containerRegistry = defineProvider({
  id: 'container-registry',
  name: 'Container registry',
  category: 'registry',
  address: 'https://registry-1.docker.io/v2/library/alpine/manifests/latest',
  fields: [['docker-distribution-api-version']],
  hosts: /^(auth\.docker\.io|registry-1\.docker\.io|hub\.docker\.com|quay\.io|.*\.azurecr\.io|.*\.pkg\.dev)$/,
  keys: [{ form: /^dckr_pat_/, kind: 'personal access token of Docker Hub' }],
  sources: ['https://distribution.github.io/distribution/spec/auth/token/'],
  signs: [
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /toomanyrequests|too many failed login attempts/i,
      explanation: 'Docker Hub counts pulls and failed logins per user and address.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['DENIED'],
      explanation: 'The account may not pull or push this repository, or it does not exist.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect username or password|unauthorized: (?:incorrect|authentication failed)/i,
      explanation: 'The registry does not know user and password; with two-factor login it wants a token.',
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['UNAUTHORIZED'],
      notSent: /./,
      explanation: 'The registry wants a token from the realm that its challenge names.',
    },
  ],
});
