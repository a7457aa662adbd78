import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const influxdb = defineProvider({
  id: 'influxdb',
  name: 'InfluxDB',
  category: 'database',
  address: 'https://eu-central-1-1.aws.cloud2.influxdata.com/api/v2/orgs',
  hosts: /\.influxdata\.com$/,
  fields: [['x-influxdb-version'], ['x-influxdb-build']],
  challenge: /InfluxDB/i,
  body: /\{"error":"unauthorized access"\}|"code":"unauthorized","message":"unauthorized access"/,
  sources: ['https://docs.influxdata.com/influxdb/v2/api-guide/api_intro/'],
  doors: ['authorization token', 'authorization basic', 'authorization bearer', 'query u', 'query p'],
  lives: { seconds: 3_600, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: (?!token |bearer |basic )\S+$/i,
      status: [401],
      explanation: 'InfluxDB 2 takes the word Token before the token.',
      seen: {
        sent: { Authorization: 'abcdefghijklmnop==' },
        received: { 'X-Influxdb-Version': 'v2.7.5' },
        body: '{"code":"unauthorized","message":"unauthorized access"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['unauthorized'],
      path: /^\/api\/v2\//,
      sent: /^authorization authorization: (?:bearer (?!eyJ)|basic )/i,
      explanation:
        'The interface of version 2 reads the word Token before the token, and neither Bearer nor Basic.',
      seen: {
        url: 'http://influx.example.com:8086/api/v2/write?org=lab&bucket=telegraf',
        sent: { Authorization: 'Bearer abcdefghijklmnop==' },
        received: { 'X-Influxdb-Version': 'v2.7.5' },
        body: '{"code":"unauthorized","message":"unauthorized access"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unauthorized access|authorization failed/i,
      sent: /./,
      explanation: 'InfluxDB does not know the token, or it belongs to another organisation or instance.',
      seen: {
        sent: { Authorization: 'Token abcdefghijklmnop==' },
        received: { 'X-Influxdb-Version': 'v2.7.5' },
        body: '{"code":"unauthorized","message":"unauthorized access"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /unable to parse authentication credentials|token required|unauthorized access/i,
      notSent: /./,
      explanation: 'InfluxDB saw no credential.',
      seen: {
        sent: {},
        received: { 'X-Influxdb-Version': '1.8.10' },
        body: '{"error":"unable to parse authentication credentials"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /not authorized to (?:execute|write)|write:orgs\/|read:(?:orgs|authorizations)/i,
      explanation: 'The token was made without this bucket or right.',
      seen: {
        status: 403,
        sent: { Authorization: 'Token abcdefghijklmnop==' },
        received: { 'X-Influxdb-Version': 'v2.7.5' },
        body: '{"code":"forbidden","message":"insufficient permissions for write: write:orgs/0a/buckets/0b is unauthorized"}',
      },
    },
  ],
});
