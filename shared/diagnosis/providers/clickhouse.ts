import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const clickhouse = defineProvider({
  id: 'clickhouse',
  name: 'ClickHouse',
  category: 'database',
  address: 'https://abc123.eu-central-1.aws.clickhouse.cloud:8443/',
  hosts: /\.clickhouse\.cloud$/,
  fields: [['x-clickhouse-exception-code'], ['x-clickhouse-server-display-name'], ['x-clickhouse-summary']],
  challenge: /ClickHouse/i,
  body: /DB::Exception/,
  sources: [
    'https://docs.hydrolix.io/docs/clickhouse-http',
    'https://clickhouse.com/docs/ru/reference/statements/create/user.md',
  ],
  doors: [
    'authorization basic',
    'authorization bearer',
    'field x-clickhouse-key',
    'field x-clickhouse-user',
    'query password',
    'query user',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /AUTHENTICATION_FAILED|Authentication failed: password is incorrect|WRONG_PASSWORD|REQUIRED_PASSWORD/,
      explanation:
        'ClickHouse does not know user and password; without a user it takes default. The user’s HOST list and VALID UNTIL give the same answer.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-ClickHouse-Exception-Code': '516' },
        body: 'Code: 516. DB::Exception: default: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED) (version 24.3.1)',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: STATED,
      says: /it is not allowed to use .* (?:HTTP headers|and) .*simultaneously|Invalid authentication: it is not allowed/i,
      explanation:
        'User and password stand in two places; use Authorization, the X-ClickHouse fields or the query, one of them.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-ClickHouse-Exception-Code': '516' },
        body: 'Code: 516. DB::Exception: Invalid authentication: it is not allowed to use X-ClickHouse HTTP headers and Authorization HTTP header simultaneously. (AUTHENTICATION_FAILED)',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /ACCESS_DENIED|Not enough privileges/,
      explanation: 'The user lacks the grant that the answer names.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-ClickHouse-Exception-Code': '497' },
        body: "Code: 497. DB::Exception: kim: Not enough privileges. To execute this query, it's necessary to have the grant SELECT(x) ON db.t. (ACCESS_DENIED)",
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP_ADDRESS_NOT_ALLOWED|not allowed to connect from address/,
      explanation: 'The user may log in from listed addresses only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-ClickHouse-Exception-Code': '195' },
        body: 'Code: 195. DB::Exception: User kim is not allowed to connect from address 192.0.2.1. (IP_ADDRESS_NOT_ALLOWED)',
      },
    },
  ],
});
