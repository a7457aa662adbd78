import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { apiKey: 'atsk_6b1f0c9d8e7a5f4c3b2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f' };

export const africasTalking = defineProvider({
  id: 'africas-talking',
  name: 'Africa’s Talking',
  category: 'messaging',
  address: 'https://api.africastalking.com/version1/messaging',
  hosts: /^[a-z]+(?:\.sandbox)?\.africastalking\.com$/,
  testHosts: /\.sandbox\./,
  few: 'It has two refusals.',
  misleads: [
    {
      says: 'The supplied authentication is invalid',
      means:
        'Mostly that user name and key are not of one app: the sandbox’s user is “sandbox”, at the sandbox’s host.',
    },
  ],
  sources: [
    'https://developers.africastalking.com/docs/authentication',
    'https://help.africastalking.com/en/articles/1361037-how-do-i-generate-an-api-key',
  ],
  doors: ['field apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /The supplied authentication is invalid/i,
      explanation:
        'The key in apiKey is not that of the parameter username; a new one takes some minutes before it is good.',
      seen: {
        sent: key,
        posted: 'username=shop&to=%2B254711XXXYYY&message=hi',
        body: 'The supplied authentication is invalid',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /requires authentication, which was not supplied with the request/i,
      notSent: /./,
      explanation: 'The key goes into the field apiKey.',
      seen: {
        sent: {},
        posted: 'username=shop&to=%2B254711XXXYYY&message=hi',
        body: 'The resource requires authentication, which was not supplied with the request',
      },
    },
  ],
});
