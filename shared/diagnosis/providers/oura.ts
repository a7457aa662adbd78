import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const oura = defineProvider({
  id: 'oura',
  name: 'Oura',
  category: 'device',
  address: 'https://api.ouraring.com/v2/usercollection/sleep',
  hosts: /(^|\.)ouraring\.com$/,
  sources: ['https://cloud.ouraring.com/v2/docs'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Usually means the access token is expired, malformed or revoked/i,
      explanation: 'Oura does not take the token and does not tell which of the three it is.',
      seen: '{"detail":"Unauthorized access exception. Usually means the access token is expired, malformed or revoked."}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /requires additional permissions|not authorized to access .* scope/i,
      explanation:
        'The scope of this kind of data was not granted, or the ring’s membership is over and with it the interface.',
      seen: {
        status: 403,
        body: '{"detail":"Forbidden. The requested resource requires additional permissions or the user\'s subscription to Oura has expired and their data is not available via the API."}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      status: [426],
      says: /minimum app version|update .*app/i,
      explanation: 'The user’s app is too old to share data through the interface.',
      seen: {
        status: 426,
        body: '{"detail":"Minimum app version error. The Oura user needs to update their mobile app."}',
      },
    },
  ],
});
