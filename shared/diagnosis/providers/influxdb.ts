import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const influxdb = defineProvider({
  id: 'influxdb',
  name: 'InfluxDB',
  category: 'database',
  address: 'https://influx.example.com:8086/api/v2/buckets',
  fields: [['x-influxdb-version']],
  body: /"error":"unauthorized access"/,

  sources: ['https://docs.influxdata.com/influxdb/v2/api-guide/api_intro/'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
    },
  ],
});
