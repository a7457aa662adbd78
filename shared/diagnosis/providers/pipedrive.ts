import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pipedrive = defineProvider({
  id: 'pipedrive',
  name: 'Pipedrive',
  category: 'productivity',
  address: 'https://api.pipedrive.com/v1/users/me',
  hosts: /(^|\.)pipedrive\.com$/,
  sources: [
    'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    'https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes',
  ],
  doors: ['query api_token', 'field x-api-token', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /unauthorized access/i,
      sent: /^query x-api-token:/i,
      explanation:
        'The key goes into the field x-api-token (or the parameter api_token); a parameter x-api-token is not read.',
      seen: {
        url: 'https://api.pipedrive.com/v1/users/me?x-api-token=Zx81kQp07vTnE4sWc2Rb',
        sent: {},
        body: '{"success":false,"error":"unauthorized access","errorCode":401}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /unauthorized access|Invalid token: access token is invalid/i,
      sent: /^authorization authorization: bearer [0-9a-f]{40}$/i,
      explanation: 'An API key stands in x-api-token; behind Bearer Pipedrive expects an OAuth token.',
      seen: {
        sent: { Authorization: 'Bearer 4f1d2c3b5a69788796a5b4c3d2e1f00f1e2d3c4c' },
        body: '{"success":false,"error":"unauthorized access","errorCode":401}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unauthorized access/i,
      sent: /^(?:query api_token|field x-api-token):/i,
      explanation: 'Pipedrive does not know the key; each user has one key per company.',
      seen: {
        sent: { 'x-api-token': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"success":false,"error":"unauthorized access","errorCode":401}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Scope and URL mismatch/i,
      explanation: 'The app was installed without this scope.',
      seen: { status: 403, body: '{"success":false,"error":"Scope and URL mismatch","errorCode":403}' },
    },
  ],
});
