import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { clientNotAllowed } from './client-not-allowed.ts';

testRule(clientNotAllowed, {
  silent: {
    'a named client': { status: 403, sent: { ...opaque, 'User-Agent': 'curl/8' }, body: 'blocked' },
    'a bare 403': { status: 403 },
  },
  speaks: {
    'a client without a name': {
      given: { status: 403, sent: { ...opaque, Accept: '*/*' }, body: 'You are blocked.' },
      title: /refuses this kind of client/,
      at: ['Request › User-Agent › not sent'],
    },
    'a Referer that is no address': {
      given: { posted: 'username=a&password=b', sent: { Referer: '127.0.0.1' } },
      title: /Referer 127\.0\.0\.1/,
      at: ['Request › Referer'],
    },
    'the server says so': {
      given: {
        status: 403,
        body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      },
      title: /kind of client/,
    },
  },
});
