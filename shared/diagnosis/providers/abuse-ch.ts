import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const get = (status: string) => `{"query_status":"${status}"}`;

export const abuseCh = defineProvider({
  id: 'abuse-ch',
  name: 'abuse.ch (MalwareBazaar, URLhaus, ThreatFox, YARAify)',
  category: 'security',
  address: 'https://mb-api.abuse.ch/api/v1/',
  hosts: /(^|\.)abuse\.ch$/,
  misleads: [
    {
      says: 'Unauthorized',
      means: 'Mostly that no Auth-Key came: the field was called API-KEY before, and searching needed none.',
    },
  ],
  sources: [
    'https://bazaar.abuse.ch/api/',
    'https://urlhaus-api.abuse.ch/',
    'https://threatfox.abuse.ch/api/',
    'https://abuse.ch/blog/community-first/',
  ],
  doors: ['field auth-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401, 403],
      notSent: /^field /,
      explanation: 'Since June 2025 every query wants a key from auth.abuse.ch in the field Auth-Key.',
      seen: {
        url: 'https://urlhaus-api.abuse.ch/v1/urls/recent/',
        sent: {},
        body: '{"error":"Unauthorized"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['unknown_auth_key', 'user_unknown', 'unauthorized_api_key'],
      explanation: 'The key in Auth-Key is not known; make one at auth.abuse.ch.',
      seen: {
        url: 'https://mb-api.abuse.ch/api/v1/',
        sent: { 'Auth-Key': '7c1e94a05d2b8f36e0a9417bc5d38f62a1047be93c58d20f' },
        body: get('unknown_auth_key'),
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['user_blacklisted'],
      explanation: 'abuse.ch has shut out the account behind the key.',
      seen: {
        url: 'https://threatfox-api.abuse.ch/api/v1/',
        sent: { 'Auth-Key': '7c1e94a05d2b8f36e0a9417bc5d38f62a1047be93c58d20f' },
        body: get('user_blacklisted'),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['no_api_key', 'no_auth_key'],
      explanation: 'No key came in Auth-Key.',
      seen: { url: 'https://mb-api.abuse.ch/api/v1/', sent: {}, body: get('no_api_key') },
    },
  ],
});
