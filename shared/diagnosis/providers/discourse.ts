import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const discourse = defineProvider({
  id: 'discourse',
  name: 'Discourse',
  category: 'social',
  address: 'https://meta.discourse.org/latest.json',
  hosts: /^meta\.discourse\.org$/,
  fields: [['x-discourse-route'], ['discourse-rate-limit-error-code']],
  body: /"error_type":"(?:invalid_access|not_logged_in|rate_limit)"|^\["BAD CSRF"\]/,
  sources: [
    'https://docs.discourse.org/',
    'https://meta.discourse.org/t/available-settings-for-global-rate-limits-and-throttling/78612',
  ],
  doors: ['field api-key', 'field user-api-key', 'query api_key'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      says: /API username or key is invalid/i,
      sent: /^query api_key:/i,
      notSent: /^field (?:user-)?api-key:/i,
      explanation:
        'Since April 2020 Discourse reads the key from the field Api-Key alone; the parameter is left for feeds and mail.',
      seen: {
        status: 403,
        url: 'https://meta.discourse.org/latest.json?api_key=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G&api_username=system',
        sent: {},
        body: '{"errors":["You are not permitted to view the requested resource. The API username or key is invalid."],"error_type":"invalid_access"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /API username or key is invalid/i,
      explanation: 'Key and Api-Username do not belong together, or the key was revoked.',
      seen: {
        status: 403,
        sent: { 'Api-Key': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', 'Api-Username': 'system' },
        body: '{"errors":["You are not permitted to view the requested resource. The API username or key is invalid."],"error_type":"invalid_access"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /^: \["BAD CSRF"\]|BAD CSRF/,
      explanation:
        'Without an API key Discourse takes the call for one of a browser and wants the page’s token.',
      seen: { status: 403, sent: {}, body: '["BAD CSRF"]' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['not_logged_in'],
      notSent: /./,
      explanation: 'Nobody is logged in; send Api-Key and Api-Username.',
      seen: {
        status: 403,
        sent: {},
        body: '{"errors":["You need to be logged in to do that."],"error_type":"not_logged_in"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['rate_limit'],
      explanation: 'Discourse counts calls per key and per address; extras.wait_seconds says how long.',
      seen: {
        status: 429,
        body: '{"errors":["You’ve performed this action too many times, please try again later."],"error_type":"rate_limit","extras":{"wait_seconds":17}}',
      },
    },
  ],
});
