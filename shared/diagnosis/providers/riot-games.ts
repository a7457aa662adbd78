import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Riot-Token': 'RGAPI-0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' };
const seen = (status: number, message: string) => ({
  status,
  sent: key,
  body: JSON.stringify({ status: { message, status_code: status } }),
});

export const riotGames = defineProvider({
  id: 'riot-games',
  name: 'Riot Games',
  category: 'data',
  address: 'https://euw1.api.riotgames.com/lol/status/v4/platform-data',
  hosts: /\.api\.riotgames\.com$/,
  keys: [{ form: /^RGAPI-/, kind: 'API key', goes: ['field x-riot-token', 'query api_key'] }],
  misleads: [
    {
      says: '403 Forbidden',
      means: 'Mostly a development key that is over: it lives a day. A retired path says the same.',
    },
  ],
  sources: ['https://developer.riotgames.com/docs/portal#web-apis_response-codes'],
  doors: ['field x-riot-token', 'query api_key'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      status: [403],
      says: /^message: Forbidden$/,
      sent: /RGAPI-/,
      explanation:
        'A development key ends after twenty-four hours: make a new one in the portal, or register the product.',
      seen: seen(403, 'Forbidden'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^message: Unknown apikey/i,
      explanation: 'Riot does not know the key.',
      seen: seen(401, 'Unknown apikey'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^message: (?:Unauthorized|No apikey)/i,
      notSent: /RGAPI-|x-riot-token|api_key/i,
      explanation: 'No key was sent: it goes in X-Riot-Token.',
      seen: { ...seen(401, 'Unauthorized'), sent: {} },
    },
  ],
});
