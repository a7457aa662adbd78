import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = 'hT7kQ2wVz9LmR4xYc6NpB1sDf8GjEa3';

export const shodan = defineProvider({
  id: 'shodan',
  name: 'Shodan',
  category: 'security',
  address: 'https://api.shodan.io/shodan/host/1.1.1.1?key=…',
  hosts: /(^|\.)shodan\.io$/,
  misleads: [
    {
      says: 'This server could not verify that you are authorized to access the document you requested',
      means: 'Said of every request without the parameter key, whatever stands in its fields.',
    },
  ],
  sources: [
    'https://developer.shodan.io/api/requirements',
    'https://github.com/stanfrbd/cyberbro/issues/55',
    'https://github.com/achillean/shodan-python/blob/master/shodan/client.py',
  ],
  doors: ['query key'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      status: [401],
      sent: /^(?:authorization|field) /,
      path: /^(?!.*[?&]key=)/,
      explanation: 'Shodan reads its key from the parameter key and from nowhere else.',
      seen: {
        url: 'https://api.shodan.io/shodan/host/1.1.1.1',
        sent: { Authorization: `Bearer ${key}` },
        body: '<html><head><title>401 Unauthorized</title></head><body><h1>401 Unauthorized</h1>This server could not verify that you are authorized to access the document you requested.</body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      path: /[?&]key=[^&]/,
      explanation: 'Shodan does not know the key, or it was made anew on the account’s page.',
      seen: {
        url: `https://api.shodan.io/api-info?key=${key}`,
        sent: {},
        body: '{"error":"Invalid API key"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Requires membership or higher to access|Access denied \(403 Forbidden\)|Insufficient (?:query|scan) credits|upgrade your (?:API )?plan/i,
      explanation: 'The plan behind the key does not cover this filter or call, or its credits are used up.',
      seen: {
        status: 403,
        url: `https://api.shodan.io/shodan/host/search?key=${key}&query=vuln:a`,
        sent: {},
        body: '{"error":"Requires membership or higher to access"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Request rate limit reached/i,
      explanation: 'One request a second is allowed.',
      seen: {
        status: 429,
        url: `https://api.shodan.io/shodan/host/1.1.1.1?key=${key}`,
        sent: {},
        body: '{"error":"Request rate limit reached (1/ second)"}',
      },
    },
  ],
});
