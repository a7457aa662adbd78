import { testRule } from './rule.test-support.ts';
import { cookieConflict } from './cookie-conflict.ts';

testRule(cookieConflict, {
  silent: {
    'a login that lacks its anti-forgery token': {
      posted: 'username=a&password=b',
      sent: { Cookie: 'sessionid=1' },
      status: 403,
      body: 'CSRF token does not fit the session',
    },
    'each once': { sent: { Cookie: 'a=1; sid=2' } },
  },
  speaks: {
    'what passes without the cookie': {
      given: [
        { status: 200, body: { data: [] } },
        { sent: { Cookie: 'SESSION=old' }, status: 401 },
      ],
      title: /Cookies stand in the way/,
    },
    'a login with the cookie of an old session': {
      given: {
        posted: JSON.stringify({ username: 'a', password: 'b' }),
        sent: { Cookie: 'JSESSIONID=1dgx' },
        body: { message: 'Your session is expired or invalid' },
      },
      title: /cookie of an old session, JSESSIONID/,
      marks: 'JSESSIONID=1dgx',
    },
    'one name twice': {
      given: { sent: { Cookie: 'sid=1; a=2; sid=3' } },
      title: /cookie sid was sent twice/,
      marks: 'sid=3',
    },
  },
});
