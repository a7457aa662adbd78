import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIiwiZXhwIjoxNzAwMDUzMjAwfQ.c2ln' };

export const superset = defineProvider({
  id: 'superset',
  name: 'Apache Superset',
  category: 'data',
  address: 'https://superset.example.com/api/v1/chart/',
  paths: /^\/api\/v1\/(?:chart|dashboard|dataset|sqllab|security\/login)(?:\/|$)/,
  body: /"error_type"\s*:\s*"(?:GENERIC_BACKEND_ERROR|[A-Z_]+_SECURITY_ACCESS_ERROR|MISSING_OWNERSHIP_ERROR)"|Issue 101[01]/,
  misleads: [
    {
      says: '400 The CSRF token is missing',
      means:
        'Said to a good Bearer token as well: Superset wants the anti-forgery token and its session cookie beside it.',
    },
  ],
  sources: [
    'https://superset.apache.org/docs/api',
    'https://superset.apache.org/docs/using-superset/issue-codes',
  ],
  doors: ['authorization bearer', 'field x-guesttoken'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /The CSRF (?:session )?token (?:is missing|has expired|do(?:es)? not match)/i,
      explanation:
        'Fetch /api/v1/security/csrf_token/ with the Bearer token, keep its cookie, and send the value in X-CSRFToken with each change.',
      seen: {
        status: 400,
        sent: token,
        posted: '{}',
        body: '{"errors":[{"message":"400 Bad Request: The CSRF token is missing.","error_type":"GENERIC_BACKEND_ERROR","level":"error","extra":{"issue_codes":[{"code":1011,"message":"Issue 1011 - Superset encountered an unexpected error."}]}}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /_SECURITY_ACCESS_ERROR|MISSING_OWNERSHIP_ERROR|endpoint requires the datasource|This endpoint requires/i,
      explanation: 'The role has no access to this database, table or chart.',
      seen: {
        status: 403,
        sent: token,
        body: '{"errors":[{"message":"This endpoint requires the datasource 1, database or `all_datasource_access` permission","error_type":"DATASOURCE_SECURITY_ACCESS_ERROR","level":"error"}]}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Subject must be a string/i,
      explanation:
        'The library that reads the tokens is newer than Superset expects: a token with a number as its sub is refused; pin PyJWT below 2.10 or update.',
      seen: {
        status: 422,
        sent: token,
        body: '{"msg":"Subject must be a string","errors":[{"error_type":"GENERIC_BACKEND_ERROR"}]}',
      },
    },
  ],
});
