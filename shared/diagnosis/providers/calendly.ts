import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (title: string, message: string, status = 401, url?: string) => ({
  status,
  ...(url === undefined ? {} : { url }),
  body: JSON.stringify({ title, message }),
});

export const calendly = defineProvider({
  id: 'calendly',
  name: 'Calendly',
  category: 'productivity',
  address: 'https://api.calendly.com/users/me',
  hosts: /^(?:api|auth)\.calendly\.com$/,
  sources: [
    'https://developer.calendly.com/api-docs/ZG9jOjM2MzE2MDM4-api-conventions',
    'https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^message: The access token is invalid$/i,
      explanation: 'The token was deleted, or is a key of the first version of the API, which ended in 2025.',
      seen: seen('Unauthenticated', 'The access token is invalid'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^message: The access token expired$/i,
      explanation: 'Tokens of an app last two hours; refresh it.',
      seen: seen('Unauthenticated', 'The access token expired'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^title: Permission Denied$/i,
      explanation: 'The user’s plan or role does not cover this.',
      seen: seen('Permission Denied', 'You do not have permission to access this resource.', 403),
    },
  ],
});
