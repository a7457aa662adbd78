import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const imperva = defineProvider({
  id: 'imperva',
  name: 'Imperva',
  category: 'security',
  address: 'https://www.example.com/api/items',
  fields: [['x-iinfo'], ['set-cookie', /^(incap_ses|visid_incap|nlbi_)/], ['x-cdn', /Imperva|Incapsula/i]],
  body: /Incapsula incident ID|_Incapsula_Resource|Powered By Imperva/i,
  few: 'It speaks of nothing but its own refusal.',
  sources: ['https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/incapsula.py'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /Incapsula incident ID|Request unsuccessful|_Incapsula_Resource/i,
      explanation:
        'Not the application but the firewall in front of it answered; its rules look at address, country, User-Agent, path and body. Give the operator the incident id.',
      seen: {
        status: 403,
        body: '<html><head><title></title></head><body>Request unsuccessful. Incapsula incident ID: 1234-5678</body></html>',
        received: { 'X-Iinfo': '1-2-3' },
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Error (?:code )?(?:16|17|18)\b/i,
      explanation: 'A rule refuses this address or country.',
      seen: {
        status: 403,
        body: '<html><body><p>Access denied. Error code 16. This request was blocked by the security rules. Your IP: 203.0.113.5. Powered By Imperva</p></body></html>',
      },
    },
  ],
});
