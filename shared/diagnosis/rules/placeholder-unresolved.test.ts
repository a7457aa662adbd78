import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { placeholderUnresolved } from './placeholder-unresolved.ts';

testRule(placeholderUnresolved, {
  silent: {
    'a token request for an ordinary audience': {
      posted: 'grant_type=client_credentials&audience=https%3A%2F%2Fapi.example.com%2F',
    },
    'an id in the path': { url: 'https://api.example.com/users/{id}/orders', sent: opaque },
    'a real token': { sent: opaque },
    'a token with a dollar sign inside': { sent: { Authorization: 'Bearer abc$DEF_ghi0123456789' } },
    'a password called password1': { sent: basic('kim', 'password1') },
    'no credential': {},
    'braces in another field': { sent: { ...opaque, 'X-Filter': '{{a}}' } },
  },
  rulesOut: {
    'a password that was accepted before': {
      given: [{ sent: basic('admin', 'changeme'), status: 200 }, { sent: basic('admin', 'changeme') }],
      because: /accepted before/,
    },
  },
  speaks: {
    'a variable in the audience of a token request': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials&audience=%24%7B%7B+secrets.AUD+%7D%7D',
      },
      title: /secrets\.AUD/,
    },
    'a prefix with nothing behind it': {
      given: { sent: { Authorization: '_dremionull' } },
      title: /_dremionull/,
    },
    'a PHP variable in single quotes': {
      given: { sent: { Authorization: 'Bearer {$myToken}' } },
      title: /\{\$myToken\}/,
      marks: '{$myToken}',
    },
    'a sample word in the path': {
      given: { url: 'https://api.example.org/bot<api_token>/getMe' },
      title: /api_token/,
      marks: '<api_token>',
    },
    'double braces': {
      given: { sent: { Authorization: 'Bearer {{token}}' } },
      title: /Authorization holds the placeholder \{\{token\}\}/,
      at: ['Request › Authorization'],
      marks: '{{token}}',
      remedy: { id: 'fill-placeholder', values: { placeholder: '{{token}}', name: 'token' } },
    },
    'a shell variable': {
      given: { sent: { Authorization: 'Bearer ${API_TOKEN}' } },
      title: /\$\{API_TOKEN\}/,
      marks: '${API_TOKEN}',
    },
    'a shell variable without braces': {
      given: { sent: { Authorization: 'Bearer $API_TOKEN' } },
      title: /\$API_TOKEN/,
    },
    'nothing behind the scheme': { given: { sent: { Authorization: 'Bearer ' } }, title: /was sent empty/ },
    undefined: { given: { sent: { Authorization: 'Bearer undefined' } }, title: /undefined/ },
    'an object': { given: { sent: { Authorization: 'Bearer [object Object]' } }, title: /object Object/ },
    'the sample of a guide': {
      given: { sent: { 'X-API-Key': 'YOUR_API_KEY' } },
      title: /X-API-Key holds the placeholder YOUR_API_KEY/,
    },
    'angle brackets': {
      given: { sent: { Authorization: 'Bearer <access token>' } },
      title: /<access token>/,
    },
    'inside Basic': { given: { sent: basic('{{user}}', '{{password}}') }, title: /\{\{user\}\}/ },
    'in the query': {
      given: { url: 'https://api.example.com/v1?api_key={{key}}' },
      title: /api_key holds/,
      at: ['Request › URL'],
    },
  },
});
