import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://api-eu.pusher.com/apps/1234/events?auth_key=278d425bdf160c739803&auth_timestamp=1700049600&auth_version=1.0&body_md5=ec365a775a4cd0599faeb73354201b6f&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c';
const seen = (body: string, status = 401) => ({ status, url, sent: {}, posted: '{}', body });

export const pusher = defineProvider({
  id: 'pusher',
  name: 'Pusher and Soketi',
  category: 'messaging',
  address: url,
  hosts: /^api(?:-[a-z0-9]+)?\.pusher(?:app)?\.com$/,
  body: /you should have sent HmacSHA256Hex|not within 600s of server time|auth_key should be a valid app key/,
  sources: ['https://pusher.com/docs/channels/library_auth_reference/rest-api/#authentication'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + PROVEN,
      says: /Invalid signature: you should have sent HmacSHA256Hex/i,
      explanation:
        'The answer shows the text to sign: method, path and sorted query on three lines, keyed with the app’s secret.',
      seen: seen(
        'Invalid signature: you should have sent HmacSHA256Hex("POST\\n/apps/1234/events\\nauth_key=278d", your_secret_key), but you sent "da45"',
      ),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Timestamp expired: Given timestamp/i,
      explanation: 'auth_timestamp is in seconds and may be ten minutes off.',
      seen: seen(
        'Timestamp expired: Given timestamp (2023-11-15T10:00:00Z) not within 600s of server time (2023-11-15T12:00:00Z)',
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /auth_key should be a valid app key|Unknown auth_key|App key \w+ not in this cluster|Could not find app by key/i,
      explanation: 'The key is of another app or of another cluster: the cluster stands in the host name.',
      seen: seen('Unknown auth_key'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /App (?:\w+ )?(?:is )?disabled|over (?:its )?(?:message )?quota/i,
      explanation: 'The app was disabled, or its plan’s quota is used up.',
      seen: seen('App 1234 is disabled', 403),
    },
  ],
});
