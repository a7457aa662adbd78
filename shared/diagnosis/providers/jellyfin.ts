import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const jellyfin = defineProvider({
  id: 'jellyfin',
  name: 'Jellyfin and Emby',
  category: 'device',
  address: 'https://jellyfin.example.com/Users/Me',
  sends: ['x-emby-authorization', 'x-emby-token', 'x-mediabrowser-token'],
  paths: /^\/(?:emby\/)?(?:Users\/(?:Me|AuthenticateByName|[0-9a-f]{32})|Sessions\/Playing|System\/Info)\b/,
  hosts: /^(jellyfin|emby)\./,
  fields: [['x-response-time-ms', /^\d+(?:\.\d{1,4})?$/]],
  body: /^\s*Access token is (?:required|invalid or expired)|Invalid username or password entered|Value cannot be null\. \(Parameter '(?:appName|deviceId)'\)/i,
  sources: [
    'https://github.com/jellyfin/jellyfin/pull/15559',
    'https://github.com/jellyfin/jellyfin/blob/53559182d7929f8a7b2b34de78c4f40c65f6b7b1/Jellyfin.Api/Auth/CustomAuthenticationHandler.cs',
  ],
  doors: [
    'authorization mediabrowser',
    'field x-emby-token',
    'field x-mediabrowser-token',
    'field x-emby-authorization',
    'query api_key',
    'query apikey',
  ],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: SUGGESTED,
      sent: /^(?:field x-(?:emby|mediabrowser)-token|query api_?key):/i,
      status: [401],
      notSent: /^authorization /,
      explanation:
        'From version 12 Jellyfin reads neither X-Emby-Token, X-MediaBrowser-Token nor api_key unless told to: send Authorization: MediaBrowser Token="…".',
      seen: { sent: { 'X-Emby-Token': '0123456789abcdef0123456789abcdef' }, received: { Server: 'Kestrel' } },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation:
        'Jellyfin takes Authorization: MediaBrowser Token="…", or X-Emby-Token; Bearer is not read.',
      seen: { sent: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' } },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /Access token is invalid or expired/i,
      explanation: 'The device was signed out or the API key deleted.',
      seen: {
        sent: { 'X-Emby-Token': '0123456789abcdef0123456789abcdef' },
        body: 'Access token is invalid or expired.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid username or password entered/i,
      explanation: 'The server does not know this user with this password.',
      seen: {
        sent: {},
        url: 'https://emby.example.com/Users/AuthenticateByName',
        posted: '{"Username":"anna","Pw":"keycard"}',
        body: 'Invalid username or password entered.',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Value cannot be null\. \(Parameter '(?:appName|deviceId|deviceName|appVersion)'\)/i,
      explanation:
        'A login names its client: Authorization: MediaBrowser Client="…", Device="…", DeviceId="…", Version="…".',
      seen: {
        status: 400,
        sent: {},
        url: 'https://emby.example.com/Users/AuthenticateByName',
        posted: '{"Username":"anna","Pw":"keycard"}',
        body: "Value cannot be null. (Parameter 'appName')",
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      status: [400],
      path: /\/Users\/AuthenticateByName/i,
      sent: /^field x-emby-authorization: (?!.*\bClient=)/i,
      explanation: 'The client’s name, Client="…", is missing among the parameters of the field.',
      seen: {
        status: 400,
        url: 'https://jellyfin.example.com/Users/AuthenticateByName',
        sent: {
          'X-Emby-Authorization': 'Emby Device="22041216C", DeviceId="6a1e40b127c602a3", Version="2.0"',
        },
        posted: '{"Username":"anna","Pw":"keycard"}',
        body: 'Error processing request.',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      status: [400],
      path: /\/Users\/AuthenticateByName/i,
      sent: /^field x-emby-authorization: .*\bClient=/i,
      notSent: /^authorization /,
      explanation:
        'From version 12 Jellyfin reads who logs in from Authorization: MediaBrowser Client="…" and no more from X-Emby-Authorization.',
      seen: {
        status: 400,
        url: 'https://jellyfin.example.com/Users/AuthenticateByName',
        sent: {
          'X-Emby-Authorization':
            'MediaBrowser Client="tv", Device="d", DeviceId="6a1e40b127c602a3", Version="2.0"',
        },
        posted: '{"Username":"anna","Pw":"keycard"}',
        body: 'Error processing request.',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /not allowed remote access/i,
      explanation:
        'The user may log in from the house’s own network alone; behind a proxy every address seems to be outside until the proxy is among the known ones.',
      seen: {
        status: 403,
        url: 'https://jellyfin.example.com/Users/AuthenticateByName',
        sent: {},
        posted: '{"Username":"anna","Pw":"keycard"}',
        body: 'User is not allowed remote access.',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Access token is required/i,
      notSent: /./,
      explanation: 'The server saw no token.',
      seen: { sent: {}, body: 'Access token is required.' },
    },
  ],
});
