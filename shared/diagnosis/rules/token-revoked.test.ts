import { bearer, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenRevoked } from './token-revoked.ts';

testRule(tokenRevoked, {
  silent: {
    'the same request, refused for another reason': [
      { sent: opaque, status: 200, at: 0 },
      { sent: opaque, at: 600, body: { message: 'token expired' } },
    ],
    'a JWT whose time is over': [
      { sent: { Authorization: `Bearer ${jwtOf({ exp: NOON + 60 })}` }, status: 200, at: 0 },
      { sent: { Authorization: `Bearer ${jwtOf({ exp: NOON + 60 })}` }, at: 600, body: 'Invalid token' },
    ],
    'a session, which ends of itself': [
      { sent: { Cookie: 'sid=a1b2c3' }, status: 200, at: 0 },
      { sent: { Cookie: 'sid=a1b2c3' }, at: 7200 },
    ],
    'a list of reasons': { sent: opaque, body: { error: 'token is expired, revoked, or invalid' } },
    'accepted a moment before': [
      { sent: opaque, status: 200, at: 0 },
      { url: 'https://api.example.com/b', sent: opaque, at: 1, body: { message: 'Bad credentials' } },
    ],
    'a logout with another token': [
      { sent: opaque, status: 200, at: 0 },
      { url: 'https://api.example.com/logout', method: 'POST', sent: bearer(), status: 204, at: 5 },
      { sent: opaque, at: 8, body: { message: 'Unauthorized' } },
    ],
    'a newer token, and the older one accepted once more': [
      { sent: opaque, status: 200, at: 0 },
      {
        url: 'https://api.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=r1',
        status: 200,
        body: { access_token: 'another-opaque-token' },
        at: 2,
      },
      { sent: opaque, status: 200, at: 3 },
      { sent: opaque, at: 5, body: { message: 'Unauthorized' } },
    ],
    'the login that handed it out': [
      {
        url: 'https://api.example.com/login',
        posted: 'user=a&password=b',
        status: 200,
        body: { token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        at: 0,
      },
      { sent: opaque, at: 5, body: { message: 'Unauthorized' } },
    ],
  },
  speaks: {
    'a new token was got by a refresh token, and another is sent': {
      given: [
        {
          url: 'https://api.example.com/oauth/token',
          posted: 'grant_type=refresh_token&refresh_token=rt_9d8c7b6a5f4e3d2c',
          status: 200,
          body: { access_token: 'at_1122334455667788' },
        },
        { sent: { Authorization: 'Bearer at_8877665544332211' } },
      ],
      title: /replaced|newer|new/i,
    },
    'the revocation endpoint was called with it': {
      given: [
        {
          url: 'https://id.example.com/oauth/revoke',
          posted: 'token=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G',
          status: 200,
          at: 0,
        },
        { sent: opaque, at: 5, body: { error: 'invalid_token' } },
      ],
      title: /^This very token was revoked 5\u00a0s before this request$/,
    },
    'it passed before, and is nobody’s now': {
      given: [
        { sent: bearer({ exp: undefined }), status: 200, at: 0 },
        { sent: bearer({ exp: undefined }), status: 400, at: 9600, body: { error: 'not_logged_in' } },
      ],
      title: /accepted 2\u00a0h\s40\u00a0min before/,
    },
    'a logout went before': {
      given: [
        { sent: opaque, status: 200, at: 0 },
        { url: 'https://api.example.com/v1/logout', method: 'POST', sent: opaque, status: 204, at: 5 },
        { sent: opaque, at: 8, body: { message: 'Unauthorized' } },
      ],
      title: /^A logout with this very token went 3\u00a0s before/,
    },
    'the key was regenerated with itself': {
      given: [
        {
          url: 'https://api.example.com/v1/keys/regenerate',
          method: 'POST',
          sent: { 'X-API-Key': 'the-older-of-two-keys' },
          status: 200,
          body: { api_key: 'the-newer-of-two-keys' },
        },
        { sent: { 'X-API-Key': 'the-older-of-two-keys' }, at: 5, body: { message: 'Invalid API key' } },
      ],
      title: /^A newer token was handed out \d\u00a0s before/,
    },
    'a second login replaced it': {
      given: [
        { sent: opaque, status: 200, at: 0 },
        {
          url: 'https://api.example.com/v1/login',
          posted: 'user=a&password=b',
          status: 200,
          body: { data: { token: 'another-opaque-token' } },
          at: 5,
        },
        { sent: opaque, at: 8, body: { message: 'Unauthorized' } },
      ],
      title: /^A newer token was handed out \d\u00a0s before/,
    },
    'the password was changed with this very token': {
      given: [
        { method: 'POST', url: 'https://api.example.com/password', sent: opaque, status: 200 },
        { url: 'https://api.example.com/feeds', sent: opaque },
      ],
      title: /./,
    },
    'the password was changed': {
      given: [
        { sent: bearer(), status: 200, at: 0 },
        { url: 'https://api.example.com/me/password', method: 'PUT', sent: bearer(), status: 204, at: 5 },
        { sent: bearer(), at: 8, body: { message: 'Unauthorized' } },
      ],
      title: /^The password behind the token was changed/,
    },
    'somebody logged in elsewhere': {
      given: { sent: opaque, body: { code: 401, msg: '您的账号已在其他设备登录' } },
      title: /was withdrawn/,
    },
    'the user took the access back': {
      given: { sent: opaque, body: { message: 'The user has revoked access.' } },
      title: /withdrawn|revoked/i,
    },
    'the very request that was accepted before': {
      given: [
        { sent: opaque, status: 200, at: 0 },
        { sent: opaque, at: 600 },
      ],
      title: /accepted 10\u00a0min before/,
    },
    'a JWT that has time left': {
      given: [
        { sent: { Authorization: `Bearer ${jwtOf({ exp: NOON + 3600 })}` }, status: 200, at: 0 },
        {
          sent: { Authorization: `Bearer ${jwtOf({ exp: NOON + 3600 })}` },
          at: 600,
          body: 'Invalid access token.',
        },
      ],
      title: /accepted 10\u00a0min before/,
      at: ['Request › Authorization'],
    },
    'the server says so': {
      given: { sent: opaque, body: { error: 'Token was revoked' } },
      title: /was withdrawn/,
    },
    'the challenge wants a token from after an event': {
      given: {
        sent: opaque,
        received: {
          'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{"nbf":{"essential":true,"value":"1700049600"}}}')}"`,
        },
      },
      title: /^Tokens issued before 2023-11-15\u00a012:00:00 were withdrawn/,
      at: ['Response › WWW-Authenticate'],
    },
    'Graph says which event': {
      given: {
        sent: opaque,
        body: {
          error: {
            code: 'InvalidAuthenticationToken',
            message:
              'Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
          },
        },
      },
      title: /was withdrawn/,
    },
    'accepted before, unknown now': {
      given: [
        { sent: opaque, status: 200, at: 0 },
        { sent: opaque, at: 400, body: { message: 'Bad credentials' } },
      ],
      title: /accepted 6\u00a0min\u00a040\u00a0s before/,
    },
  },
});
