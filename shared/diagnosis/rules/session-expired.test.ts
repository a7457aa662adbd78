import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { sessionExpired } from './session-expired.ts';

testRule(sessionExpired, {
  silent: { 'no cookie': {}, 'a token beside': { sent: { ...opaque, Cookie: 'sessionid=abc' } } },
  speaks: {
    'the cookie is taken away': {
      given: { sent: { Cookie: 'sessionid=abc' }, received: { 'Set-Cookie': 'sessionid=; Max-Age=0' } },
      title: /behind the cookie sessionid has ended/,
      at: ['Response › Set-Cookie', 'Request › Cookie'],
      marks: 'sessionid=abc',
    },
    'a 440': {
      given: { status: 440, sent: { Cookie: '.ASPXAUTH=abc' } },
      title: /has ended/,
      at: ['Response › status'],
    },
  },
});
