import { basic, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { rateLimited } from './rate-limited.ts';

testRule(rateLimited, {
  silent: {
    'a structured limit with some left': { sent: opaque, received: { RateLimit: '"day";r=10;t=50' } },
    'a field that is left over': { sent: opaque, received: { 'X-Attempts': '0' } },
    'a page that is too long': { sent: opaque, status: 403, body: { message: 'page size limit exceeded' } },

    'counters that are not used up': { sent: opaque, received: { 'X-RateLimit-Remaining': '57' } },
    'attempts that are left': {
      posted: 'user=kim&password=word',
      body: { error: 'login failed', remaining_attempts: 4 },
    },
    'a bare 401': { sent: opaque },
    'another login, which is known and not allowed': [
      { sent: basic('kim', 'word') },
      { sent: basic('kim', 'ward') },
      { sent: basic('lee', 'wind'), status: 403 },
    ],
    'one refused login before': [{ sent: basic('kim', 'word') }, { sent: {}, status: 403 }],
  },
  speaks: {
    'no room for one more session': {
      given: {
        status: 200,
        posted: '[{"cmd":"Login","param":{"User":{"userName":"kim","password":"word"}}}]',
        body: [{ cmd: 'Login', code: 1, error: { detail: 'max session', rspCode: -5 } }],
      },
      title: /Too many/,
    },
    'no attempt that is left': {
      given: {
        posted: 'user=kim&password=word',
        body: { error: 'login failed', remaining_attempts: 0 },
      },
      title: /Too many/,
    },
    'a result beside the code of an error': {
      given: {
        status: 200,
        posted: 'user=kim&password=word',
        body: { result: { failureCount: 10, attemptsAllowed: 0 }, error_code: -5003 },
      },
      title: /Too many/,
    },
    'a page that needs no login, after refused ones': {
      given: [
        { sent: basic('kim', 'word') },
        { sent: basic('kim', 'word') },
        { sent: {}, status: 403, body: 'Forbidden' },
      ],
      title: /Too many/,
    },
    'a structured limit that is spent': {
      given: { status: 403, sent: opaque, received: { RateLimit: 'limit=5, remaining=0, reset=812' } },
      title: /Too many/,
      at: ['Response › RateLimit'],
    },
    'a structured limit by the later draft': {
      given: { status: 403, sent: opaque, received: { RateLimit: '"day";r=0;t=50' } },
      title: /Too many/,
      at: ['Response › RateLimit'],
    },
    'a quota under a name of its own': {
      given: { status: 403, sent: opaque, received: { 'X-Quota-Left': '0' } },
      title: /Too many/,
      at: ['Response › X-Quota-Left'],
    },
    'a quota for the day': {
      given: { status: 403, sent: opaque, body: { error: 'Daily request limit reached' } },
      title: /Too many requests/,
    },
    'a number of minutes to wait': {
      given: {
        posted: 'user=kim&password=word',
        body: { error: 'Please wait 15 minutes before trying again.' },
      },
      title: /Too many requests/,
    },

    'a 429 with Retry-After': {
      given: { status: 429, received: { 'Retry-After': '90' } },
      title: /wait 1\u00a0min\u00a030\u00a0s/,
      at: ['Response › status', 'Response › Retry-After'],
      remedy: { id: 'wait-and-retry', values: { seconds: '90' } },
    },
    'a date in Retry-After': {
      given: {
        status: 429,
        date: 0,
        received: { 'Retry-After': new Date((NOON + 60) * 1000).toUTCString() },
      },
      title: /wait 1\u00a0min/,
    },
    'words behind a 403': {
      given: { status: 403, sent: opaque, body: { message: 'You have exceeded a secondary rate limit.' } },
      title: /Too many requests/,
    },
    'none left': {
      given: { status: 403, sent: opaque, received: { 'X-RateLimit-Remaining': '0' } },
      title: /Too many/,
      at: ['Response › X-RateLimit-Remaining'],
    },
  },
});
