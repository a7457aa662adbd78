import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { mfaRequired } from './mfa-required.ts';

/** As Microsoft Graph challenges. */
const claims = (wanted: object): string =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(JSON.stringify({ access_token: wanted }))}"`;

testRule(mfaRequired, {
  silent: {
    'a login that lists factors and hands out a token': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { access_token: 'q7Rk2mXz0bT4', mfa_options: ['TotpVerificationCode'] },
    },
    'a bare 401': {},
    'another challenge': { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    'claims that only a younger token has': {
      sent: opaque,
      received: { 'WWW-Authenticate': claims({ nbf: { essential: true, value: '1700049600' } }) },
    },
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
      title: /wants a login of the level x, and the token comes of another/,
    },
    'RFC 9470, and only the age': {
      given: {
        sent: opaque,
        received: { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", max_age="300"' },
      },
      title: /wants a login no older than 5\u00a0min/,
    },
    'a claims challenge of Microsoft Entra': {
      given: {
        sent: opaque,
        received: { 'WWW-Authenticate': claims({ acrs: { essential: true, value: 'c1' } }) },
      },
      title: /wants a login of the level c1/,
      at: ['Response › WWW-Authenticate'],
    },
  },
});
