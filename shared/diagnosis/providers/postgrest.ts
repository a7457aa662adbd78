import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const postgrest = defineProvider({
  id: 'postgrest',
  name: 'PostgREST',
  category: 'database',
  address: 'https://postgrest.example.com/todos',
  fields: [['server', /^postgrest\//i]],
  body: /"code"\s*:\s*"(?:PGRST30\d|42501)"/,
  misleads: [
    { says: 'permission denied for table', means: 'With 401 that the request ran as the anonymous role.' },
  ],
  sources: [
    'https://docs.postgrest.org/en/latest/references/errors.html',
    'https://supabase.com/docs/guides/api/rest/postgrest-error-codes',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /JWT expired/i,
      explanation: 'The token is over by the server’s clock.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"PGRST303","details":null,"hint":null,"message":"JWT expired"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /Server lacks JWT secret/i,
      explanation: 'The server has no secret to check tokens with.',
      seen: { status: 500, body: '{"code":"PGRST300","message":"Server lacks JWT secret"}' },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['PGRST302'],
      says: /Anonymous access is disabled/i,
      explanation: 'Without a token nothing is allowed here.',
      seen: {
        sent: {},
        body: '{"code":"PGRST302","details":null,"hint":null,"message":"Anonymous access is disabled"}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /JWSError|JWSInvalidSignature|No suitable key|wrong key/i,
      explanation: 'The token was signed with another secret than the server’s.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"PGRST301","details":null,"hint":null,"message":"JWSError JWSInvalidSignature"}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /JWT not in audience/i,
      explanation: 'The token’s aud is not the one that the server is set to.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"PGRST303","details":null,"hint":null,"message":"JWT not in audience"}',
      },
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /JWT not yet valid|JWT issued at future/i,
      explanation: 'nbf or iat lies ahead of the server’s clock.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"PGRST303","details":null,"hint":null,"message":"JWT not yet valid"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['42501'],
      sent: /./,
      explanation: 'The database role in the token lacks the grant, or a row policy refuses the row.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"42501","details":null,"hint":null,"message":"permission denied for table todos"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['42501'],
      status: [401],
      notSent: /./,
      explanation: 'The request ran as the anonymous role, which lacks the grant.',
      seen: {
        sent: {},
        body: '{"code":"42501","details":null,"hint":null,"message":"permission denied for table todos"}',
      },
    },
  ],
});
