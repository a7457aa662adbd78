import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const npm = defineProvider({
  id: 'npm',
  name: 'npm registry',
  category: 'registry',
  address: 'https://registry.npmjs.org/-/whoami',
  hosts: /^registry\.(npmjs\.org|yarnpkg\.com|npm\..*)$/,
  fields: [['npm-notice']],
  keys: [{ form: /^npm_/, kind: 'access token' }],
  sources: ['https://docs.npmjs.com/about-access-tokens'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /one-?time pass|EOTP|OTP required/i,
      explanation: 'The account demands a one-time password for writing.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to publish|cannot publish over|E403/i,
      explanation: 'The account does not own the package.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /ENEEDAUTH|need auth/i,
      notSent: /./,
      explanation: 'npm sends a token only to the registry for which .npmrc holds one.',
    },
  ],
});
