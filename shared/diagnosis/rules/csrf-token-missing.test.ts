import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { csrfTokenMissing } from './csrf-token-missing.ts';

testRule(csrfTokenMissing, {
  silent: {
    'a bare 403': { status: 403 },
    'a login that failed': { posted: 'user=a&password=b', body: { error: 'Invalid login' } },
  },
  speaks: {
    'the other half of the token was not sent': {
      given: [
        { sent: { Cookie: 'JSESSIONID=a1b2c3; XSRF-TOKEN=t1' }, status: 200 },
        { sent: { Cookie: 'JSESSIONID=a1b2c3; XSRF-TOKEN=t1' }, posted: 'a=b', status: 403 },
      ],
      title: /anti-forgery token/,
    },
    'a 419': { given: { status: 419 }, title: /anti-forgery token/, at: ['Response › status'] },
    'a crumb': {
      given: {
        posted: 'a=1',
        sent: basic('a', 'b'),
        status: 403,
        body: '<title>Error 403 No valid crumb was included in the request</title>',
      },
      title: /anti-forgery/,
    },
    'SAP’s field': {
      given: { status: 403, received: { 'X-CSRF-Token': 'Required' } },
      title: /anti-forgery/,
      at: ['Response › X-CSRF-Token'],
    },
  },
});
