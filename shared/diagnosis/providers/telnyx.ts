import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = 'KEY0198688685BC510C36E315B45362DE67_q7LmT4vB1sZpLcR8wYhD5g';
const seen = (detail: string, sent: Readonly<Record<string, string>>) => ({
  sent,
  body: JSON.stringify({
    errors: [
      {
        code: '10009',
        title: 'Authentication failed',
        detail,
        meta: { url: 'https://developers.telnyx.com/docs/overview/errors/10009' },
      },
    ],
  }),
});

export const telnyx = defineProvider({
  id: 'telnyx',
  name: 'Telnyx',
  category: 'messaging',
  address: 'https://api.telnyx.com/v2/messages',
  hosts: /^api(?:\.eu)?\.telnyx\.com$/,
  few: 'One code of its errors speaks of authentication.',
  sources: ['https://developers.telnyx.com/docs/overview/errors/10009'],
  doors: ['authorization bearer'],
  keys: [{ form: /^KEY[0-9A-F]{32}_\w{22}$/, kind: 'API key', goes: ['authorization bearer'] }],
  signs: [
    {
      cause: 'token-malformed',
      weight: PROVEN,
      code: ['10009'],
      sent: /^authorization authorization: bearer KEY[0-9A-F]{1,32}_?$/i,
      explanation: 'That is the key’s name alone: behind it stand an underscore and the secret, shown once.',
      seen: seen(
        "No key found matching the ID 'KEY0198688685BC510C36E315B45362DE67' with the provided secret.",
        {
          Authorization: 'Bearer KEY0198688685BC510C36E315B45362DE67',
        },
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['10009'],
      says: /No key found matching the ID/i,
      sent: /^authorization authorization: bearer KEY[0-9A-F]{32}_\w/i,
      explanation: 'The key was deleted, or its secret is another; keys of version 1 are none of version 2.',
      seen: seen(
        "No key found matching the ID 'KEY0198688685BC510C36E315B45362DE67' with the provided secret.",
        {
          Authorization: `Bearer ${key}`,
        },
      ),
    },
  ],
});
