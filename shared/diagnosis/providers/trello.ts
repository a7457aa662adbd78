import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const trello = defineProvider({
  id: 'trello',
  name: 'Trello',
  category: 'productivity',
  address: 'https://api.trello.com/1/members/me',
  hosts: /(^|\.)trello\.com$/,
  keys: [{ form: /^ATTA/, kind: 'user token' }],
  misleads: [{ says: 'invalid id', means: 'The board or card does not exist, or the token may not see it.' }],
  sources: ['https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/'],
  doors: ['query key', 'query token', 'authorization oauth'],
  needs: [{ at: ['query key'], beside: 'query token' }],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + PROVEN,
      says: /^: invalid (?:key|token|app token)$/i,
      sent: /^query key: ATTA/,
      explanation:
        'key holds the user’s token, which goes into token; the short key of the app goes into key.',
      seen: {
        url: 'https://api.trello.com/1/members/me?key=ATTA0123456789abcdef0123&token=0123456789abcdef0123456789abcdef',
        sent: {},
        body: 'invalid key',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /^: invalid (?:key|app key)$/i,
      path: /^(?!.*[?&]key=).*[?&]token=/,
      notSent: /^authorization /,
      explanation: 'A token counts only beside the key of the app for which it was made: send both.',
      seen: {
        url: 'https://api.trello.com/1/members/me?token=ATTA0123456789abcdef0123',
        sent: {},
        body: 'invalid key',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^: invalid (?:key|token|app token)$/i,
      explanation: 'Trello does not know the key, or the token was not made for this key.',
      seen: {
        url: 'https://api.trello.com/1/members/me?key=0123456789abcdef0123456789abcdef&token=ATTA0123',
        sent: {},
        body: 'invalid key',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /^: expired token$/i,
      explanation: 'The token’s time is over; ask with expiration=never, or again.',
      seen: {
        url: 'https://api.trello.com/1/members/me?key=0123456789abcdef0123456789abcdef&token=ATTA0123',
        sent: {},
        body: 'expired token',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /unauthorized (?:\w+ )?permission requested/i,
      explanation: 'The token was given to read only, or its member may not see the board.',
      seen: {
        url: 'https://api.trello.com/1/cards?key=0123456789abcdef0123456789abcdef&token=ATTA0123',
        sent: {},
        body: 'unauthorized card permission requested',
      },
    },
  ],
});
