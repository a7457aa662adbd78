import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { mfaRequired } from './mfa-required.ts';

/** As Microsoft Graph challenges. */
const claims = (wanted: object): string =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(JSON.stringify({ access_token: wanted }))}"`;

testRule(mfaRequired, {
  silent: {
    'a login that mentions mail, and a token of another answer': [
      {
        url: 'https://pve.example.com/ticket',
        posted: 'username=kim&password=word',
        status: 200,
        body: { data: { NeedTFA: 1, ticket: 'PVE:half:6554B0A0::Qm3vT9xKe2' } },
      },
      { url: 'https://pve.example.com/nodes', sent: { Cookie: 'ticket=PVE:whole:6554B0A0::Zk4MnX' } },
    ],
    'a login led on to confirm a mail address': {
      url: 'https://app.example.com/login',
      posted: 'username=kim&password=word',
      status: 302,
      received: { Location: '/verify-email' },
    },
    'a factor’s result that was given': { sent: opaque, received: { 'X-2FA-Result': 'APPROVED' } },
    'levels that strangers are told': { received: { 'WWW-Authenticate': 'Bearer acr_values="mfa"' } },
    'a login that is done and names a mailbox': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { token: 'q7Rk2mXz0bT4', email: 'k***@example.com' },
    },

    'a mail address that is shown in full, to no password': {
      posted: '{"email":"kim@example.com"}',
      status: 400,
      body: { email: 'kim@example.com' },
    },
    'a session to be renewed': {
      sent: opaque,
      status: 403,
      body: { message: 'Please re-authenticate, your session has expired' },
    },
    'a login that is done': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { status: 'OK', token: 'q7Rk2mXz0bT4' },
    },

    'a login that lists factors and hands out a token': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { access_token: 'q7Rk2mXz0bT4', mfa_options: ['TotpVerificationCode'] },
    },
    'a login done that speaks of the code': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { token: 'q7Rk2mXz0bT4', message: 'Next time enter the OTP as well' },
    },
    'a login that speaks of no code': {
      posted: '{"email":"kim@example.com","password":"word"}',
      status: 200,
      body: { status: 100, description: 'Enter through the front door' },
    },
    'a bare 401': {},
    'another challenge': { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    'claims that only a younger token has': {
      sent: opaque,
      received: { 'WWW-Authenticate': claims({ nbf: { essential: true, value: '1700049600' } }) },
    },
  },
  speaks: {
    'what the first half of a login handed out, used as the whole': {
      given: [
        {
          url: 'https://pve.example.com/ticket',
          posted: 'username=kim&password=word',
          status: 200,
          body: { data: { NeedTFA: 1, ticket: 'PVE:half:6554B0A0::Qm3vT9xKe2' } },
        },
        { url: 'https://pve.example.com/nodes', sent: { Cookie: 'ticket=PVE:half:6554B0A0::Qm3vT9xKe2' } },
      ],
      title: /wants a further factor/,
    },
    'a login led on to the page for the code': {
      given: {
        url: 'https://app.example.com/login',
        posted: 'username=kim&password=word',
        status: 302,
        received: { Location: '/account/security/verify/options' },
      },
      title: /wants a further factor/,
    },
    'a field hands out what the second proof is for': {
      given: { sent: opaque, status: 403, received: { 'X-2FA-Approval': '2a722f32-1ff8' } },
      title: /./,
      at: ['Response › X-2FA-Approval'],
    },
    'a level without an error': {
      given: { sent: opaque, received: { 'WWW-Authenticate': 'Bearer acr_values="urn:bank:2fa"' } },
      title: /level urn:bank:2fa/,
      at: ['Response › WWW-Authenticate'],
    },
    'a code that was sent, told in Spanish': {
      given: {
        posted: '{"usuario":"kim","password":"word"}',
        status: 401,
        body: { mensaje: 'Le hemos enviado un código por SMS' },
      },
      title: /wants a further factor/,
    },
    'a code that was sent, told in Japanese': {
      given: {
        posted: '{"user":"kim","password":"word"}',
        status: 401,
        body: { message: '認証コードをメールで送信しました' },
      },
      title: /wants a further factor/,
    },
    'a field that asks for a factor': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 409,
        received: { 'X-Id-TwoFactor': 'required' },
      },
      title: /further factor/,
    },

    'a login that is not high enough': {
      given: { sent: opaque, status: 403, body: { error: 'step_up_required' } },
      title: /further factor/,
    },

    'the next step is a factor': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 200,
        body: { ChallengeName: 'SMS_MFA', Session: 'AYABeC' },
      },
      title: /further factor/,
    },
    'where the code went': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 412,
        body: { next_time_in_secs: 60, phone: '+3xxxxxxxx44' },
      },
      title: /further factor/,
    },
    'a flag that wants one': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 200,
        body: { success: false, requires_2fa: true },
      },
      title: /further factor/,
    },
    'a device that nobody knows': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 403,
        body: { message: 'New device detected. Please confirm this login by email.' },
      },
      title: /further factor/,
    },

    'a login answered with the factors that it wants': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 200,
        body: { access_token: null, mfa_options: ['TotpVerificationCode'] },
      },
      title: /further factor/,
    },
    'a login answered with a sentence that asks for a code': {
      given: {
        url: 'https://captain.apps.example/api/v2/login',
        posted: '{"password":"word-of-kim"}',
        status: 200,
        body: { status: 1114, description: 'Enter OTP token as well', data: {} },
      },
      title: /further factor/,
    },
    'a login answered with a code that is missed': {
      given: {
        posted: '{"email":"kim@example.com","password":"word"}',
        status: 200,
        body: { ok: false, message: '2FA code is required to finish' },
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
