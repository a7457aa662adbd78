import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { charsetMismatch } from './charset-mismatch.ts';

testRule(charsetMismatch, {
  silent: {
    'ASCII only': { sent: basic('kim', 'word') },
    'UTF-8 as asked': {
      sent: basic('kim', '\u00c3\u00b6'),
      received: { 'WWW-Authenticate': 'Basic realm="a", charset="UTF-8"' },
    },
    'not Basic': { sent: opaque },
  },
  speaks: {
    'Latin-1': {
      given: { sent: basic('test', 'test\u00f6'), received: { 'WWW-Authenticate': 'Basic realm="a"' } },
      title: /sent as Latin-1; the server probably reads UTF-8/,
      at: ['Request › Authorization'],
      remedy: { id: 'reencode-credentials', values: { charset: 'utf-8' } },
      figure: { kind: 'values', got: 'Latin-1', wanted: 'UTF-8' },
    },
    'UTF-8 without a word from the server': {
      given: { sent: basic('kim', 'm\u00c3\u00b6gen') },
      title: /sent as UTF-8/,
      remedy: { id: 'reencode-credentials', values: { charset: 'iso-8859-1' } },
    },
  },
  rulesOut: {
    'UTF-8 as asked': {
      given: {
        sent: basic('kim', '\u00c3\u00b6'),
        received: { 'WWW-Authenticate': 'Basic realm="a", charset="UTF-8"' },
      },
      because: /in UTF-8, as the challenge asks/,
    },
  },
});
