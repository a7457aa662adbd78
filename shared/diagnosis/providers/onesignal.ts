import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const onesignal = defineProvider({
  id: 'onesignal',
  name: 'OneSignal',
  category: 'messaging',
  address: 'https://api.onesignal.com/notifications',
  hosts: /(^|\.)onesignal\.com$/,
  keys: [
    { form: /^os_v2_app_/, kind: 'app key', goes: ['authorization key', 'authorization basic'] },
    { form: /^os_v2_org_/, kind: 'organisation key', goes: ['authorization key', 'authorization basic'] },
  ],
  sources: [
    'https://docs.rs/onesignal-rust-api/5.13.0/onesignal_rust_api/errors/constant.INVALID_API_KEY.html',
  ],
  doors: ['authorization key', 'authorization basic'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + PROVEN,
      says: /include an 'Authorization: \.\.\.' header with a valid API key/i,
      sent: /^authorization authorization: (?:basic|bearer) os_v2_/i,
      explanation: 'New keys go behind the word Key, as in Authorization: Key os_v2_app_abc.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer os_v2_app_abc' },
        body: '{"errors":["Access denied.  Please include an \'Authorization: ...\' header with a valid API key (https://documentation.onesignal.com/docs/en/keys-and-ids#api-keys)."]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /include an 'Authorization: \.\.\.' header with a valid API key/i,
      sent: /^authorization /,
      explanation:
        'OneSignal does not know the key for this app: keys belong to one app_id, and some calls want the organisation’s key.',
      seen: {
        status: 403,
        sent: { Authorization: 'Key os_v2_app_abc' },
        body: '{"errors":["Access denied.  Please include an \'Authorization: ...\' header with a valid API key (https://documentation.onesignal.com/docs/en/keys-and-ids#api-keys)."]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /include an 'Authorization: \.\.\.' header with a valid API key/i,
      notSent: /./,
      explanation: 'OneSignal saw no key.',
      seen: {
        status: 403,
        sent: {},
        body: '{"errors":["Access denied.  Please include an \'Authorization: ...\' header with a valid API key"]}',
      },
    },
  ],
});
