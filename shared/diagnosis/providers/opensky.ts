import { SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const opensky = defineProvider({
  id: 'opensky',
  name: 'OpenSky Network',
  category: 'data',
  address: 'https://opensky-network.org/api/states/all',
  hosts: /^(?:auth\.)?opensky-network\.org$/,
  few: 'Its interfaces answer a bare refusal.',
  sources: [
    'https://openskynetwork.github.io/opensky-api/rest.html',
    'https://github.com/home-assistant/core/issues/156643',
    'https://github.com/openskynetwork/opensky-api/pull/89',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'auth-method-retired',
      weight: SUGGESTED,
      status: [401, 403],
      sent: /^basic authorization: /,
      explanation:
        'User and password were given up, for accounts made since March 2025 at once: make an API client, and get a token with its id and secret.',
      seen: { sent: { Authorization: 'Basic YWRhOkxvdmVsYWNlLTE4NDM=' }, body: '' },
    },
  ],
});
