import { testRule } from './rule.test-support.ts';
import { preflightBlocked } from './preflight-blocked.ts';

testRule(preflightBlocked, {
  silent: {
    'OPTIONS without the question': { method: 'OPTIONS' },
    'the request itself': { sent: { 'Access-Control-Request-Method': 'POST' } },
  },
  speaks: {
    'a preflight': {
      given: {
        method: 'OPTIONS',
        sent: { 'Access-Control-Request-Method': 'POST', Origin: 'https://a.example' },
      },
      title: /preflight was answered 401, so the POST was never sent/,
      at: ['Request › Access-Control-Request-Method', 'Response › status'],
    },
  },
});
