import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const homeAssistant = defineProvider({
  id: 'home-assistant',
  name: 'Home Assistant',
  category: 'device',
  address: 'https://homeassistant.local:8123/api/',
  sends: ['x-hassio-key'],
  paths: /^\/api\/(?:states|services\/\w+|history\/period|logbook)(?:\/|$)/,
  hosts: /^(homeassistant|home-assistant|hass|ha)\.|\.ui\.nabu\.casa$/,
  body: /hassio|Invalid access token or password/,
  misleads: [
    { says: '403: Forbidden', means: 'Mostly that the address is in ip_bans.yaml after wrong logins.' },
  ],
  sources: [
    'https://home-assistant.io/developers/api/',
    'https://raw.githubusercontent.com/home-assistant/core/dev/homeassistant/components/http/ban.py',
    'https://github.com/home-assistant/core/issues/85024',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED + HINTED,
      says: /^: 403: Forbidden$/,
      explanation:
        'Home Assistant has banned this address after failed logins; take it out of ip_bans.yaml and restart.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiZXhwIjoyMDE1NDA5NjAwfQ.c2ln' },
        body: '403: Forbidden',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /^: 401: Unauthorized$/,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token was deleted from the user’s profile, was cut, or is a short-lived one that is over; make a long-lived access token.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiZXhwIjoyMDE1NDA5NjAwfQ.c2ln' },
        body: '401: Unauthorized',
      },
    },
    {
      cause: 'permission-denied',
      weight: SUGGESTED,
      says: /^: 401: Unauthorized$/,
      path: /^\/api\/(?:hassio|config|error_log|error|events|template|logbook)\b/,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Home Assistant answers 401 when a user who is no administrator asks for what only administrators may see.',
      seen: {
        url: 'https://homeassistant.local:8123/api/error_log',
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiZXhwIjoyMDE1NDA5NjAwfQ.c2ln' },
        body: '401: Unauthorized',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^: 401: Unauthorized$/,
      notSent: /./,
      explanation: 'Send a long-lived access token as Bearer; it begins with eyJ.',
      seen: { sent: {}, body: '401: Unauthorized' },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation: 'The password of the web page opens no API; it takes a long-lived access token as Bearer.',
      seen: { sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' }, body: '401: Unauthorized' },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED + HINTED,
      sent: /^(?:query api_password|field x-ha-access)/i,
      status: [401],
      explanation:
        'The one password for all that stood in the address or in X-HA-Access is gone since 2019; a long-lived access token is sent as Bearer.',
      seen: {
        url: 'https://homeassistant.local:8123/api/states?api_password=word-of-kim',
        sent: {},
        body: '401: Unauthorized',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: TOLD,
      says: /^: 400: Bad Request$/,
      status: [400],
      explanation:
        'Behind a reverse proxy Home Assistant refuses every request until the proxy stands in trusted_proxies.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiZXhwIjoyMDE1NDA5NjAwfQ.c2ln' },
        body: '400: Bad Request',
      },
    },
  ],
});
