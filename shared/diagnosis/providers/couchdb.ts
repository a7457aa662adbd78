import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const couchdb = defineProvider({
  id: 'couchdb',
  name: 'Apache CouchDB',
  category: 'database',
  address: 'https://example.cloudant.com/_session',
  paths: /^\/(?:_session|_all_dbs|_users)(?:\/|$)/,
  hosts: /\.cloudant(nosqldb)?\.(com|appdomain\.cloud)$/,
  fields: [['server', /^CouchDB\//], ['x-couch-request-id']],
  challenge: /^Basic (?:server|administrator|Cloudant)/i,
  misleads: [
    {
      says: 'You are not authorized to access this db.',
      means: 'With 401 that nobody is logged in or that the user is no member of the database.',
    },
  ],
  sources: [
    'https://github.com/apache/couchdb/blob/116a030c8d0ab2399d5871c8566f4b08c1637496/src/docs/src/api/server/authn.rst',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  lives: {
    seconds: 600,
    ends: 'session-expired',
    idle: true,
    of: 'cookie',
    stamp: { cookie: /^AuthSession$/, began: /^[^:]+:([0-9A-F]{8}):/i, base64: true },
  },
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /temporarily locked due to multiple authentication failures/i,
      explanation:
        'CouchDB locks a user from one address after wrong passwords; wait, then send the right one.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'CouchDB/3.4.2 (Erlang OTP/25)' },
        body: '{"error":"forbidden","reason":"Account is temporarily locked due to multiple authentication failures"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Name or password is incorrect/i,
      explanation: 'CouchDB does not know user and password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'CouchDB/3.4.2 (Erlang OTP/25)' },
        body: '{"error":"unauthorized","reason":"Name or password is incorrect."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /not (?:authorized|allowed) to access this db|not a (?:server|db or server) admin/i,
      sent: /./,
      explanation: 'The user is in no list of the database’s security document.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'CouchDB/3.4.2 (Erlang OTP/25)' },
        body: '{"error":"forbidden","reason":"You are not allowed to access this db."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /not authorized to access this db|Authentication required|not a server admin/i,
      notSent: /./,
      explanation: 'Nobody is logged in; since version 3 every database asks for a user.',
      seen: {
        sent: {},
        received: { Server: 'CouchDB/3.4.2 (Erlang OTP/25)' },
        body: '{"error":"unauthorized","reason":"You are not authorized to access this db."}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /exp not in future|token (?:has )?expired/i,
      explanation: 'The JWT is over.',
      seen: {
        sent: { Authorization: 'Bearer eyJ' },
        received: { Server: 'CouchDB/3.4.2 (Erlang OTP/25)' },
        body: '{"error":"bad_request","reason":"exp not in future"}',
      },
    },
  ],
});
