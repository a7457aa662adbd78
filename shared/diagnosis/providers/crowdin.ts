import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const crowdin = defineProvider({
  id: 'crowdin',
  name: 'Crowdin',
  category: 'productivity',
  address: 'https://api.crowdin.com/api/v2/projects',
  hosts: /(^|\.)crowdin\.com$/,
  misleads: [
    {
      says: '401 Unauthorized',
      means:
        'Also said to a good token of an enterprise organisation, whose host is its own name before .api.crowdin.com.',
    },
  ],
  sources: [
    'https://support.crowdin.com/developer/authorization/',
    'https://support.crowdin.com/developer/api/v2/#section/Introduction/Authorization',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      status: [401],
      says: /^message: Unauthorized$/,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Crowdin does not know the token at this host: it is over, was deleted, or belongs to an enterprise organisation with a host of its own.',
      seen: '{"error":{"message":"Unauthorized","code":401}}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /^message: Unauthorized$/,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { sent: {}, body: '{"error":{"message":"Unauthorized","code":401}}' },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      status: [403],
      says: /^message: (?:Forbidden|.*scope)/i,
      sent: /^authorization /,
      explanation: 'The token was made without this scope or this project.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Endpoint isn\'t allowed for token scopes","code":403}}',
      },
    },
  ],
});
