import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Token C6mdvEQTGnebsmVn3sFNeeuelGEBjyQq:NOvD3VlzuSVuBPNaf1xWHmy7nIRlaj23' };
const seen = (status: number, message: string, sent: Readonly<Record<string, string>> = token) => ({
  status,
  sent,
  body: JSON.stringify({ error: { code: status, message } }),
});

export const bookstack = defineProvider({
  id: 'bookstack',
  name: 'BookStack',
  category: 'productivity',
  address: 'https://books.example.com/api/books',
  body: /No (?:matching API token was|authorization token) found|secret provided for the given used API token|An authorization token was found on the request but|owner of the used API token|authorization token used has expired/,
  sources: [
    'https://demo.bookstackapp.com/api/docs#authentication',
    'https://github.com/BookStackApp/BookStack/blob/development/lang/en/errors.php',
  ],
  doors: ['authorization token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /No matching API token was found|secret provided for the given used API token is incorrect/i,
      explanation: 'Token id and token secret, joined by a colon, are not known here.',
      seen: seen(401, 'No matching API token was found for the used authorization token'),
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /authorization token was found on the request but the format appeared incorrect/i,
      explanation: 'The field reads “Token”, a space, the id, a colon and the secret.',
      seen: seen(401, 'An authorization token was found on the request but the format appeared incorrect', {
        Authorization: 'Bearer C6mdvEQTGnebsmVn3sFNeeuelGEBjyQq',
      }),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /authorization token used has expired/i,
      explanation: 'The token was made with a last day, and it has passed.',
      seen: seen(403, 'The authorization token used has expired'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /owner of the used API token does not have permission to make API calls/i,
      explanation: 'The owner’s role lacks “Access system API”.',
      seen: seen(403, 'The owner of the used API token does not have permission to make API calls'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /No authorization token found on the request/i,
      notSent: /./,
      explanation: 'Nothing was sent.',
      seen: seen(401, 'No authorization token found on the request', {}),
    },
  ],
});
