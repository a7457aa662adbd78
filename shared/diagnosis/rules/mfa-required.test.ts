import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { mfaRequired } from './mfa-required.ts';

testRule(mfaRequired, {
  silent: {
    'a login that lists factors and hands out a token': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { access_token: 'q7Rk2mXz0bT4', mfa_options: ['TotpVerificationCode'] },
    },
    'a bare 401': {},
    'another challenge': { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
  },
  speaks: {
    'a login answered with the factors that it wants': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 200,
        body: { access_token: null, mfa_options: ['TotpVerificationCode'] },
      },
      title: /further factor/,
    },
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
