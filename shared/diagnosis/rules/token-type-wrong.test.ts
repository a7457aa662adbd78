import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenTypeWrong } from './token-type-wrong.ts';

testRule(tokenTypeWrong, {
  silent: {
    'an access token': { sent: bearer({ typ: 'Bearer' }) },
    'an access token with a nonce and a scope': { sent: bearer({ nonce: 'n', scope: 'read' }) },
    'an opaque token': { sent: opaque },
  },
  speaks: {
    'a refresh token': {
      given: { sent: bearer({ token_type: 'refresh' }) },
      title: /A refresh token was sent/,
      at: ['Request › Authorization › token › token_type'],
      figure: { got: 'refresh token', wanted: 'access token' },
    },
    'an ID token': { given: { sent: bearer({ typ: 'ID' }) }, title: /An ID token/ },
    'an ID token by its hash': {
      given: { sent: bearer({ at_hash: 'x' }) },
      title: /An ID token/,
      at: ['Request › Authorization › token › at_hash'],
    },
    'the server says so': {
      given: { sent: opaque, body: { detail: 'Token has wrong type' } },
      title: /another kind/,
    },
    'a prefix': {
      given: { sent: { Authorization: 'token ghr_abcdef0123456789' } },
      title: /A refresh token/,
    },
  },
});
