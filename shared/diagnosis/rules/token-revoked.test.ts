import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenRevoked } from './token-revoked.ts';

testRule(tokenRevoked, {
  silent: {
    'a list of reasons': { sent: opaque, body: { error: 'token is expired, revoked, or invalid' } },
    'accepted a moment before': [
      { sent: opaque, status: 200, at: 0 },
      { url: 'https://api.example.com/b', sent: opaque, at: 1, body: { message: 'Bad credentials' } },
    ],
  },
  speaks: {
    'the server says so': {
      given: { sent: opaque, body: { error: 'Token was revoked' } },
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
