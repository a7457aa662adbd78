import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { digestResponseMismatch } from './digest-response-mismatch.ts';

const digest = { Authorization: 'Digest username="u", realm="r", nonce="n1", uri="/a", response="00"' };

testRule(digestResponseMismatch, {
  silent: {
    'no Digest': { sent: basic('a', 'b') },
    'an answer in order, refused for a right': {
      url: 'https://api.example.com/a',
      sent: {
        Authorization:
          'Digest username="u", realm="r", nonce="n1", uri="/a", qop=auth, nc=00000001, cnonce="c", response="6629fae49393a05397450978507c4ef1"',
      },
      status: 404,
    },
  },
  speaks: {
    'asked again': {
      given: {
        url: 'https://api.example.com/a',
        sent: digest,
        received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' },
      },
      title: /Digest answer/,
      at: ['Response › WWW-Authenticate'],
    },
    'the second of two algorithms that were offered': {
      given: {
        url: 'https://api.example.com/a',
        sent: digest,
        received: {
          'WWW-Authenticate': [
            'Digest realm="r", nonce="n2", algorithm=SHA-256',
            'Digest realm="x", nonce="n2", algorithm=MD5',
          ],
        },
      },
      title: /Digest answer/,
    },
    'a count of nought': {
      given: {
        url: 'https://api.example.com/a',
        sent: {
          Authorization:
            'Digest username="u", realm="r", nonce="n1", uri="/a", qop=auth, nc=00000000, cnonce="c", response="6629fae49393a05397450978507c4ef1"',
        },
      },
      title: /Digest answer/,
      at: ['Request › Authorization'],
    },
    'an opaque that was not sent back': {
      given: {
        url: 'https://api.example.com/a',
        sent: digest,
        received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", opaque="o"' },
      },
      title: /Digest answer/,
    },
    'another path': {
      given: { url: 'https://api.example.com/b', sent: digest },
      title: /another path/,
      figure: { got: '/a', wanted: '/b' },
    },
  },
});
