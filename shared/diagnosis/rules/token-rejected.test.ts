import { basic, bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenRejected } from './token-rejected.ts';

testRule(tokenRejected, {
  silent: {
    'nothing was sent': { body: { error: 'invalid_token' } },
    'Basic was sent': { sent: basic('a', 'b') },
  },
  speaks: {
    'a bare invalid_token': {
      given: { sent: opaque, received: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
      title: /does not say why/,
      at: ['Response › WWW-Authenticate'],
    },
    'a sound token and a bare 401': {
      given: { sent: bearer() },
      title: /does not say why/,
      at: ['Request › Authorization'],
    },
  },
});
