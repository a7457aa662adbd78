import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const problem = (code: string, message: string, userMessage: string) => ({
  status: 403,
  body: JSON.stringify({ errors: [{ code, message, details: null, path: null, userMessage }] }),
});

export const allegro = defineProvider({
  id: 'allegro',
  name: 'Allegro',
  category: 'commerce',
  address: 'https://api.allegro.pl/sale/offers',
  hosts: /^(?:(?:api|upload)\.)?allegro\.pl(?:\.allegrosandbox\.pl)?$/,
  testHosts: /\.allegrosandbox\.pl$/,
  sources: [
    'https://developer.allegro.pl/tutorials/authentication-and-authorization-m09BlVyo7iY',
    'https://developer.allegro.pl/tutorials/information-basics-m21BlVyo7iY',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 43_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['VerificationRequired', 'AccessDenied', 'AccessDeniedException'],
      explanation:
        'The application lacks the right to this resource: some are for verified applications, others for accounts of companies or for tokens of a user.',
      seen: problem(
        'VerificationRequired',
        'Access is denied. Verification is required.',
        'Access denied. Access available only for verified applications.',
      ),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Full authentication is required/i,
      explanation: 'The call carries no token: Authorization with Bearer and an access token.',
      seen: {
        sent: {},
        body: '{"error":"unauthorized","error_description":"Full authentication is required to access this resource"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access token expired: /,
      explanation:
        'An access token lives twelve hours; the refresh token gets a new one, and is then replaced as well.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":"invalid_token","error_description":"Access token expired: eyJhbGciOi"}',
      },
    },
  ],
});
