import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { csrfTokenMissing } from './csrf-token-missing.ts';

testRule(csrfTokenMissing, {
  silent: {
    'masked halves, which always differ': {
      posted: `csrfmiddlewaretoken=${'Zx81kQp0'.repeat(8)}&a=b`,
      sent: { Cookie: `sid=a1; csrftoken=${'b7Qk92mZ'.repeat(8)}` },
      status: 403,
    },
    'a token from a page that kept the session': [
      { sent: { Cookie: 'sid=a1b2c3d4' }, status: 200, received: { 'Set-Cookie': 'sid=a1b2c3d4; Path=/' } },
      { sent: { Cookie: 'sid=a1b2c3d4' }, posted: '_csrf=t1&a=b', status: 403 },
    ],
    'a refusal that repeats the token that was sent': {
      posted: 'a=b',
      sent: { Cookie: 'sid=a1', 'X-CSRF-Token': 'kQ7b9xLmPz2Q' },
      received: { 'X-CSRF-Token': 'kQ7b9xLmPz2Q' },
      status: 403,
    },
    'a bare 403': { status: 403 },
    'halves that are alike but for their encoding': {
      posted: 'a=b',
      sent: { Cookie: 'sid=a1; XSRF-TOKEN=t%3D', 'X-XSRF-TOKEN': 't=' },
      status: 403,
    },
    'a token that was handed out and is sent': [
      { sent: { Cookie: 'sid=a1' }, status: 200, body: { csrfToken: 'a1b2c3d4' } },
      { sent: { Cookie: 'sid=a1', 'X-CSRF-Token': 'a1b2c3d4' }, posted: 'a=b', status: 403 },
    ],
    'the nonce of a signed request': {
      posted: '{}',
      sent: { 'X-Signature': 'ab'.repeat(32) },
      status: 400,
      body: { reason: 'InvalidNonce' },
    },
    'a security token of a cloud': {
      posted: 'Action=List',
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/c/s3/aws4_request' },
      status: 403,
      body: 'The security token included in the request is invalid',
    },
    'a token that the refusal hands out to who reads': {
      sent: { Cookie: 'sid=a1' },
      status: 403,
      received: { 'X-CSRF-Token': 'V9sif/vKTPUi' },
    },
    'a login that failed': { posted: 'user=a&password=b', body: { error: 'Invalid login' } },
  },
  speaks: {
    'the refusal hands out another token than the one that was sent': {
      given: {
        posted: 'a=b',
        sent: { Cookie: 'sid=a1', 'X-CSRF-TOKEN': 'kQ7b9xLmPz2Q' },
        received: { 'x-csrf-token': 'V9sif/vKTPUi' },
        status: 403,
      },
      title: /token sent to api\.example\.com is not accepted/,
    },
    'the form holds the token from before the login': {
      given: {
        posted: `csrfmiddlewaretoken=${'Zx81'.repeat(8)}&user=kim&password=word`,
        sent: { Cookie: `csrftoken=${'b7Qk'.repeat(8)}` },
        status: 403,
      },
      title: /anti-forgery token/,
    },
    'the page with the token began a session that is not sent': {
      given: [
        { sent: { Cookie: 'sid=a1b2c3d4' }, status: 200, received: { 'Set-Cookie': 'sid=e5f6g7h8; Path=/' } },
        { sent: { Cookie: 'sid=a1b2c3d4', 'X-CSRF-Token': 't1' }, posted: 'a=b', status: 403 },
      ],
      title: /anti-forgery token/,
    },
    'the other half of the token was not sent': {
      given: [
        { sent: { Cookie: 'JSESSIONID=a1b2c3; XSRF-TOKEN=t1' }, status: 200 },
        { sent: { Cookie: 'JSESSIONID=a1b2c3; XSRF-TOKEN=t1' }, posted: 'a=b', status: 403 },
      ],
      title: /anti-forgery token/,
    },
    'a token was handed out and is not sent': {
      given: [
        { sent: { Cookie: 'sid=a1' }, status: 200, body: { csrfToken: 'a1b2c3d4' } },
        { sent: { Cookie: 'sid=a1' }, posted: 'a=b', status: 401 },
      ],
      title: /anti-forgery token/,
    },
    'the refusal hands one out': {
      given: {
        posted: '',
        sent: { Cookie: 'sid=a1' },
        status: 403,
        received: { 'X-CSRF-Token': 'V9sif/vKTPUi' },
        body: { code: 0, message: 'Token Validation Failed' },
      },
      title: /anti-forgery token/,
    },
    'the halves differ': {
      given: {
        posted: 'a=b',
        sent: { Cookie: 'sid=a1; XSRF-TOKEN=t1', 'X-XSRF-TOKEN': 't2' },
        status: 403,
      },
      title: /anti-forgery token/,
      marks: 'XSRF-TOKEN=t1',
    },
    'a security token where only a cookie proves who asks': {
      given: {
        posted: 'a=b',
        sent: { Cookie: 'PHPSESSID=a1' },
        status: 403,
        body: { message: 'Invalid security token. Please reload the page.' },
      },
      title: /anti-forgery token/,
    },
    'a 419': { given: { status: 419 }, title: /anti-forgery token/, at: ['Response › status'] },
    'a crumb': {
      given: {
        posted: 'a=1',
        sent: basic('a', 'b'),
        status: 403,
        body: '<title>Error 403 No valid crumb was included in the request</title>',
      },
      title: /anti-forgery/,
    },
    'SAP’s field': {
      given: { status: 403, received: { 'X-CSRF-Token': 'Required' } },
      title: /anti-forgery/,
      at: ['Response › X-CSRF-Token'],
    },
  },
});
