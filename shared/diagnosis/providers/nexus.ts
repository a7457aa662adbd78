import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nexus = defineProvider({
  id: 'nexus',
  name: 'Sonatype Nexus Repository',
  category: 'registry',
  address: 'https://nexus.example.com/repository/npm/pkg',
  fields: [['server', /^Nexus\//]],
  challenge: /sonatype/i,
  keys: [{ form: /^NpmToken\./i, kind: 'npm token' }],
  sources: ['https://help.sonatype.com/en/npm-registry.html'],
  signs: [
    {
      cause: 'server-misconfigured',
      weight: SUGGESTED,
      sent: /^authorization authorization: bearer npmtoken/i,
      explanation: 'npm tokens work in Nexus only while the npm Bearer Token Realm is active.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /locked due to|temporarily locked/i,
      explanation: 'The user is locked after failed logins.',
    },
  ],
});
