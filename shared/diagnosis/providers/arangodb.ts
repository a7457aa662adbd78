import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const arangodb = defineProvider({
  id: 'arangodb',
  name: 'ArangoDB',
  category: 'database',
  address: 'https://arango.example.com:8529/_db/shop/_api/collection',
  hosts: /\.arangodb\.cloud$|^arango(?:db)?\./,
  paths:
    /^\/(?:_db\/[^/]+\/)?_(?:api\/(?:collection|cursor|database|document|gharial|foxx|version)|open\/auth)(?:\/|$)/,
  fields: [['x-arango-queue-time-seconds'], ['server', /^ArangoDB$/i]],
  body: /"error"\s*:\s*true[^}]*"errorNum"\s*:\s*\d/,
  sources: [
    'https://docs.arangodb.com/stable/develop/http-api/authentication/',
    'https://docs.arangodb.com/stable/develop/error-codes/',
  ],
  misleads: [
    {
      says: 'not authorized to execute this request',
      means:
        'Error 11 is said of a wrong password and of a user that has no access to the database in the path.',
    },
  ],
  few: 'Its refusals share one error number.',
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /not authorized to execute this request/i,
      notSent: /./,
      explanation: 'Send user and password as Basic, or the token of /_open/auth as Bearer.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Bearer token_type="JWT", realm="ArangoDB"', Server: 'ArangoDB' },
        body: '{"code":401,"error":true,"errorMessage":"not authorized to execute this request","errorNum":11}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401],
      says: /not authorized to execute this request|Wrong credentials/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'The password is wrong, or the user has no access to the database that the path names.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'ArangoDB' },
        body: '{"code":401,"error":true,"errorMessage":"not authorized to execute this request","errorNum":11}',
      },
    },
  ],
});
