import { HINTED, PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dspace = defineProvider({
  id: 'dspace',
  name: 'DSpace',
  category: 'data',
  address: 'https://repository.example.edu/server/api/core/items',
  fields: [['dspace-xsrf-token']],
  paths: /^\/server\/api\/(?:authn|core|submission|discover|eperson|authz)\b/,
  sources: [
    'https://github.com/DSpace/RestContract/blob/main/csrf-tokens.md',
    'https://github.com/DSpace/RestContract/blob/main/authentication.md',
  ],
  misleads: [
    {
      says: 'Access is denied. Invalid CSRF token.',
      means:
        'Every call that changes something, the login too, echoes DSPACE-XSRF-TOKEN in X-XSRF-TOKEN and sends its cookie; a program must ask once before.',
    },
  ],
  few: 'Beside the anti-forgery token its answers are those of its framework.',
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN + HINTED,
      status: [403],
      says: /Invalid CSRF token/i,
      explanation:
        'Ask /server/api/authn/status first, and send the DSPACE-XSRF-TOKEN of that answer in X-XSRF-TOKEN, with its cookie.',
      seen: {
        url: 'https://repository.example.edu/server/api/authn/login',
        status: 403,
        sent: {},
        posted: 'user=kim%40example.edu&password=word-of-kim',
        received: { 'DSPACE-XSRF-TOKEN': '9c3ad4bd-0001-4a5b-8c2a-5f1e0d9b7a63' },
        body: '{"timestamp":"2023-11-15T12:00:00.000+00:00","status":403,"error":"Forbidden","message":"Access is denied. Invalid CSRF token.","path":"/server/api/authn/login"}',
      },
    },
  ],
});
