import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { headerStripped } from './header-stripped.ts';

testRule(headerStripped, {
  silent: {
    'nothing was sent': { body: { detail: 'Authentication credentials were not provided.' } },
    'another scheme is asked for': {
      sent: basic('a', 'b'),
      received: { 'WWW-Authenticate': 'Bearer' },
      body: 'no token provided',
    },
    'Apache says what it says to everybody': {
      sent: basic('a', 'b'),
      received: { Server: 'Apache', 'WWW-Authenticate': 'Basic realm="x"' },
      body: "Either you supplied the wrong credentials (e.g., bad password), or your browser doesn't understand how to supply the credentials required.",
    },
    'the server did look': { sent: opaque, body: { message: 'invalid token' } },
  },
  speaks: {
    'the application saw none': {
      given: {
        sent: opaque,
        received: { Server: 'Apache', 'X-Powered-By': 'PHP/8.2' },
        body: { error: 'token_not_provided' },
      },
      title: /says it saw none/,
      at: ['Response › body', 'Response › Server'],
    },
  },
});
