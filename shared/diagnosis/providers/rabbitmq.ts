import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const guest = { Authorization: 'Basic YW5uYTprZXljYXJk' };
const challenge = { 'WWW-Authenticate': 'Basic realm="RabbitMQ Management"' };

export const rabbitmq = defineProvider({
  id: 'rabbitmq',
  name: 'RabbitMQ',
  category: 'messaging',
  address: 'https://mq.example.com:15672/api/overview',
  paths: /^\/api\/(?:queues|exchanges|vhosts|bindings)(?:\/|$)/,
  challenge: /RabbitMQ Management/i,
  body: /"error":"not_authori[sz]ed","reason":"/i,
  misleads: [
    {
      says: '401 with a Basic challenge',
      means:
        'Also the answer to a right password whose user lacks the tag or comes from another machine; the reason in the body tells.',
    },
  ],
  sources: [
    'https://www.rabbitmq.com/docs/access-control',
    'https://github.com/rabbitmq/rabbitmq-server/blob/main/deps/rabbitmq_web_dispatch/src/rabbit_web_dispatch_access_control.erl',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /User can only log in via localhost/i,
      explanation:
        'The user guest may log in from the broker’s own machine only (loopback_users): make a user of your own for remote calls.',
      seen: {
        sent: { Authorization: 'Basic Z3Vlc3Q6Z3Vlc3Q=' },
        received: challenge,
        body: '{"error":"not_authorised","reason":"User can only log in via localhost"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /Not (?:management|administrator|monitor(?:ing)?|policymaker)(?: user)?\b|User not authori[sz]ed to access virtual host/i,
      explanation:
        'The password is right; the user lacks the tag (management, monitoring, administrator) or the permission on this virtual host.',
      seen: {
        sent: guest,
        received: challenge,
        body: '{"error":"not_authorised","reason":"Not management user"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^reason: Login failed/i,
      explanation: 'The broker does not know this user with this password.',
      seen: { sent: guest, received: challenge, body: '{"error":"not_authorized","reason":"Login failed"}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Authentication using an OAuth 2\/JWT token failed/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The OAuth plugin took the token apart and refused it: audience (resource_server_id), key set and scopes are what it checks; the broker’s log names which.',
      seen: '{"error":"not_authorized","reason":"Authentication using an OAuth 2/JWT token failed: provided token is invalid"}',
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Authentication using an OAuth 2\/JWT token failed/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'This broker authenticates by OAuth 2 tokens: send the access token, as Bearer.',
      seen: {
        sent: guest,
        body: '{"error":"not_authorized","reason":"Authentication using an OAuth 2/JWT token failed: provided token is invalid"}',
      },
    },
  ],
});
