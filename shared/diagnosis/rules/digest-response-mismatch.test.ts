import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { digestResponseMismatch } from './digest-response-mismatch.ts';

const digest = { Authorization: 'Digest username="u", realm="r", nonce="n1", uri="/a", response="00"' };

testRule(digestResponseMismatch, {
  silent: { 'no Digest': { sent: basic('a', 'b') } },
  speaks: {
    'asked again': {
      given: {
        url: 'https://api.example.com/a',
        sent: digest,
        received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' },
      },
      title: /does not match/,
      at: ['Response › WWW-Authenticate'],
    },
    'another path': {
      given: { url: 'https://api.example.com/b', sent: digest },
      title: /another path/,
      figure: { got: '/a', wanted: '/b' },
    },
  },
});
