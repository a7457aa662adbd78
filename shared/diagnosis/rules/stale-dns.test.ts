import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { staleDns } from './stale-dns.ts';

testRule(staleDns, {
  silent: {
    'one address': [
      { sent: opaque, status: 200, address: '10.0.0.1' },
      { sent: opaque, address: '10.0.0.1' },
    ],
  },
  speaks: {
    'another address accepted it': {
      given: [
        { sent: opaque, status: 200, address: '10.0.0.1' },
        { sent: opaque, address: '10.0.0.2' },
      ],
      title: /10\.0\.0\.2 refuses/,
      at: ['Connection'],
    },
  },
});
