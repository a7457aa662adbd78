import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (Code: number, Message: string, sent: Readonly<Record<string, string>>) => ({
  sent,
  body: JSON.stringify({ Code, Message }),
});
const basic = { Authorization: 'Basic MGExYjJjM2Q0ZTVmNjA3MTgyOTNhNGI1YzZkN2U4Zjk6eA==' };
const wanted = 'Must supply a valid HTTP Basic Authorization header';

export const campaignMonitor = defineProvider({
  id: 'campaign-monitor',
  name: 'Campaign Monitor',
  category: 'messaging',
  address: 'https://api.createsend.com/api/v3.3/clients.json',
  hosts: /^api\.createsend\.com$/,
  sources: [
    'https://www.campaignmonitor.com/api/v3-3/getting-started/',
    'https://github.com/campaignmonitor/createsend-ruby/issues/43',
    'https://github.com/campaignmonitor/createsend-python/issues/61',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  lives: { seconds: 1_209_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Must supply a valid HTTP Basic Authorization header/i,
      notSent: /^authorization /,
      explanation: 'The key is the user of Basic, with any password.',
      seen: seen(50, wanted, {}),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Must supply a valid HTTP Basic Authorization header|^code: 100$/i,
      sent: /^basic authorization: /,
      explanation:
        'The user of Basic is no key: mostly the id of a client or a list stands there in its place.',
      seen: seen(50, wanted, basic),
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /^code: 121$|Expired OAuth Token/i,
      explanation: 'Access tokens last two weeks; refresh it.',
      seen: seen(121, 'Expired OAuth Token', { Authorization: 'Bearer SlAV32hkKG5e6HhP9kU2x' }),
    },
  ],
});
