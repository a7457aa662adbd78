import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (key: string, description: string, status: number) => ({
  status,
  body: JSON.stringify({ error: { key, description } }),
});

export const homeConnect = defineProvider({
  id: 'home-connect',
  name: 'Home Connect',
  category: 'device',
  address: 'https://api.home-connect.com/api/homeappliances',
  hosts: /^(?:simulator\.)?(?:api|developer)\.home-connect\.(?:com|cn)$/,
  testHosts: /^simulator\./,
  sources: [
    'https://api-docs.home-connect.com/general/#error-codes',
    'https://github.com/home-assistant/core/issues/139991',
    'https://github.com/iobroker-community-adapters/ioBroker.homeconnect/issues/390',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^description: The access token expired/i,
      explanation: 'Access tokens last a day; refresh tokens end when two months pass without one.',
      seen: seen('invalid_token', 'The access token expired', 401),
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /^description: The provided token is malformed/i,
      explanation: 'The token was cut when it was stored, or is one of the simulator.',
      seen: seen('invalid_token', 'The provided token is malformed.', 401),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_scope'],
      explanation: 'The user did not grant the scope for this appliance; ask once more with it.',
      seen: seen('insufficient_scope', 'Scope has not been granted', 403),
    },
  ],
});
