import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://apis.fedex.com/oauth/token';
const seen = (code: string, message: string) => ({ body: JSON.stringify({ errors: [{ code, message }] }) });

export const fedex = defineProvider({
  id: 'fedex',
  name: 'FedEx',
  category: 'commerce',
  address: 'https://apis.fedex.com/track/v1/trackingnumbers',
  hosts: /^apis(?:-sandbox)?\.fedex\.com$/,
  testHosts: /^apis-sandbox\./,
  misleads: [
    {
      says: 'NOT.AUTHORIZED.ERROR',
      means:
        'One code for a wrong client, a token that is over and a project of the other environment; the message tells.',
    },
  ],
  sources: ['https://developer.fedex.com/api/en-us/catalog/authorization/docs.html'],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access token expired/i,
      explanation: 'A token lives an hour: fetch a new one.',
      seen: seen('NOT.AUTHORIZED.ERROR', 'Access token expired. Please modify your request and try again.'),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /given client credentials were not valid|credentials (?:are|were) (?:not valid|invalid)/i,
      explanation:
        'API key and secret do not fit, or are those of the other environment: sandbox and production have their own.',
      seen: {
        ...seen(
          'NOT.AUTHORIZED.ERROR',
          'The given client credentials were not valid. Please modify your request and try again.',
        ),
        url,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=l7xx&client_secret=8f0c',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['FORBIDDEN.ERROR', 'LOGIN.REAUTHENTICATE.ERROR'],
      says: /could not authori[sz]e your credentials/i,
      explanation:
        'The project was made without this interface, or the account number is not joined to it: tracking and shipping are separate projects.',
      seen: {
        status: 403,
        ...seen(
          'FORBIDDEN.ERROR',
          'We could not authorize your credentials. Please check your permissions and try again.',
        ),
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid (?:access )?token|not authori[sz]ed to access (?:this|the) (?:system|resource)/i,
      explanation: 'FedEx does not take this token here.',
      seen: seen('NOT.AUTHORIZED.ERROR', 'Invalid access token. Please modify your request and try again.'),
    },
  ],
});
