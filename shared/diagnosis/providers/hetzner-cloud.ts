import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hetznerCloud = defineProvider({
  id: 'hetzner-cloud',
  name: 'Hetzner Cloud',
  category: 'cloud',
  address: 'https://api.hetzner.cloud/v1/servers',
  hosts: /^(api\.hetzner\.(cloud|com)|dns\.hetzner\.com)$/,
  sources: ['https://github.com/hetznercloud/hcloud-go/blob/main/hcloud/error.go'],
  doors: ['authorization bearer', 'field auth-api-token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['unauthorized'],
      says: /unable to authenticate/i,
      sent: /^(?!field auth-api-token)/,
      explanation:
        'Hetzner does not know the token; a token belongs to one project, and the DNS console has tokens of its own.',
      seen: { status: 401, body: '{"error":{"code":"unauthorized","message":"unable to authenticate"}}' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      status: [401],
      sent: /^field auth-api-token/,
      notSent: /^authorization/,
      host: /^api\.hetzner\./,
      explanation:
        'Auth-API-Token is the field of the former DNS interface; the Cloud API reads Authorization: Bearer, with a token of the Cloud console.',
      seen: {
        sent: { 'Auth-API-Token': '8Kd0sQ2nVbXcYp6LrTzWmJhGfE4aU1iO' },
        url: 'https://api.hetzner.cloud/v1/zones',
        body: '{"error":{"code":"unauthorized","message":"unable to authenticate"}}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      status: [401],
      sent: /^field auth-api-token: \w{64}$/,
      host: /^dns\.hetzner\.com$/,
      explanation:
        'A token as long as this is one of the Cloud console; dns.hetzner.com knows its own alone. A zone that has moved is reached at api.hetzner.cloud/v1/zones, with Authorization: Bearer.',
      seen: {
        sent: { 'Auth-API-Token': '8Kd0sQ2nVbXcYp6LrTzWmJhGfE4aU1iO8Kd0sQ2nVbXcYp6LrTzWmJhGfE4aU1iO' },
        url: 'https://dns.hetzner.com/api/v1/zones?name=example.com',
        body: '{"message":"Invalid authentication credentials"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['unauthorized'],
      notSent: /./,
      explanation: 'No token was sent.',
      seen: {
        status: 401,
        sent: {},
        body: '{"error":{"code":"unauthorized","message":"unable to authenticate"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['token_readonly'],
      explanation: 'The token may only read; make one for reading and writing.',
      seen: { status: 403 },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['forbidden'],
      explanation: 'The token may not do this in the project.',
      seen: { status: 403 },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_exceeded'],
      explanation: '3,600 requests an hour for each project.',
      seen: { status: 429 },
    },
  ],
});
