import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { accountUnusable } from './account-unusable.ts';

testRule(accountUnusable, {
  silent: {
    'a locked file': { status: 423, body: 'file is locked' },
    'a bare 401': {},
    'a state of something else': { sent: basic('a', 'b'), body: { reason: 'feature.disabled' } },
  },
  speaks: {
    'a riddle before the next login': {
      given: {
        sent: basic('a', 'b'),
        status: 403,
        received: { 'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE' },
      },
      title: /cannot be used/,
    },
    'a login that is answered 423': {
      given: { posted: 'user=kim&password=word', status: 423 },
      title: /cannot be used/,
    },
    locked: {
      given: { sent: basic('a', 'b'), body: { error: 'Your account has been locked' } },
      title: /cannot be used/,
    },
    'a code made of the account’s state': {
      given: { sent: basic('a', 'b'), body: { messageId: 'identity.disabled' } },
      title: /cannot be used/,
    },
    'an unverified address': {
      given: { sent: basic('a', 'b'), body: { error: 'Email not verified' } },
      title: /cannot be used/,
    },
  },
});
