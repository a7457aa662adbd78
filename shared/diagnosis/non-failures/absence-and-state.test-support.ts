import { basic, bearer, opaque } from '../attempt.test-support.ts';
import type { Ordinary } from './rows.test-support.ts';
import { html, json, plain, xml } from './rows.test-support.ts';

const api = 'https://api.example.com/v1';

/** Nothing is there, something else is broken, or the server has another place or time for it. */
export const absenceAndState: readonly Ordinary[] = [
  [
    'a token by id does not exist',
    {
      url: `${api}/tokens/7`,
      sent: bearer(),
      status: 404,
      received: json,
      body: { message: 'Token not found' },
    },
  ],
  [
    'an API key by id does not exist',
    {
      url: `${api}/api-keys/7`,
      sent: bearer(),
      status: 404,
      received: json,
      body: { error: 'API key not found' },
    },
  ],
  [
    'a session by id does not exist',
    {
      url: `${api}/sessions/7`,
      sent: bearer(),
      status: 404,
      received: json,
      body: { error: { code: 'not_found', message: 'session not found' } },
    },
  ],
  [
    'a user does not exist',
    {
      url: `${api}/users/nobody`,
      sent: bearer(),
      status: 404,
      received: json,
      body: { message: 'User not found' },
    },
  ],
  [
    'an account by id does not exist',
    {
      url: `${api}/accounts/9`,
      sent: opaque,
      status: 404,
      received: json,
      body: { errors: [{ detail: 'Account does not exist' }] },
    },
  ],
  [
    'a repository is not there',
    {
      url: 'https://api.github.com/repos/a/b',
      sent: opaque,
      status: 404,
      received: json,
      body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
    },
  ],
  [
    'a route is not there',
    { url: `${api}/nothing`, sent: bearer(), status: 404, body: 'Cannot GET /v1/nothing' },
  ],
  [
    'nginx has no such file',
    {
      url: 'https://www.example.com/x',
      status: 404,
      received: html,
      body: '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center></body></html>',
    },
  ],
  [
    'a bucket has no such key',
    {
      url: 'https://b.s3.amazonaws.com/a',
      sent: {
        Authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=ab',
      },
      status: 404,
      received: xml,
      body: '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a</Key></Error>',
    },
  ],
  [
    'a method is not allowed',
    {
      url: `${api}/items`,
      method: 'PATCH',
      posted: '{}',
      sent: bearer(),
      status: 405,
      received: { ...json, Allow: 'GET, POST' },
      body: { message: 'Method Not Allowed' },
    },
  ],
  [
    'a resource is locked by somebody else',
    {
      url: 'https://dav.example.com/a',
      method: 'PUT',
      posted: 'x',
      sent: basic('u', 'p'),
      status: 423,
      received: xml,
      body: '<?xml version="1.0"?><d:error xmlns:d="DAV:"><d:lock-token-submitted/></d:error>',
    },
  ],
  [
    'the server is down',
    {
      url: api,
      sent: bearer(),
      status: 503,
      received: html,
      body: '<html><head><title>503 Service Temporarily Unavailable</title></head><body>nginx</body></html>',
    },
  ],
  ['the upstream timed out', { url: api, sent: bearer(), status: 504, body: 'upstream request timeout' }],
  [
    'the gateway has no healthy upstream',
    { url: api, sent: bearer(), status: 503, body: 'no healthy upstream' },
  ],
  [
    'an exception with a session of a database in its words',
    {
      url: api,
      sent: bearer(),
      status: 500,
      received: json,
      body: { error: 'could not initialize proxy - no Session' },
    },
  ],
  [
    'an internal error that names a key',
    { url: api, sent: bearer(), status: 500, received: json, body: { error: "KeyError: 'user_id'" } },
  ],
  [
    'an internal error of a parser',
    {
      url: api,
      sent: bearer(),
      status: 500,
      received: json,
      body: { message: 'Unexpected token u in JSON at position 0' },
    },
  ],
  [
    'a maintenance page',
    {
      url: api,
      sent: bearer(),
      status: 503,
      received: { ...html, 'Retry-After': '600' },
      body: '<html><head><title>Down for maintenance</title></head><body>We will be back soon.</body></html>',
    },
  ],
  [
    'from http to https',
    { url: 'http://www.example.com/', status: 301, received: { Location: 'https://www.example.com/' } },
  ],
  [
    'to the address with a slash',
    {
      url: 'https://www.example.com/docs',
      status: 308,
      received: { Location: 'https://www.example.com/docs/' },
    },
  ],
  [
    'to the page of another language',
    { url: 'https://www.example.com/', status: 302, received: { Location: '/de/' } },
  ],
  [
    'to a presigned download',
    {
      url: `${api}/files/1`,
      sent: bearer(),
      status: 302,
      received: { Location: 'https://cdn.example.net/f?X-Amz-Signature=aa&X-Amz-Credential=b' },
    },
  ],
  ['not modified', { url: `${api}/items`, sent: { ...bearer(), 'If-None-Match': '"a"' }, status: 304 }],
  [
    'created, with its place',
    {
      url: `${api}/items`,
      posted: '{}',
      sent: bearer(),
      status: 201,
      received: { ...json, Location: '/v1/items/9' },
      body: { id: 9 },
    },
  ],
  ['nothing to say', { url: `${api}/items/9`, method: 'DELETE', sent: bearer(), status: 204 }],
  [
    'a job is not ready',
    { url: `${api}/jobs/1`, sent: bearer(), status: 202, received: json, body: { status: 'pending' } },
  ],
  [
    'payment is due, said of an invoice',
    {
      url: `${api}/invoices/1`,
      sent: bearer(),
      status: 200,
      received: json,
      body: { status: 'expired', error: null, payment_status: 'failed' },
    },
  ],
  [
    'a health check that reports a failing part',
    {
      url: `${api}/health`,
      status: 503,
      received: json,
      body: { status: 'DOWN', components: { db: { status: 'DOWN' }, redis: { status: 'UP' } } },
    },
  ],
  ['a plain OK', { url: `${api}/ping`, status: 200, received: plain, body: 'OK' }],
  [
    'a name that is not found',
    { url: `${api}/dns?name=x`, status: 200, received: json, body: { Status: 3, Comment: 'NXDOMAIN' } },
  ],
];
