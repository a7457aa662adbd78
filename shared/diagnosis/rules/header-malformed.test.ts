import { basic, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { headerMalformed } from './header-malformed.ts';

testRule(headerMalformed, {
  silent: {
    'a bare value that was accepted before': [
      { sent: { Authorization: jwtOf() }, status: 200, at: 0 },
      { sent: { Authorization: jwtOf() }, at: 900 },
    ],
    'a good token': { sent: opaque },
    'a key without scheme at a vendor that wants it so': {
      url: 'https://api.monday.com/v2',
      sent: { Authorization: jwtOf() },
      body: { errors: ['Not Authenticated'] },
    },
    'a beginning that the answer prescribes and the value has': {
      sent: { 'X-Hub-Signature-256': 'sha256=9f86d081884c7d659a2feaa0c55ad015' },
      body: { error: 'X-Hub-Signature-256 must start with sha256=' },
    },
    'a value without scheme where one passed': [
      { sent: { Authorization: 'k7Qw2rT9xV4nB8mZ1cL5' }, status: 200 },
      { sent: { Authorization: 'p3Lm8sD1fG6hJ2kX9vC4' }, received: { 'WWW-Authenticate': 'Bearer' } },
    ],
    'a field of two words': { sent: { 'X-Token-Auth': 'Bearer abcdefgh12345678' } },
    'good Basic': { sent: basic('kim', 'word') },
    'Basic without padding': { sent: { Authorization: 'Basic a2ltOndvcg' } },
    'a signature with parameters': { sent: { Authorization: 'Signature keyId="a",signature="b"' } },
    'a placeholder is another cause': { sent: { Authorization: 'Bearer {{a b}}' } },
    'no credential': {},
    'words that show another scheme': {
      sent: opaque,
      body: { message: 'Authorization header format is "Authorization: Ghost [token]"' },
    },
  },
  speaks: {
    'a whole Set-Cookie behind the scheme': {
      given: { sent: { Authorization: 'Bearer sid=q7Rk2mXz0bT4vLs8YcW1; Path=/; HttpOnly' } },
      title: /Path/,
    },
    'a line of a file with variables behind the scheme': {
      given: { sent: { Authorization: 'Bearer MAP_TOKEN=q7Rk2mXz0bT4vLs8YcW1' } },
      title: /MAP_TOKEN/,
    },
    'the object that holds a key': {
      given: { sent: { 'X-Api-Key': '{"apiKey":"q7Rk2mXz0bT4vLs8YcW1"}' } },
      title: /object that holds/,
    },
    'Basic in the letters for addresses': {
      given: { sent: { Authorization: 'Basic YWRtaW46Pz8_fn5-a2xlZT8_' } },
      title: /letters for addresses/,
    },
    'the form of a key is told': {
      given: {
        sent: { 'x-api-key': '1aa2bb33c44d55eeeeee6fff' },
        status: 403,
        body: { error: 'The API key must be in the format <id>.<secret>' },
      },
      title: /./,
    },
    'a user without the realm behind it': {
      given: {
        sent: basic('kim', 'word'),
        body: { message: 'the username must be in the format username@company.' },
      },
      title: /cannot read the form of Authorization/,
    },
    'two spaces behind the scheme': {
      given: { sent: { Authorization: 'Bearer  abcdefghijklmnop' } },
      title: /more than one space/,
      marks: 'Bearer  ',
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Bearer abcdefghijklmnop' } },
    },
    'the colours of a terminal': {
      given: { sent: { Authorization: 'token \\033[0;32mghu_abcdefghijklmnop\\033[0m' } },
      title: /colour code/,
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'token ghu_abcdefghijklmnop' } },
    },
    'the scheme twice': {
      given: { sent: { Authorization: 'Bearer Bearer abcdefghijklmnop' } },
      title: /the scheme stands twice/,
      at: ['Request › Authorization'],
      marks: 'Bearer Bearer',
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Bearer abcdefghijklmnop' } },
    },
    'no scheme': {
      given: { sent: { Authorization: jwtOf() }, received: { 'WWW-Authenticate': 'Bearer' } },
      title: /no scheme stands before the value/,
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: `Bearer ${jwtOf()}` } },
    },
    'a beginning that the answer prescribes': {
      given: {
        sent: { 'X-Hub-Signature-256': '9f86d081884c7d659a2feaa0c55ad015' },
        body: { error: 'X-Hub-Signature-256 must start with sha256=' },
      },
      title: /X-Hub-Signature-256 does not begin with sha256=/,
    },
    'a tab in a key': { given: { sent: { 'X-Api-Key': 'ak_9f2d8c1a5b\t8a6d' } }, title: /white space/ },
    'an address out of the source of a page': {
      given: {
        url: 'https://store.example.com/a?X-Amz-Expires=9&amp;X-Amz-Signature=8c1f2b3a4d5e6f70',
        status: 400,
      },
      title: /&amp; stands before X-Amz-Signature/,
      at: ['Request › URL'],
    },
    quotes: {
      given: { sent: { Authorization: 'Bearer "abcdefghijklmnop"' } },
      title: /quotation marks/,
      marks: '"abcdefghijklmnop"',
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Bearer abcdefghijklmnop' } },
    },
    'a colon behind the scheme': {
      given: { sent: { Authorization: 'Bearer: abcdefgh' } },
      title: /where a space belongs/,
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Bearer abcdefgh' } },
    },
    'white space inside': {
      given: { sent: { Authorization: 'Bearer abcdefgh ijklmnop' } },
      title: /white space/,
    },
    'an escape at the end': {
      given: { sent: { Authorization: 'token abcdefgh\\n' } },
      title: /ends in the characters/,
      marks: '\\n',
    },
    'Basic in the clear': {
      given: { sent: { Authorization: 'Basic kim:word' } },
      title: /not in Base64/,
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Basic a2ltOndvcmQ=' } },
    },
    'Basic that is not Base64': { given: { sent: { Authorization: 'Basic %%%' } }, title: /not Base64/ },
    'Basic with one padding sign too many': {
      given: { sent: { Authorization: 'Basic a2ltOndvcmQ==' } },
      title: /not Base64/,
    },
    'Basic without a colon': {
      given: { sent: { Authorization: `Basic ${btoa('kimword')}` } },
      title: /no colon/,
    },
    'Basic with a line end': {
      given: { sent: { Authorization: `Basic ${btoa('kim:word\n')}` } },
      title: /line break/,
      remedy: { id: 'repair-header', values: { name: 'Authorization', value: 'Basic a2ltOndvcmQ=' } },
    },
  },
});
