import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { staleDns } from './stale-dns.ts';

testRule(staleDns, {
  silent: {
    'one address': [
      { sent: opaque, status: 200, address: '10.0.0.1' },
      { sent: opaque, address: '10.0.0.1' },
    ],
    'one of a network’s many doors': [
      { sent: opaque, status: 200, address: '10.0.0.1' },
      { sent: opaque, status: 200, address: '10.0.0.3' },
      { sent: opaque, address: '10.0.0.2' },
    ],
    'this address had accepted it, too': [
      { sent: opaque, status: 200, address: '10.0.0.2' },
      { sent: opaque, status: 200, address: '10.0.0.1' },
      { sent: opaque, address: '10.0.0.2' },
    ],
    'another version of the same server': [
      { sent: opaque, status: 200, received: { Server: 'nginx/1.24' } },
      { sent: opaque, received: { Server: 'nginx' } },
    ],
    'a right is missing': [
      { sent: opaque, status: 200, address: '10.0.0.1' },
      { sent: opaque, status: 403, address: '10.0.0.2' },
    ],
  },
  speaks: {
    'a stranger’s server answers': {
      given: [
        { sent: opaque, status: 200, received: { Server: 'openresty' } },
        {
          sent: opaque,
          received: { Server: 'Apache/2.2', 'WWW-Authenticate': 'Basic realm="staging"' },
        },
      ],
      title: /old server/,
      at: ['Response › Server'],
    },
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
