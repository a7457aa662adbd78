import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const login = (url: string, posted: string, body: string) => ({ url, sent: {}, posted, body });

export const thetvdb = defineProvider({
  id: 'thetvdb',
  name: 'TheTVDB',
  category: 'data',
  address: 'https://api4.thetvdb.com/v4/series/70366',
  hosts: /^api4?\.thetvdb\.com$/,
  few: 'Its interfaces answer a bad token in one word.',
  misleads: [
    {
      says: 'apikey invalid',
      means: 'Said of a key that wants the subscriber’s pin as well, and of a key of the older interface.',
    },
  ],
  sources: [
    'https://github.com/thetvdb/v4-api',
    'https://github.com/thetvdb/tvdb-v4-python/issues/34',
    'https://github.com/jellyfin/jellyfin-plugin-tvdb/issues/100',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 2_592_000, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /InvalidAPIKey|apikey invalid/i,
      explanation: 'The key is unknown; one that users pay for goes along with the user’s pin.',
      seen: login(
        'https://api4.thetvdb.com/v4/login',
        '{"apikey":"f0911b88-22bc-4daf-937a-3c843b55ca21","pin":"GHJP5BN"}',
        '{"status":"failure","message":"InvalidAPIKey: apikey invalid","data":null}',
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid credentials; API Key Required/i,
      host: /^api\./,
      explanation:
        'The older interface has keys of its own, and gives out none any more: call api4.thetvdb.com.',
      seen: login(
        'https://api.thetvdb.com/login',
        '{"apikey":"f0911b88-22bc-4daf-937a-3c843b55ca21"}',
        '{"Error":"Invalid credentials; API Key Required"}',
      ),
    },
  ],
});
