import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Auth-Token': '6f1c2d3e-4b5a-4968-8777-665544332211' };

export const scaleway = defineProvider({
  id: 'scaleway',
  name: 'Scaleway',
  category: 'cloud',
  address: 'https://api.scaleway.com/instance/v1/zones/fr-par-1/servers',
  hosts: /^api\.scaleway\.com$/,
  body: /"type"\s*:\s*"denied_authentication"/,
  keys: [{ form: /^SCW[A-Z0-9]{17}$/, kind: 'access key', spare: true }],
  sources: ['https://github.com/scaleway/scaleway-sdk-go/blob/master/scw/errors.go'],
  doors: ['field x-auth-token'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^reason: expired$/i,
      explanation: 'The API key was made with an end, and that has passed; make another in the console.',
      seen: {
        sent: key,
        body: '{"message":"authentication is denied","method":"api_key","reason":"expired","type":"denied_authentication"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^reason: not_found$/i,
      sent: /^(?:field x-auth-token|authorization)/,
      explanation: 'No API key has this secret: deleted, or the access key was sent in its place.',
      seen: {
        sent: key,
        body: '{"message":"authentication is denied","method":"api_key","reason":"not_found","type":"denied_authentication"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['denied_authentication'],
      notSent: /./,
      explanation: 'Scaleway reads the secret key from X-Auth-Token.',
      seen: { sent: {}, body: '{"message":"authentication is denied","type":"denied_authentication"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['permissions_denied'],
      explanation: 'The key is good; no policy of its owner allows this in the project.',
      seen: {
        status: 403,
        sent: key,
        body: '{"details":[{"action":"read","resource":"server"}],"message":"insufficient permissions","type":"permissions_denied"}',
      },
    },
  ],
});
