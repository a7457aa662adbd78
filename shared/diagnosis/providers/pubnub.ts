import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://ps.pndsn.com/v2/history/sub-key/sub-c-8f0c/channel/orders?uuid=anna&auth=p0F2AkF0';
const seen = (status: number, message: string, extra: object = {}) => ({
  status,
  url,
  sent: {},
  body: JSON.stringify({ message, error: true, service: 'Access Manager', status, ...extra }),
});

export const pubnub = defineProvider({
  id: 'pubnub',
  name: 'PubNub',
  category: 'messaging',
  address: url,
  hosts: /^ps(?:sc)?\d*\.pn(?:dsn)?\.(?:com|net)$|\.pubnub(?:api)?\.com$/,
  body: /"service"\s*:\s*"Access Manager"/,
  sources: [
    'https://www.pubnub.com/docs/general/security/access-control',
    'https://www.pubnub.com/docs/general/resources/status-codes',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [403],
      says: /^message: Forbidden$/,
      explanation:
        'Access Manager is switched on, and no token or grant covers the channel that the answer names.',
      seen: seen(403, 'Forbidden', { payload: { channels: ['orders'] } }),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token is expired/i,
      explanation: 'The granted token’s ttl, in minutes, is over: let the server grant a new one.',
      seen: seen(403, 'Token is expired.'),
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Token is revoked/i,
      explanation: 'The server revoked the token.',
      seen: seen(403, 'Token is revoked.'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      says: /Signature Does Not Match/i,
      explanation: 'A grant is signed with the secret key over method, keys, path, sorted query and body.',
      seen: {
        ...seen(403, 'Signature Does Not Match'),
        url: `${url}&signature=v2.da454824c97ba181a32ccc17a72625ba02771f50b50`,
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid (?:Subscribe|Publish) Key|Invalid Key/i,
      explanation: 'There is no such key set.',
      seen: seen(400, 'Invalid Subscribe Key'),
    },
  ],
});
