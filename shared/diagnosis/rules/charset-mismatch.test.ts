import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { charsetMismatch } from './charset-mismatch.ts';

testRule(charsetMismatch, {
  silent: {
    'a question mark at the end of a user': { sent: { Authorization: `Basic ${btoa('kim?:word')}` } },
    'a question mark in the password': { sent: { Authorization: `Basic ${btoa('kim:wo?rd')}` } },
    'a form in UTF-8': { posted: 'username=kim&password=gr%C3%BCner' },
    'an umlaut in another field of a login': { posted: 'username=kim&password=word&city=M%FCnchen' },
    'a query in UTF-8': { url: 'https://music.example/rest/ping?u=kim&p=gr%C3%BCner' },
    'a search in Latin-1': { url: 'https://music.example/rest/search?u=kim&p=word&query=M%FCnchen' },
    'ASCII only': { sent: basic('kim', 'word') },
    'UTF-8 as asked': {
      sent: basic('kim', '\u00c3\u00b6'),
      received: { 'WWW-Authenticate': 'Basic realm="a", charset="UTF-8"' },
    },
    'not Basic': { sent: opaque },
  },
  speaks: {
    'Basic in a field of the service’s own': {
      given: { sent: { 'Acme-Authorization': `Basic ${btoa('kim:gr\u00fcner')}` } },
      title: /sent as Latin-1/,
      at: ['Request › Acme-Authorization'],
    },
    'UTF-16 of a shell': {
      given: { sent: { Authorization: `Basic ${btoa('kim:word'.replace(/./g, '$&\0'))}` } },
      title: /encoded as UTF-16/,
    },
    'UTF-8 twice': {
      given: { sent: { Authorization: `Basic ${btoa('kim:gr\u00c3\u0083\u00c2\u00bcner')}` } },
      title: /UTF-8 twice/,
    },
    'what could not be read': {
      given: { sent: { Authorization: `Basic ${btoa('kim:gr\u00ef\u00bf\u00bdner')}` } },
      title: /lost before it was sent/,
    },
    'a question mark in the user’s name': {
      given: { sent: { Authorization: `Basic ${btoa('j?rgen:word')}` } },
      title: /by a question mark/,
      at: ['Request › Authorization'],
    },
    'a login in the query, in Latin-1': {
      given: { url: 'https://music.example/rest/ping?u=kim&p=gr%FCner&v=1.15' },
      title: /sent as Latin-1/,
      at: ['Request › URL'],
      marks: 'p=gr%FCner',
    },
    'a login form in Latin-1': {
      given: { posted: 'username=kim&password=gr%FCner', body: { error: 'Invalid username or password' } },
      title: /sent as Latin-1/,
      at: ['Request › body'],
      remedy: { id: 'reencode-credentials', values: { charset: 'utf-8' } },
    },
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
