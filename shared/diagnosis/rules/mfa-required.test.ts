import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { mfaRequired } from './mfa-required.ts';

testRule(mfaRequired, {
  silent: { 'a bare 401': {}, 'another challenge': { received: { 'WWW-Authenticate': 'Basic realm="x"' } } },
  speaks: {
    'a challenge for a one-time password': {
      given: { sent: opaque, received: { 'WWW-Authenticate': 'OTP' } },
      title: /further factor/,
      at: ['Response › WWW-Authenticate'],
    },
    'RFC 9470': {
      given: {
        sent: opaque,
        received: { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", acr_values="x"' },
      },
      title: /further factor/,
    },
  },
});
