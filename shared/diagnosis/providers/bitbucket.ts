import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bitbucket = defineProvider({
  id: 'bitbucket',
  name: 'Bitbucket',
  category: 'code-host',
  address: 'https://api.bitbucket.org/2.0/user',
  hosts: /^(api\.)?bitbucket\.org$/,
  keys: [
    { form: /^ATBB/, kind: 'app password' },
    { form: /^ATCTT3/, kind: 'repository access token' },
  ],
  sources: ['https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens/'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic auth(?:entication)? with passwords? (?:is deprecated|is not supported)|app passwords? (?:has|have) been|deprecat/i,
      explanation: 'Atlassian’s cloud takes API tokens in place of the account’s password.',
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /XSRF check failed/i,
      explanation: 'Send X-Atlassian-Token: no-check; browsers’ requests are checked for their origin.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /scope does not match/i,
      explanation: 'The OAuth token lacks the scope of this resource.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP allowlist/i,
      explanation: 'The organisation takes requests from listed addresses only.',
    },
  ],
});
