import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { ipNotAllowed } from './ip-not-allowed.ts';

testRule(ipNotAllowed, {
  silent: {
    'a bare 403': { status: 403 },
    'shipping is not allowed': { status: 403, body: 'shipping is not allowed' },
  },
  speaks: {
    'a country that is blocked': {
      given: {
        sent: opaque,
        status: 403,
        body: '<html><body>The distribution is configured to block access from your country.</body></html>',
      },
      title: /does not allow the address/,
    },
    'the server says so': {
      given: { sent: opaque, status: 403, body: 'Your IP address is not allowed' },
      title: /does not allow the address/,
    },
  },
});
