import { testRule } from './rule.test-support.ts';
import { cookieConflict } from './cookie-conflict.ts';

testRule(cookieConflict, {
  silent: { 'each once': { sent: { Cookie: 'a=1; sid=2' } } },
  speaks: {
    'one name twice': {
      given: { sent: { Cookie: 'sid=1; a=2; sid=3' } },
      title: /cookie sid was sent twice/,
      marks: 'sid=3',
    },
  },
});
