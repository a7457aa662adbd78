import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: string, message: string) => ({
  body: JSON.stringify({ response: { errors: [{ code, message }] } }),
});
const token = {
  url: 'https://onlinetools.ups.com/security/v1/oauth/token',
  posted: 'grant_type=client_credentials',
};
const client = { Authorization: 'Basic bDd4eDpLZXljYXJkOQ==' };

export const ups = defineProvider({
  id: 'ups',
  name: 'UPS',
  category: 'commerce',
  address: 'https://onlinetools.ups.com/api/rating/v1/Shop',
  hosts: /^(?:onlinetools|wwwcie)\.ups\.com$/,
  testHosts: /^wwwcie\./,
  sources: [
    'https://developer.ups.com/api/reference/oauth/client-credentials',
    'https://developer.ups.com/oauth-developer-guide',
  ],
  doors: [
    'authorization bearer',
    'authorization basic',
    'field accesslicensenumber',
    'field username',
    'field password',
  ],
  lives: { seconds: 14_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['10401', '10400', '10402', '10403'],
      says: /ClientId is Invalid|Invalid\/Missing client[_ ]?(?:id|secret)/i,
      explanation: 'UPS does not know client id and secret, or they are of an app of the other environment.',
      seen: { ...seen('10401', 'ClientId is Invalid'), ...token, sent: client },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      code: ['250003', '250009'],
      says: /Invalid Access License number/i,
      explanation: 'Access license numbers went in 2024: make an app and send OAuth tokens.',
      seen: { ...seen('250003', 'Invalid Access License number'), sent: {}, posted: '{}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['250002'],
      says: /Invalid Authentication Information/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over after four hours, or was made at the other environment.',
      seen: seen('250002', 'Invalid Authentication Information.'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['250007', '250004'],
      says: /user is not (?:registered|authorized)|not authorized to (?:use|access)/i,
      explanation: 'The app was made without this product, or the shipper account is not joined to it.',
      seen: { status: 403, ...seen('250007', 'The user is not registered for this service.') },
    },
  ],
});
