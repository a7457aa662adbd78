import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const homeServers = defineProvider({
  id: 'home-servers',
  name: 'Proxmox, Home Assistant, qBittorrent, cameras',
  fields: [[/^server$/i, /pve-api-daemon|App-webs|DNVRS-Webs|lighttpd/i]],
  body: /hassio|<lockStatus>|<userCheck/,
  source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /invalid csrf token/i,
      explanation: 'With a ticket Proxmox wants the CSRFPreventionToken of the same login for every change.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /invalid PVE ticket/i,
      explanation: 'A ticket of Proxmox is good for two hours.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /no such token|no such user|authentication failure/i,
      explanation: 'Proxmox does not know the user or the token’s name.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No ticket/i,
      notSent: /./,
      explanation: 'Proxmox saw neither ticket nor token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission check failed/i,
      explanation: 'The user or the token with separated privileges lacks the right on this path.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /lockstatus: lock/i,
      explanation: 'The camera locks an account after wrong logins, for half an hour or so.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /isactivated: false/i,
      explanation: 'The camera has not been activated with a password yet.',
    },
  ],
});

export const weather = defineProvider({
  id: 'data-services',
  name: 'Data services with a key in the query',
  hosts:
    /(^|\.)(openweathermap\.org|newsapi\.org|coinmarketcap\.com|themoviedb\.org|mapbox\.com|here\.com|algolia\.net|algolianet\.com|giphy\.com|kraken\.com|binance\.com|coinbase\.com|bybit\.com)$/,
  source: 'https://openweathermap.org/faq',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'The service does not know the key; a new one may take some time until it works.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /not allowed with this API key|EGeneral:Permission denied/i,
      explanation: 'The key’s own restrictions do not cover the index or call.',
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /EAPI:Invalid nonce/i,
      explanation:
        'Each request must carry a larger nonce than the one before, as a parameter that is signed.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['-1022'],
      says: /EAPI:Invalid signature/i,
      explanation: 'The signature over the parameters differs.',
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['-1021', '10002'],
      explanation: 'The timestamp lies outside the window that the exchange allows.',
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      code: ['-2015', '10010'],
      explanation: 'Key, address or permission does not fit; with Binance one code covers the three.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['-2014', '10003', '1001'],
      explanation: 'The form of the key is wrong or it is not known.',
    },
  ],
});
