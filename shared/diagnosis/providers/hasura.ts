import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hasura = defineProvider({
  id: 'hasura',
  name: 'Hasura',
  category: 'framework',
  address: 'https://example.hasura.app/v1/graphql',
  sends: ['x-hasura-admin-secret', 'x-hasura-role'],
  paths: /^\/v[12]\/(?:graphql|metadata)$/,
  hosts: /\.hasura\.app$/,
  body: /x-hasura-|"code"\s*:\s*"(?:invalid-jwt|jwt-invalid-claims|jwt-missing-role-claims|invalid-headers|access-denied)"|Could not verify JWT/,
  misleads: [
    {
      says: "field not found in type: 'query_root'",
      means: 'The role has no permission on the table; the schema is right.',
    },
  ],
  sources: ['https://github.com/hasura/graphql-engine/blob/master/server/src-lib/Hasura/Server/Auth/JWT.hs'],
  doors: ['field x-hasura-admin-secret', 'field x-hasura-access-key', 'authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /JWTExpired/i,
      explanation: 'Hasura compared exp with its clock.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"path":"$","code":"invalid-jwt"},"message":"Could not verify JWT: JWTExpired"}]}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /JWSInvalidSignature|JWSError|No suitable key|JWSNoSignatures/i,
      explanation: 'The token and HASURA_GRAPHQL_JWT_SECRET do not fit.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"code":"invalid-jwt"},"message":"Could not verify JWT: JWSError JWSInvalidSignature"}]}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /x-hasura-admin-secret.*required, but not found/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The engine has no HASURA_GRAPHQL_JWT_SECRET, so it knows the admin secret only and does not look at tokens.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"path":"$","code":"access-denied"},"message":"x-hasura-admin-secret/x-hasura-access-key required, but not found"}]}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /Missing '?Authorization'?(?: or '?cookie'?)? header in JWT/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'A token was sent: HASURA_GRAPHQL_JWT_SECRET makes the engine read it from a cookie or another field, or, in some versions, any Cookie field turns it away from Authorization.',
      seen: {
        status: 200,
        sent: {
          Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln',
          Cookie: '_ga=GA1.2.1183749310.1639402011',
        },
        body: '{"errors":[{"extensions":{"path":"$","code":"invalid-headers"},"message":"Missing Authorization header in JWT authentication mode"}]}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /JWTNotInAudience/i,
      explanation: 'The JWT secret’s audience is not in the token.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"code":"invalid-jwt"},"message":"Could not verify JWT: JWTNotInAudience"}]}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /JWTNotInIssuer/i,
      explanation: 'The JWT secret’s issuer is another.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"code":"invalid-jwt"},"message":"Could not verify JWT: JWTNotInIssuer"}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['jwt-missing-role-claims', 'jwt-invalid-claims'],
      explanation:
        'The token verifies; its claims under https://hasura.io/jwt/claims with allowed and default role are missing or malformed.',
      seen: { status: 200 },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Missing '?Authorization'?(?: or '?cookie'?)? header/i,
      notSent: /./,
      explanation: 'In JWT mode each request needs a token, unless an unauthorized role is set.',
      seen: {
        status: 200,
        sent: {},
        body: '{"errors":[{"extensions":{"code":"invalid-headers"},"message":"Missing \'Authorization\' or \'Cookie\' header in JWT authentication mode"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /invalid ['"]?x-hasura-admin-secret/i,
      explanation: 'The admin secret differs.',
      seen: {
        status: 200,
        sent: { 'x-hasura-admin-secret': 'Zx81kQp07vTn' },
        body: '{"errors":[{"extensions":{"code":"access-denied"},"message":"invalid \\"x-hasura-admin-secret\\"/\\"x-hasura-access-key\\""}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /x-hasura-admin-secret.*(?:required, but not found)/i,
      notSent: /./,
      explanation: 'Hasura wants its admin secret.',
      seen: {
        status: 200,
        sent: {},
        body: '{"errors":[{"extensions":{"code":"access-denied"},"message":"x-hasura-admin-secret/x-hasura-access-key required, but not found"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /field ['"]\w+['"] not found in type: 'query_root'|Your requested role is not in allowed roles/i,
      explanation:
        'For this role the table or field does not exist; or the role asked for is not among the token’s.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"extensions":{"code":"access-denied"},"message":"Your requested role is not in allowed roles"}]}',
      },
    },
  ],
});
