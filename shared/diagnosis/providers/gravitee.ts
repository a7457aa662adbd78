import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Gravitee-Api-Key': '2d7f6e5a-4b3c-42d1-8e0f-9a8b7c6d5e4f' };
const received = { 'X-Gravitee-Request-Id': '8f0c', 'X-Gravitee-Transaction-Id': '8f0c' };

export const gravitee = defineProvider({
  id: 'gravitee',
  name: 'Gravitee',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  fields: [['x-gravitee-request-id'], ['x-gravitee-transaction-id']],
  body: /^\s*\{"message":"[^"]*","http_status_code":40[13]\}/,
  misleads: [
    {
      says: 'Unauthorized',
      means: 'One answer for no key, an unknown key and a key whose plan was closed.',
    },
  ],
  sources: ['https://documentation.gravitee.io/apim/secure-and-expose-apis/plans/api-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^message: Unauthorized$|No API Key has been specified/i,
      notSent: /./,
      explanation: 'The plan wants a key in X-Gravitee-Api-Key, or a token, and nothing was sent.',
      seen: { sent: {}, received, body: '{"message":"Unauthorized","http_status_code":401}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: (?:Unauthorized|API Key (?:is not valid|is not found))/i,
      sent: /x-gravitee-api-key|query api-key/i,
      explanation:
        'No running subscription has this key: it was revoked, is over, paused, or of another API.',
      seen: { sent: key, received, body: '{"message":"Unauthorized","http_status_code":401}' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /^message: Unauthorized$|No API Key has been specified/i,
      sent: /field (?:x-)?(?:api-?key|key)\b/i,
      notSent: /x-gravitee-api-key|query api-key|authorization/i,
      explanation: 'The plan reads the key from X-Gravitee-Api-Key, or from the parameter api-key.',
      seen: {
        sent: { 'X-API-Key': '2d7f6e5a-4b3c-42d1-8e0f-9a8b7c6d5e4f' },
        received,
        body: '{"message":"Unauthorized","http_status_code":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /You are not allowed to access this resource|GATEWAY_PLAN_UNRESOLVABLE/i,
      explanation: 'No plan of the API accepts this caller.',
      seen: {
        status: 403,
        sent: key,
        received,
        body: '{"message":"You are not allowed to access this resource","http_status_code":403}',
      },
    },
  ],
});
