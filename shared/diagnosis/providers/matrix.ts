import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const matrix = defineProvider({
  id: 'matrix',
  name: 'Matrix homeservers',
  category: 'messaging',
  address: 'https://matrix-client.matrix.org/_matrix/client/v3/account/whoami',
  paths: /^\/_matrix\//,
  hosts: /(^|\.)matrix(-client)?\.(matrix\.)?org$/,
  body: /"(?:err)?code"\s*:\s*"M_/,
  sources: ['https://spec.matrix.org/latest/client-server-api/'],
  doors: ['authorization bearer', 'query access_token', 'authorization x-matrix'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /access token has expired/i,
      explanation:
        'The access token is over; with soft_logout the device keeps its keys, so refresh or log in again.',
      seen: '{"errcode":"M_UNKNOWN_TOKEN","error":"Access token has expired","soft_logout":true}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['M_UNKNOWN_TOKEN'],
      explanation: 'The homeserver does not know the token: logged out, or of another homeserver.',
      seen: '{"errcode":"M_UNKNOWN_TOKEN","error":"Invalid access token passed.","soft_logout":false}',
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['M_MISSING_TOKEN'],
      explanation: 'The homeserver saw no token; send it as Bearer.',
      seen: { sent: {}, body: '{"errcode":"M_MISSING_TOKEN","error":"Missing access token"}' },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['M_USER_DEACTIVATED', 'M_USER_LOCKED', 'M_USER_SUSPENDED'],
      explanation: 'An administrator or the user closed, locked or suspended the account.',
      seen: {
        status: 403,
        body: '{"errcode":"M_USER_DEACTIVATED","error":"This account has been deactivated"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid (?:username\/password|username or password|password)/i,
      explanation: 'The homeserver does not know user and password.',
      seen: {
        status: 403,
        url: 'https://matrix-client.matrix.org/_matrix/client/v3/login',
        posted: '{"type":"m.login.password","identifier":{"type":"m.id.user","user":"kim"},"password":"x"}',
        sent: {},
        body: '{"errcode":"M_FORBIDDEN","error":"Invalid username or password"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['M_FORBIDDEN', 'M_GUEST_ACCESS_FORBIDDEN'],
      explanation: 'The user is known and may not do this in the room or on the server.',
      seen: { status: 403, body: '{"errcode":"M_FORBIDDEN","error":"You are not invited to this room."}' },
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      code: ['M_CONSENT_NOT_GIVEN'],
      explanation: 'The user must accept the server’s terms first.',
      seen: {
        status: 403,
        body: '{"errcode":"M_CONSENT_NOT_GIVEN","error":"Please give your consent to the privacy policy"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['M_LIMIT_EXCEEDED'],
      explanation: 'Wait as long as the answer says.',
      seen: {
        status: 429,
        body: '{"errcode":"M_LIMIT_EXCEEDED","error":"Too Many Requests","retry_after_ms":2000}',
      },
    },
  ],
});
