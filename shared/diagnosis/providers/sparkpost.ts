import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { Authorization: '8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a' };

export const sparkpost = defineProvider({
  id: 'sparkpost',
  name: 'SparkPost',
  category: 'messaging',
  address: 'https://api.sparkpost.com/api/v1/transmissions',
  hosts: /^api(?:\.eu)?\.sparkpost\.com$/,
  bare: true,
  misleads: [
    {
      says: '401 Unauthorized.',
      means:
        'Also said to a good key of the other region: the European service has a host and keys of its own.',
    },
  ],
  sources: [
    'https://developers.sparkpost.com/api/#header-authentication',
    'https://support.sparkpost.com/docs/getting-started/create-api-keys',
  ],
  doors: ['authorization', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      says: /^message: Unauthorized\.?$/i,
      sent: /^authorization /,
      explanation: 'SparkPost does not know the key, or it is of the other region (api.eu.sparkpost.com).',
      seen: { sent: key, body: '{"errors":[{"message":"Unauthorized."}]}' },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      status: [403],
      says: /^message: Forbidden\.?$/i,
      sent: /^authorization /,
      explanation:
        'The key was made without the grant for this interface, or lists other addresses than this one.',
      seen: { status: 403, sent: key, body: '{"errors":[{"message":"Forbidden."}]}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Unconfigured or unverified sending domain|Subaccount not allowed/i,
      explanation: 'The sending domain is not verified, or the sub-account may not use this.',
      seen: {
        status: 400,
        sent: key,
        body: '{"errors":[{"message":"Unconfigured or unverified sending domain","code":"7001"}]}',
      },
    },
  ],
});
