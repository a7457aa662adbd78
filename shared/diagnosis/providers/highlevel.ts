import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { Authorization: 'Bearer pit-462058eb-14d7-4e33-948d-ab22fe3e4475', Version: '2021-07-28' };
const seen = (message: string, fields: Readonly<Record<string, string>> = sent, statusCode = 401) => ({
  status: statusCode,
  sent: fields,
  body: JSON.stringify({ statusCode, message }),
});

export const highlevel = defineProvider({
  id: 'highlevel',
  name: 'HighLevel',
  category: 'commerce',
  address: 'https://services.leadconnectorhq.com/contacts/',
  hosts: /^(?:services|rest|backend)\.(?:leadconnectorhq|gohighlevel)\.com$/,
  misleads: [
    { says: 'version header was not found.', means: 'No fault of the token: the field Version is missing.' },
  ],
  sources: [
    'https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0/index.html',
    'https://github.com/GoHighLevel/highlevel-api-docs/issues/213',
    'https://github.com/GoHighLevel/highlevel-api-docs/issues/217',
  ],
  doors: ['authorization bearer'],
  keys: [{ form: /^pit-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, kind: 'private integration token' }],
  lives: { seconds: 86_400, ends: 'token-expired' },
  needs: [{ at: ['field version'] }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /version header (?:was not found|is invalid)/i,
      explanation: 'Every call names the API’s version: Version: 2021-07-28.',
      seen: seen('version header was not found.', { Authorization: sent.Authorization }),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /The token is not authorized for this scope/i,
      explanation:
        'Add the scope to the app or the private integration, and install it or make its token again.',
      seen: seen('The token is not authorized for this scope.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /The token does not have access to this location/i,
      explanation:
        'The token is of another sub-account, or of the agency: each location wants a token of its own.',
      seen: seen('The token does not have access to this location.', sent, 403),
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /Invalid JWT/i,
      sent: /Bearer pit-/,
      host: /^rest\./,
      explanation:
        'Private integration tokens are read by services.leadconnectorhq.com; rest.gohighlevel.com is version 1.',
      seen: { ...seen('Invalid JWT'), url: 'https://rest.gohighlevel.com/v1/contacts/' },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /^message: Invalid JWT$/i,
      notSent: /Bearer (?:pit-|ey)/,
      explanation: 'What was sent is neither a private integration token nor an access token.',
      seen: seen('Invalid JWT', { Authorization: 'Bearer 5f1c9b1e0d2a', Version: '2021-07-28' }),
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^message: (?:Invalid JWT|Invalid Private Integration token)$/i,
      sent: /Bearer (?:pit-|ey)/,
      explanation: 'The token is over, after a day, or was replaced by a newer one.',
      seen: seen('Invalid Private Integration token'),
    },
  ],
});
