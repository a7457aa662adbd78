import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://nas.example.com:8080/sabnzbd/api?mode=queue&output=json&apikey=4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const json = { 'Content-Type': 'application/json' };

export const sabnzbd = defineProvider({
  id: 'sabnzbd',
  name: 'SABnzbd',
  category: 'device',
  address: url,
  body: /sabnzbd\.org\/|"error":"API Key (?:Required|Incorrect)"|API Key (?:Required|Incorrect)\s*$/,
  sources: ['https://sabnzbd.org/wiki/advanced/api', 'https://sabnzbd.org/wiki/extra/hostname-check.html'],
  doors: ['query apikey'],
  signs: [
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /Hostname verification failed/i,
      explanation:
        'The host name of the address is not in host_whitelist: add it under Special, as for each reverse proxy and container name.',
      seen: {
        status: 403,
        url,
        sent: {},
        body: 'Access denied - Hostname verification failed: https://sabnzbd.org/hostname-check',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /External internet access denied/i,
      explanation:
        'The client’s address is not counted as local: set “external internet access”, or list the network in local_ranges.',
      seen: {
        status: 403,
        url,
        sent: {},
        body: 'External internet access denied - https://sabnzbd.org/access-denied',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /API Key Incorrect/i,
      explanation: 'The key is not this server’s API key; the NZB key opens the adding of files only.',
      seen: {
        status: 200,
        url,
        sent: {},
        received: json,
        body: '{"status":false,"error":"API Key Incorrect"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /API Key Required/i,
      explanation: 'The key goes as the parameter apikey.',
      seen: {
        status: 200,
        url: 'https://nas.example.com:8080/sabnzbd/api?mode=queue&output=json',
        sent: {},
        received: json,
        body: '{"status":false,"error":"API Key Required"}',
      },
    },
  ],
});
