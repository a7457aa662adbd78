import { bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenExpired } from './token-expired.ts';

testRule(tokenExpired, {
  silent: {
    'no exp': { sent: bearer({ exp: undefined }) },
    'one second left': { sent: bearer({ exp: NOON + 1 }), date: 0 },
    'an opaque token': { sent: opaque },
    'the words could mean anything': { sent: opaque, body: { message: 'no such coupon' } },
    'an expired session is another cause': {
      sent: { Cookie: 'sid=abc' },
      body: { message: 'Your session has expired' },
    },
    'an authorization code': {
      posted: 'grant_type=authorization_code&code=a',
      body: { error: 'invalid_grant', error_description: 'The authorization code has expired' },
    },
  },
  speaks: {
    'exp equals the clock': {
      given: { sent: bearer({ exp: NOON }), date: 0, at: 0 },
      title: /at the moment of the request/,
      at: ['Request › Authorization › token › exp', 'Response › Date'],
    },
    'exp has passed': {
      given: { sent: bearer({ iat: NOON - 3852, exp: NOON - 252 }), date: 0, at: 0 },
      title: /^Access token expired 4\u00a0min\u00a012\u00a0s before the request$/,
      at: ['Request › Authorization › token › exp', 'Response › Date'],
      marks: jwtOf({ iat: NOON - 3852, exp: NOON - 252 }),
      remedy: { id: 'refresh-token' },
      figure: { kind: 'lifetime', issued: NOON - 3852, ended: NOON - 252, sent: NOON },
    },
    'no Date, but our own clock': {
      given: { sent: bearer({ exp: NOON - 60 }), date: null, at: 0 },
      title: /1\u00a0min before/,
    },
    'only the server says so': {
      given: {
        sent: opaque,
        received: {
          'WWW-Authenticate': 'Bearer error="invalid_token", error_description="The access token expired"',
        },
      },
      title: /The server says that the token has expired/,
      at: ['Response › WWW-Authenticate'],
      marks: 'error_description="The access token expired"',
    },
    'a token answer whose expires_in is over': {
      given: [
        {
          url: 'https://id.example.com/token',
          status: 200,
          body: { access_token: 'opaque-token-1', expires_in: 60 },
          at: 0,
        },
        { sent: { Authorization: 'Bearer opaque-token-1' }, at: 100 },
      ],
      title: /expired 40\u00a0s before/,
    },
  },
  rulesOut: {
    'still good': {
      given: { sent: bearer({ exp: NOON + 2460 }), date: 0 },
      because: /good for another 41\u00a0min/,
    },
  },
});
