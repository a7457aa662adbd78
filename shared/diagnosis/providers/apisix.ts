import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apisix = defineProvider({
  id: 'apisix',
  name: 'Apache APISIX',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  fields: [['server', /APISIX|openresty/i]],

  sources: ['https://apisix.apache.org/docs/apisix/plugins/key-auth/'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found|Jwt is missing|Missing API key|Missing JWT token|subscription key/i,
      notSent: /./,
      explanation: 'The gateway saw no credential.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /No API key found|due to missing subscription key/i,
      sent: /^(authorization|field|query) /,
      explanation: 'The gateway looks for the key in another field or parameter.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|due to invalid subscription key/i,
      explanation: 'The gateway does not know the key.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Your IP address is not allowed/i,
      explanation: 'The gateway’s list does not hold this address.',
    },
  ],
});
