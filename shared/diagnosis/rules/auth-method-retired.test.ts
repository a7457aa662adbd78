import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { authMethodRetired } from './auth-method-retired.ts';

testRule(authMethodRetired, {
  silent: {
    'a deprecated endpoint': { body: { message: 'This endpoint is deprecated' } },
    'a token that is no longer active': { sent: opaque, body: { message: 'token is no longer active' } },
  },
  speaks: {
    'passwords are over': {
      given: {
        sent: basic('a', 'b'),
        body: 'Support for password authentication was removed on August 13, 2021.',
      },
      title: /no longer takes/,
    },
  },
});
