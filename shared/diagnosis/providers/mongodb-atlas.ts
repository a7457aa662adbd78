import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mongodbAtlas = defineProvider({
  id: 'mongodb-atlas',
  name: 'MongoDB Atlas',
  category: 'database',
  address: 'https://cloud.mongodb.com/api/atlas/v2/groups',
  hosts: /^(cloud|data|services\.cloud)\.mongodb\.com$/,
  challenge: /MMS Public API/i,
  misleads: [
    { says: '401 with a Digest challenge', means: 'Is the first step of Digest, and no failure by itself.' },
  ],
  sources: [
    'https://www.mongodb.com/docs/atlas/configure-api-access/?interface=atlas-ui&programmatic-access=api-key',
    'https://www.mongodb.com/docs/atlas/cli/current/command/atlas-organizations-apiKeys-accessLists/',
  ],
  doors: ['authorization digest', 'authorization bearer', 'field api-key'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['API_KEY_NOT_FOUND', 'INVALID_API_KEY'],
      explanation:
        'Atlas does not know the key: public key as user, private key as password, of this organisation.',
      seen: {
        sent: {
          Authorization:
            'Digest username="abcdefgh", realm="MMS Public API", nonce="abc", uri="/api/atlas/v2/groups", response="0123456789abcdef0123456789abcdef"',
        },
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['IP_ADDRESS_NOT_ON_ACCESS_LIST', 'ORG_REQUIRES_ACCESS_LIST', 'RESOURCE_REQUIRES_ACCESS_LIST'],
      explanation: 'The key’s access list does not hold this address; add it to the key in the organisation.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST","detail":"IP address 192.0.2.1 is not allowed to access this resource."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      code: ['API_KEY_ACCESS_LIST_ACCESS_DENIED'],
      explanation: 'Only the key itself, or who administers users, may see a key’s access list.',
      seen: {
        sent: {
          Authorization:
            'Digest username="abcdefgh", realm="MMS Public API", nonce="abc", uri="/api/atlas/v2/orgs/1/apiKeys/2/accessList/203.0.113.9", response="0123456789abcdef0123456789abcdef"',
        },
        body: '{"detail":"API key access lists are only accessible by the API key or by a user administrator.","error":401,"errorCode":"API_KEY_ACCESS_LIST_ACCESS_DENIED","reason":"Unauthorized"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['RATE_LIMITED'],
      explanation: 'A hundred calls a minute for each project.',
      seen: { status: 429, body: '{"error":429,"errorCode":"RATE_LIMITED","reason":"Too Many Requests"}' },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['INVALID_VERSION_DATE', 'MISSING_VERSION_DATE'],
      explanation: 'Version 2 reads its date from Accept: application/vnd.atlas.2024-08-05+json.',
      seen: {
        status: 406,
        sent: { Authorization: 'Bearer eyJhbGciOiJFUzUxMiJ9.e30.c2ln', Accept: 'application/json' },
        body: '{"detail":"Invalid version date header","error":406,"errorCode":"INVALID_VERSION_DATE","reason":"Not Acceptable"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      sent: /^authorization authorization: (?:basic|bearer) [\w=+/-]{10,120}$/i,
      status: [401],
      explanation: 'Public and private key go as Digest; Bearer is for a service account’s token.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: {
          'WWW-Authenticate':
            'Digest realm="MMS Public API", domain="", nonce="abc", algorithm=MD5, qop="auth", stale=false',
        },
        body: '{"error":401,"reason":"Unauthorized","detail":"You are not authorized for this resource."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'USER_UNAUTHORIZED',
        'USER_CANNOT_ACCESS_ORG',
        'USER_CANNOT_ACCESS_GROUP',
        'NOT_IN_GROUP',
        'NOT_ORG_GROUP_CREATOR',
        'CANNOT_USE_NON_GLOBAL_KEY',
      ],
      says: /current user is not (?:in the group|authorized)/i,
      explanation: 'The key lacks the role in this organisation or project.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Digest username="abcdefgh", realm="MMS Public API", nonce="abc", uri="/api/atlas/v2/groups", response="0123456789abcdef0123456789abcdef"',
        },
        body: '{"error":403,"errorCode":"USER_UNAUTHORIZED","detail":"Current user is not authorized to perform this action."}',
      },
    },
  ],
});
