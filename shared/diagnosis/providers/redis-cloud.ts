import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const redisCloud = defineProvider({
  id: 'redis-cloud',
  name: 'Redis Cloud',
  category: 'database',
  address: 'https://api.redislabs.com/v1/subscriptions',
  hosts: /^api\.(redislabs|redis)\.(com|io)$/,
  sources: [
    'https://github.com/redis/docs/blob/4ca5e41f65a998f99a6bf94f1dffd6423a631454/content/operate/rc/api/get-started/manage-api-keys.md',
    'https://github.com/redis/docs/blob/0ba9250edcebe5316e724bb909f8741024dc14e2/content/operate/rc/api/get-started/enable-the-api.md',
  ],
  doors: ['field x-api-key', 'field x-api-secret-key'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: STATED,
      status: [401, 403],
      sent: /^field x-api-key: /,
      notSent: /^field x-api-secret-key: /,
      explanation: 'Two keys go together: the account key in x-api-key and the user key in x-api-secret-key.',
      seen: {
        sent: { 'x-api-key': 'abc' },
        body: '{"timestamp":"2026-01-01T00:00:00Z","status":401,"error":"Unauthorized","message":"Unauthorized","path":"/v1/subscriptions"}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      status: [401, 403],
      sent: /^authorization /,
      explanation: 'The keys go into x-api-key and x-api-secret-key.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"status":401,"error":"Unauthorized","message":"Unauthorized","path":"/v1/subscriptions"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /CIDR|allow ?list|whitelist/i,
      status: [401, 403],
      explanation: 'The user key takes requests from its CIDR allow list only.',
      seen: {
        status: 403,
        sent: { 'x-api-key': 'abc', 'x-api-secret-key': 'def' },
        body: '{"status":403,"error":"Forbidden","message":"Request IP is not in the CIDR allow list of the API key"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      status: [401],
      sent: /^field x-api-secret-key: /,
      says: /Unauthorized/i,
      explanation:
        'The pair does not fit: the API must be enabled, and the user key be of an owner, viewer or logs viewer of this account.',
      seen: {
        sent: { 'x-api-key': 'abc', 'x-api-secret-key': 'def' },
        body: '{"status":401,"error":"Unauthorized","message":"Unauthorized","path":"/v1/subscriptions"}',
      },
    },
  ],
});
