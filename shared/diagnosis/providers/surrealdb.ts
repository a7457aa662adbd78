import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const surrealdb = defineProvider({
  id: 'surrealdb',
  name: 'SurrealDB',
  category: 'database',
  address: 'https://surreal.example.com/sql',
  sends: ['surreal-ns', 'surreal-db', 'surreal-auth-ns', 'surreal-auth-db'],
  fields: [['surreal-version']],
  body: /"information"\s*:\s*"There was a problem with authentication"|Reauthenticate using valid authentication parameters/,
  sources: ['https://surrealdb.com/docs/surrealdb/integration/http'],
  misleads: [
    {
      says: 'Authentication failed',
      means:
        'Also a user of a namespace or database whose name the request does not tell: Surreal-Auth-NS and Surreal-Auth-DB say where a user is at home.',
    },
  ],
  few: 'It says one thing of every failed login.',
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /authentication details are invalid|There was a problem with authentication/i,
      sent: /^authorization /i,
      explanation:
        'The root has no such user, or the user is one of a namespace or database, which Surreal-Auth-NS and Surreal-Auth-DB must name.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":401,"details":"Authentication failed","description":"Your authentication details are invalid. Reauthenticate using valid authentication parameters.","information":"There was a problem with authentication"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /authentication details are invalid|There was a problem with authentication/i,
      notSent: /^authorization /i,
      explanation: 'Send user and password as Basic, or the token of /signin as Bearer.',
      seen: {
        sent: {},
        body: '{"code":401,"details":"Authentication failed","description":"Your authentication details are invalid. Reauthenticate using valid authentication parameters.","information":"There was a problem with authentication"}',
      },
    },
  ],
});
