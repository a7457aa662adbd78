import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const portainer = defineProvider({
  id: 'portainer',
  name: 'Portainer',
  category: 'cloud',
  address: 'https://portainer.example.com:9443/api/endpoints',
  paths: /^\/api\/(?:endpoints|stacks)(?:\/\d+|$)/,
  body: /"message":"(?:A valid authori[sz]ation token is missing|Invalid JWT token|The authori[sz]ation token is invalid|Invalid credentials|Access denied to resource|Permission denied to access environment)[^"]*","details":"/,
  sources: [
    'https://docs.portainer.io/api/access',
    'https://github.com/portainer/portainer/blob/develop/api/http/security/bouncer.go',
  ],
  doors: ['field x-api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /A valid authori[sz]ation token is missing/i,
      notSent: /./,
      explanation: 'Portainer reads X-API-Key with an access token, or a JWT behind Bearer; neither came.',
      seen: {
        sent: {},
        body: '{"message":"A valid authorisation token is missing","details":"Unauthorized"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      notSent: /^authorization authorization: bearer ptr_/i,
      says: /Invalid JWT token|The authori[sz]ation token is invalid/i,
      explanation:
        'The JWT lives eight hours and ends when Portainer restarts with a new secret. An access token (ptr_…) goes into X-API-Key, not behind Bearer.',
      seen: {
        sent: { Authorization: 'Bearer 9f2c1b7ad0e84c3fb1a2' },
        body: '{"message":"Invalid JWT token","details":"Unauthorized"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^message: Invalid credentials/i,
      explanation: 'Portainer does not know the user with this password.',
      seen: {
        status: 422,
        url: 'https://portainer.example.com:9443/api/auth',
        posted: '{"Username":"admin","Password":"word-of-kim"}',
        body: '{"message":"Invalid credentials","details":"Unauthorized"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Access denied to resource|Permission denied to access environment/i,
      explanation:
        'The user has no access to this environment or stack; an administrator gives it to a team.',
      seen: {
        status: 403,
        body: '{"message":"Permission denied to access environment","details":"Access denied to resource"}',
      },
    },
  ],
  keys: [{ form: /^ptr_/, kind: 'access token', goes: ['field x-api-key'] }],
});
