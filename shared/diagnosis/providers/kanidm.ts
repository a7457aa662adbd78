import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kanidm = defineProvider({
  id: 'kanidm',
  name: 'Kanidm',
  category: 'identity',
  address: 'https://idm.example.com/v1/self',
  fields: [['x-kanidm-opid'], ['x-kanidm-version']],
  sources: [
    'https://github.com/kanidm/kanidm/blob/master/proto/src/internal/error.rs',
    'https://kanidm.github.io/kanidm/stable/',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['sessionexpired'],
      explanation: 'The session is over: log in again.',
      seen: { received: { 'X-KANIDM-OPID': '5f2c9d1e' }, body: '"sessionexpired"' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['notauthenticated'],
      notSent: /./,
      explanation: 'Nobody is logged in: a Bearer token or a session’s cookie belongs here.',
      seen: { sent: {}, received: { 'X-KANIDM-OPID': '5f2c9d1e' }, body: '"notauthenticated"' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['sessionmaynotreauth', 'au0006credentialmaynotreauthenticate'],
      explanation: 'The session reads only, and its credential may not be raised to one that writes.',
      seen: {
        status: 403,
        received: { 'X-KANIDM-OPID': '5f2c9d1e' },
        body: '"sessionmaynotreauth"',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['accessdenied', 'notauthorised', 'systemprotectedobject'],
      explanation:
        'The account’s groups do not allow it, or the session was not re-authenticated for writing.',
      seen: { status: 403, received: { 'X-KANIDM-OPID': '5f2c9d1e' }, body: '"accessdenied"' },
    },
  ],
});
