import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const neo4j = defineProvider({
  id: 'neo4j',
  name: 'Neo4j',
  category: 'database',
  address: 'https://abc123.databases.neo4j.io/db/neo4j/query/v2',
  paths: /^\/db\/[\w.-]+\/(?:tx|query)\b/,
  hosts: /\.databases\.neo4j\.io$/,
  challenge: /Neo4j/i,
  body: /Neo\.ClientError\.Security\./,
  sources: [
    'https://neo4j.com/docs/developer-manual/current/http-api/authentication',
    'https://github.com/neo4j/docs-http-api/pull/1.patch',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['Neo.ClientError.Security.CredentialsExpired'],
      says: /(?:must|required to) change (?:their|its|your) password/i,
      explanation: 'The first password must be changed before anything else is allowed.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"Neo.ClientError.Security.CredentialsExpired","message":"User is required to change their password."}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['Neo.ClientError.Security.AuthenticationRateLimit'],
      explanation: 'After three wrong passwords Neo4j waits some seconds before it looks at the next.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"Neo.ClientError.Security.AuthenticationRateLimit","message":"The client has provided incorrect authentication details too many times in a row."}]}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['Neo.ClientError.Security.TokenExpired'],
      explanation: 'The token of the identity provider is over.',
      seen: {
        sent: { Authorization: 'Bearer eyJ' },
        body: '{"errors":[{"code":"Neo.ClientError.Security.TokenExpired","message":"The token has expired."}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /No authentication header supplied/i,
      notSent: /./,
      explanation: 'Neo4j saw no credential; send user and password as Basic.',
      seen: {
        sent: {},
        body: '{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"No authentication header supplied."}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid username or password|Invalid credential/i,
      explanation: 'Neo4j does not know user and password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"Neo.ClientError.Security.Unauthorized","message":"Invalid credential."}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['Neo.ClientError.Security.Forbidden', 'Neo.ClientError.Security.AuthorizationExpired'],
      explanation: 'The user’s roles do not cover the database or the statement.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"Neo.ClientError.Security.Forbidden","message":"Database access is not allowed for user \'kim\' with roles [PUBLIC]."}]}',
      },
    },
  ],
});
