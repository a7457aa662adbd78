import { testRule } from './rule.test-support.ts';
import { nonceStale } from './nonce-stale.ts';

const digest = { Authorization: 'Digest username="u", realm="r", nonce="n1", uri="/a", response="00"' };

testRule(nonceStale, {
  silent: {
    'the first answer': {
      sent: digest,
      received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", qop="auth"' },
    },
    'a counter that grew': [
      { sent: { 'X-Nonce': '1700049600' }, status: 200 },
      { sent: { 'X-Nonce': '1700049601' } },
    ],
    'the nonce of the newest challenge': [
      { received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n1"' } },
      { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' } },
    ],
    'an anti-forgery nonce': { status: 403, body: { message: 'Cookie nonce is invalid' } },
  },
  speaks: {
    'stale=true': {
      given: { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", stale=true' } },
      title: /stale=true/,
      at: ['Response › WWW-Authenticate'],
      remedy: { id: 'retry' },
    },
    'stale by a number, as cameras write it': {
      given: { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", stale=1' } },
      title: /stale=true/,
    },
    'an older nonce than the challenge before gave': {
      given: [
        { received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n9"' } },
        { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' } },
      ],
      title: /nonce/,
    },
    'one’s own nonce, twice': {
      given: [
        { sent: { Authorization: 'OAuth oauth_nonce="a1", oauth_signature="s"' }, status: 200 },
        { sent: { Authorization: 'OAuth oauth_nonce="a1", oauth_signature="t"' } },
      ],
      title: /accepted before/,
    },
    'a counter below one that was accepted': {
      given: [
        { sent: { 'X-Nonce': '1700049600123' }, status: 200 },
        { sent: { 'X-Nonce': '1700049600' }, status: 400 },
      ],
      title: /nonce/,
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
