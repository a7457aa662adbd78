import { testRule } from './rule.test-support.ts';
import { nonceStale } from './nonce-stale.ts';

const digest = { Authorization: 'Digest username="u", realm="r", nonce="n1", uri="/a", response="00"' };

testRule(nonceStale, {
  silent: {
    'the first answer': {
      sent: digest,
      received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", qop="auth"' },
    },
    'an anti-forgery nonce': { status: 403, body: { message: 'Cookie nonce is invalid' } },
  },
  speaks: {
    'stale=true': {
      given: { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", stale=true' } },
      title: /stale=true/,
      at: ['Response › WWW-Authenticate'],
      remedy: { id: 'retry' },
    },
    'accepted before': {
      given: [
        { sent: digest, status: 200 },
        { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' } },
      ],
      title: /accepted before is over/,
    },
  },
});
