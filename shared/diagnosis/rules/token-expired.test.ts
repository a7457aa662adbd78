import { bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenExpired } from './token-expired.ts';

testRule(tokenExpired, {
  silent: {
    'a login with a password that is over': {
      posted: 'user=kim&password=word',
      body: { message: 'User credentials have expired' },
    },

    'no exp': { sent: bearer({ exp: undefined }) },
    'one second left': { sent: bearer({ exp: NOON + 1 }), date: 0 },
    'an opaque token': { sent: opaque },
    'the words could mean anything': { sent: opaque, body: { message: 'no such coupon' } },
    'a token answer that leaves time': [
      {
        url: 'https://id.example.com/login',
        status: 200,
        body: { token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', expiresIn: 3600 },
        at: 0,
      },
      { sent: opaque, at: 100 },
    ],
    'the refresh token’s limit': [
      {
        url: 'https://id.example.com/login',
        status: 200,
        body: { token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', refresh_expires_in: 60 },
        at: 0,
      },
      { sent: opaque, at: 100 },
    ],
    'the server denies it': { sent: opaque, body: { message: 'token not expired' } },
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
      title: /says that the token has expired/,
      at: ['Response › WWW-Authenticate'],
      marks: 'error_description="The access token expired"',
    },
    'an end in another form, beside the token': {
      given: [
        {
          url: 'https://id.example.com/login',
          status: 200,
          body: { data: { token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' }, expiresAt: '2023-11-15T12:01:00Z' },
          at: 0,
        },
        { sent: opaque, at: 100 },
      ],
      title: /expired 40\u00a0s before/,
    },
    'a signed address with its end': {
      given: {
        url: `https://cdn.example.com/f.zip?expires=${NOON - 60}&token=8b1a9953c4611296a827abf8c47804d7`,
        status: 403,
        date: 0,
        at: 0,
      },
      title: /^Presigned address expired 1\u00a0min/,
    },
    'a shared access signature': {
      given: {
        sent: { Authorization: `SharedAccessSignature sr=a&sig=b%3d&se=${NOON - 60}&skn=Root` },
        date: 0,
        at: 0,
      },
      title: /^Shared access signature expired 1\u00a0min/,
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
    'refused and accepted again': {
      given: [
        { sent: opaque, body: { message: 'token expired' }, at: 0 },
        { sent: opaque, status: 200, at: 2 },
        { sent: opaque, body: { message: 'token expired' }, at: 4 },
      ],
      because: /refused and accepted again/,
    },
    'still good': {
      given: { sent: bearer({ exp: NOON + 2460 }), date: 0 },
      because: /good for another 41\u00a0min/,
    },
  },
});
