import { jwtOf, NOON, opaque } from '../attempt.test-support.ts';
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
  },
  speaks: {
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
      title: /was revoked/,
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
      title: /was revoked/,
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
