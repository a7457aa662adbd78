import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amplitude = defineProvider({
  id: 'amplitude',
  name: 'Amplitude',
  category: 'data',
  address: 'https://api2.amplitude.com/2/httpapi',
  hosts: /(^|\.)amplitude\.com$/,
  misleads: [
    {
      says: 'invalid_api_key',
      means:
        'Also said at api.eu.amplitude.com of a key whose project lies in the United States, and the other way.',
    },
  ],
  sources: [
    'https://amplitude.com/docs/apis/analytics/http-v2',
    'https://amplitude.com/docs/apis/authentication',
    'https://github.com/amplitude/Amplitude-JavaScript/issues/514',
  ],
  doors: ['authorization basic', 'authorization api-key', 'authorization bearer', 'query api_key'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^[^:]*: (?:invalid_api_key|Invalid API key\b)/i,
      status: [400, 401],
      explanation:
        'The key is none of a project at this host: the secret, a key of another region, or a mistyped one.',
      seen: {
        status: 400,
        url: 'https://api2.amplitude.com/2/httpapi',
        sent: {},
        posted: '{"api_key":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","events":[{"event_type":"x"}]}',
        body: '{"code":400,"error":"Invalid API key: 0f1e2d3c4b5a69788796a5b4c3d2e1f0","missing_field":null}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /^[^:]*: (?:missing_event|Request missing required field)/i,
      status: [400],
      explanation: 'api_key and events both belong into the body.',
      seen: {
        status: 400,
        url: 'https://api2.amplitude.com/2/httpapi',
        sent: {},
        posted: '{"api_key":"0f1e2d3c4b5a69788796a5b4c3d2e1f0"}',
        body: '{"code":400,"error":"Request missing required field","missing_field":"events"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Too many requests for some devices and users|exceeded_daily_quota/i,
      status: [429],
      explanation: 'Too many events for one device or user; wait half a minute.',
      seen: {
        status: 429,
        url: 'https://api2.amplitude.com/2/httpapi',
        sent: {},
        posted: '{"api_key":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","events":[{"event_type":"x"}]}',
        body: '{"code":429,"error":"Too many requests for some devices and users","eps_threshold":30}',
      },
    },
  ],
});
