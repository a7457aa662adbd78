import { basic, bearer, opaque } from '../attempt.test-support.ts';
import type { Ordinary } from './rows.test-support.ts';
import { json, problem } from './rows.test-support.ts';

const api = 'https://api.example.com/v1';

/** The server read the request, knew who asked, and found its content wrong. */
export const validation: readonly Ordinary[] = [
  [
    'a field called token is too short',
    {
      url: `${api}/devices`,
      posted: '{"token":"x"}',
      sent: bearer(),
      status: 422,
      received: json,
      body: { errors: [{ field: 'token', message: 'is too short (minimum is 64 characters)' }] },
    },
  ],
  [
    'a push token is not valid',
    {
      url: `${api}/push`,
      posted: '{"push_token":"x"}',
      sent: bearer(),
      status: 400,
      received: json,
      body: { error: 'validation failed', fields: { push_token: 'Invalid token' } },
    },
  ],
  [
    'a new password is too weak',
    {
      url: `${api}/me/password`,
      method: 'PUT',
      posted: '{"password":"a"}',
      sent: bearer(),
      status: 422,
      received: json,
      body: { message: 'Password must be at least 12 characters long', field: 'password' },
    },
  ],
  [
    'a sign-up with a name that is taken',
    {
      url: `${api}/users`,
      posted: '{"username":"a","password":"b"}',
      status: 422,
      received: json,
      body: { message: 'The username has already been taken.' },
    },
  ],
  [
    'a sign-up without its password',
    {
      url: `${api}/users`,
      posted: '{"username":"a"}',
      status: 422,
      received: json,
      body: {
        message: 'The given data was invalid.',
        errors: { password: ['The password field is required.'] },
      },
    },
  ],
  [
    'FastAPI misses a query parameter',
    {
      url: `${api}/search`,
      sent: bearer(),
      status: 422,
      received: json,
      body: {
        detail: [{ type: 'missing', loc: ['query', 'session_id'], msg: 'Field required', input: null }],
      },
    },
  ],
  [
    'problem+json about a bad request',
    {
      url: `${api}/orders`,
      posted: '{}',
      sent: bearer(),
      status: 400,
      received: problem,
      body: {
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { Amount: ['The Amount field is required.'] },
      },
    },
  ],
  [
    'JSON that does not parse',
    {
      url: `${api}/orders`,
      posted: '{',
      sent: bearer(),
      status: 400,
      received: json,
      body: { error: 'Unexpected token } in JSON at position 12' },
    },
  ],
  [
    'JSON that V8 cannot parse',
    {
      url: `${api}/orders`,
      posted: '{',
      sent: opaque,
      status: 400,
      received: json,
      body: { message: 'Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON' },
    },
  ],
  [
    'GraphQL does not know a field',
    {
      url: `${api}/graphql`,
      posted: '{"query":"{me{tokn}}"}',
      sent: bearer(),
      status: 400,
      received: json,
      body: {
        errors: [
          {
            message: 'Cannot query field "tokn" on type "User". Did you mean "token"?',
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          },
        ],
      },
    },
  ],
  [
    'GraphQL misses an argument',
    {
      url: `${api}/graphql`,
      posted: '{"query":"{me}"}',
      sent: bearer(),
      status: 200,
      received: json,
      body: {
        errors: [
          { message: 'Field "user" argument "id" of type "ID!" is required, but it was not provided.' },
        ],
      },
    },
  ],
  [
    'GraphQL with a variable of the wrong type',
    {
      url: `${api}/graphql`,
      posted: '{"query":"q"}',
      sent: bearer(),
      status: 200,
      received: json,
      body: {
        data: null,
        errors: [
          {
            message: 'Variable "$key" got invalid value 3; String cannot represent a non string value: 3',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    },
  ],
  [
    'a database key is not unique',
    {
      url: `${api}/items`,
      posted: '{}',
      sent: basic('u', 'p'),
      status: 409,
      received: json,
      body: { error: 'duplicate key value violates unique constraint "items_pkey"' },
    },
  ],
  [
    'a page token of a list is over',
    {
      url: `${api}/items?pageToken=abc`,
      sent: bearer(),
      status: 400,
      received: json,
      body: {
        error: {
          code: 400,
          message: 'Page token is not valid.',
          errors: [{ reason: 'invalid', location: 'pageToken', locationType: 'parameter' }],
        },
      },
    },
  ],
  [
    'a sync token of a calendar is over',
    {
      url: `${api}/events?syncToken=abc`,
      sent: bearer(),
      status: 410,
      received: json,
      body: { error: { code: 410, message: 'Sync token is no longer valid, a full sync is required.' } },
    },
  ],
  [
    'a cursor is malformed',
    {
      url: `${api}/list?cursor=zz`,
      sent: bearer(),
      status: 400,
      received: json,
      body: { message: 'cursor is malformed', param: 'cursor' },
    },
  ],
  [
    'an idempotency key was used for another body',
    {
      url: `${api}/charges`,
      posted: 'a=1',
      sent: { ...opaque, 'Idempotency-Key': 'k-1' },
      status: 400,
      received: json,
      body: {
        error: {
          type: 'idempotency_error',
          message:
            'Keys for idempotent requests can only be used with the same parameters they were first used with.',
          param: 'idempotency_key',
        },
      },
    },
  ],
  [
    'a coupon has expired',
    {
      url: `${api}/coupons/redeem`,
      posted: '{}',
      sent: bearer(),
      status: 400,
      received: json,
      body: { message: 'This coupon has expired.' },
    },
  ],
  [
    'a card has expired',
    {
      url: `${api}/charges`,
      posted: 'a=1',
      sent: opaque,
      status: 402,
      received: json,
      body: { error: { code: 'expired_card', message: 'Your card has expired.', type: 'card_error' } },
    },
  ],
  [
    'a card was declined',
    {
      url: `${api}/charges`,
      posted: 'a=1',
      sent: opaque,
      status: 402,
      received: json,
      body: {
        error: {
          code: 'card_declined',
          decline_code: 'insufficient_funds',
          message: 'Your card has insufficient funds.',
        },
      },
    },
  ],
  [
    'a media type is not supported',
    {
      url: `${api}/items`,
      posted: 'a',
      sent: bearer(),
      status: 415,
      received: json,
      body: { error: 'Unsupported Media Type', message: 'Content type text/plain not supported' },
    },
  ],
  [
    'a body is too large',
    {
      url: `${api}/files`,
      posted: 'a',
      sent: bearer(),
      status: 413,
      body: '<html><head><title>413 Request Entity Too Large</title></head><body><center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center></body></html>',
      received: { 'Content-Type': 'text/html' },
    },
  ],
  [
    'a precondition failed',
    {
      url: `${api}/items/1`,
      method: 'PUT',
      posted: '{}',
      sent: { ...bearer(), 'If-Match': '"a"' },
      status: 412,
      received: json,
      body: { error: 'ETag mismatch' },
    },
  ],
  [
    'a version conflict',
    {
      url: `${api}/items/1`,
      method: 'PUT',
      posted: '{}',
      sent: bearer(),
      status: 409,
      received: json,
      body: { message: 'Version conflict: expected 3, got 2' },
    },
  ],
  [
    'a signature image of a document is missing',
    {
      url: `${api}/envelopes`,
      posted: '{}',
      sent: bearer(),
      status: 400,
      received: json,
      body: { message: 'signature image is missing', field: 'signature' },
    },
  ],
  [
    'a licence key in a form is unknown',
    {
      url: `${api}/licenses/validate`,
      posted: '{"license_key":"x"}',
      status: 404,
      received: json,
      body: { valid: false, errors: ['not found'] },
    },
  ],
  [
    'a phone number is not verified yet, said of a contact',
    {
      url: `${api}/contacts`,
      posted: '{}',
      sent: bearer(),
      status: 422,
      received: json,
      body: { errors: [{ path: 'phone', message: 'Phone number is invalid' }] },
    },
  ],
];
