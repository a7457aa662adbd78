import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zendesk = defineProvider({
  id: 'zendesk',
  name: 'Zendesk',
  category: 'productivity',
  address: 'https://example.zendesk.com/api/v2/tickets.json',
  hosts: /(^|\.)zendesk\.com$/,

  sources: ['https://developer.zendesk.com/api-reference/introduction/security-and-auth/'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer [A-Za-z0-9]{40}$/i,
      says: /The access token provided is expired, revoked, malformed/i,
      explanation:
        'Zendesk takes Bearer for OAuth tokens only; an API token goes as Basic with the e-mail and /token.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
  ],
});
