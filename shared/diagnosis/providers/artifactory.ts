import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const artifactory = defineProvider({
  id: 'artifactory',
  name: 'JFrog Artifactory',
  category: 'registry',
  address: 'https://example.jfrog.io/artifactory/api/system/ping',
  fields: [['x-jfrog-version'], ['server', /^Artifactory/i]],
  challenge: /artifactory/i,
  hosts: /\.jfrog\.io$/,

  sources: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Token failed verification: expired/i,
      explanation: 'Artifactory’s access token is over.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token failed verification: (?:parse|signature)/i,
      explanation: 'Artifactory cannot verify the token, as after a reinstallation.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Token failed verification: revoked/i,
      explanation: 'The token was withdrawn.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /locked due to|temporarily locked/i,
      explanation: 'The user is locked after failed logins.',
    },
  ],
});
