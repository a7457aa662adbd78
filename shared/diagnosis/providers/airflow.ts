import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const user = { Authorization: 'Basic YW5uYTprZXljYXJk' };

export const airflow = defineProvider({
  id: 'airflow',
  name: 'Apache Airflow',
  category: 'data',
  address: 'https://airflow.example.com/api/v1/dags',
  paths: /^\/api\/v[12]\/dags(?:\/|$)/,
  body: /airflow\.apache\.org\/docs|apache-airflow.*#section\/(?:Errors|Trying-the-API)/,
  challenge: /^bearer airflow|^basic airflow/i,
  misleads: [
    {
      says: '401 Unauthorized',
      means:
        'Before 2.3 the interface knows the session of the browser only, unless auth_backends names basic_auth: no password is looked at then.',
    },
    {
      says: '403 Forbidden',
      means: 'With the backend deny_all it is the answer to everybody.',
    },
  ],
  sources: [
    'https://airflow.apache.org/docs/apache-airflow-providers-fab/stable/auth-manager/api-authentication.html',
    'https://airflow.apache.org/docs/apache-airflow/2.10.5/stable-rest-api-ref.html#section/Errors',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization negotiate'],
  signs: [
    {
      cause: 'server-misconfigured',
      weight: STATED,
      status: [401],
      says: /^type: https:\/\/airflow\.apache\.org\/docs.*(?:Unauthenticated|Errors)|^title: Unauthorized$/,
      sent: /^authorization authorization: basic /i,
      explanation:
        'Airflow looks at Basic only where auth_backends in its configuration names airflow.api.auth.backend.basic_auth; else set that, or check user and password.',
      seen: {
        sent: user,
        body: '{"detail":null,"status":401,"title":"Unauthorized","type":"https://airflow.apache.org/docs/apache-airflow/2.10.5/stable-rest-api-ref.html#section/Errors/Unauthenticated"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [403],
      says: /^title: Forbidden$/,
      sent: /./,
      explanation: 'The user’s role lacks this permission, or the backend is deny_all.',
      seen: {
        status: 403,
        sent: user,
        body: '{"detail":null,"status":403,"title":"Forbidden","type":"https://airflow.apache.org/docs/apache-airflow/2.10.5/stable-rest-api-ref.html#section/Errors/PermissionDenied"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /^title: Unauthorized$/,
      notSent: /./,
      explanation: 'Nothing was sent.',
      seen: {
        sent: {},
        body: '{"detail":null,"status":401,"title":"Unauthorized","type":"https://airflow.apache.org/docs/apache-airflow/2.10.5/stable-rest-api-ref.html#section/Errors/Unauthenticated"}',
      },
    },
  ],
});
