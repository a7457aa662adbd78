import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const jenkins = defineProvider({
  id: 'jenkins',
  name: 'Jenkins',
  category: 'ci',
  address: 'https://jenkins.example.com/job/build/build',
  fields: [['x-jenkins']],

  sources: ['https://www.jenkins.io/doc/book/security/csrf-protection/'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /No valid crumb/i,
      explanation: 'Jenkins wants a crumb for every POST with a password; an API token needs none.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is missing the .* permission/i,
      explanation: 'The user lacks the permission named.',
    },
  ],
});
