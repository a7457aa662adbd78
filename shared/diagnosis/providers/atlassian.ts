import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const atlassian = defineProvider({
  id: 'atlassian',
  name: 'Atlassian',
  category: 'productivity',
  address: 'https://example.atlassian.net/rest/api/3/myself',
  hosts: /\.(atlassian\.(net|com)|jira\.com)$/,
  fields: [['x-seraph-loginreason'], ['x-arequestid']],
  keys: [{ form: /^ATATT3/, kind: 'API token', goes: ['authorization basic'] }],
  sources: ['https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic auth(?:entication)? with passwords? (?:is deprecated|is not supported)|app passwords? (?:has|have) been|deprecat/i,
      explanation: 'Atlassian’s cloud takes API tokens in place of the account’s password.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/i,
      explanation: 'After failed logins Jira wants a CAPTCHA in the browser before it takes any password.',
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /AUTHENTICATED_FAILED/i,
      explanation: 'Jira did not accept the login.',
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
