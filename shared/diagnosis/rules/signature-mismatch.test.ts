import { bearer, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { signatureMismatch } from './signature-mismatch.ts';

/** What a client signs for one request alone. */
const signedFor = (uri: string, claims = {}) => bearer({ uri, iat: NOON - 5, exp: NOON + 55, ...claims });

/** A consumer's signature of OAuth 1.0a. */
const oauth = (key: string, signature: string) => ({
  Authorization: `OAuth oauth_consumer_key="${key}", oauth_nonce="${signature}", oauth_signature="${signature}"`,
});
const hmac = (key: string, signature: string) => ({ Authorization: `HMAC ${key}:${signature.repeat(6)}` });

testRule(signatureMismatch, {
  silent: {
    'another key signed what passed': [
      { sent: oauth('ck1', 'Zx81'), status: 200 },
      { url: 'https://api.example.com/v1/me?a=1', sent: oauth('ck2', 'Zx82') },
    ],
    'what the same key signed passed long ago': [
      { sent: hmac('app-7', 'Zx81'), status: 200 },
      { sent: hmac('app-7', 'Zx82'), at: 900 },
    ],
    'the same key signed, and the answer says what is wrong': [
      { sent: oauth('ck1', 'Zx81'), status: 200 },
      { sent: oauth('ck1', 'Zx82'), body: { error: 'Token has been revoked' } },
    ],
    'a token for this very request': { sent: signedFor('GET api.example.com/v1/me') },
    'a token of an hour with an address in it': {
      sent: signedFor('api.example.com/v1/you', { exp: NOON + 3000 }),
    },
    'a query in the claim, as before': [
      {
        url: 'https://api.example.com/v1/me?a=1',
        sent: signedFor('GET api.example.com/v1/me?a=1'),
        status: 200,
      },
      { url: 'https://api.example.com/v1/me?a=2', sent: signedFor('GET api.example.com/v1/me?a=2') },
    ],
    'an address without a signature, and another method': [
      { url: 'https://store.example.com/a?v=2', status: 200 },
      { url: 'https://store.example.com/a?v=2', method: 'DELETE', status: 403 },
    ],
    'an assertion at the token endpoint': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=client_credentials&client_assertion=eyJ',
      body: { error: 'invalid_client', error_description: 'signature verification failed' },
    },
    'an unsigned request': { sent: opaque, body: 'SignatureDoesNotMatch' },
    'signed and a bare 403': {
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/c/s3/aws4_request' },
      status: 403,
    },
  },
  speaks: {
    'the same consumer’s signature passed without the query': {
      given: [
        { sent: oauth('ck1', 'Zx81'), status: 200 },
        { url: 'https://api.example.com/v1/me?a=1', sent: oauth('ck1', 'Zx82') },
      ],
      title: /same key signed a request that passed/,
    },
    'the same key’s signature passed with another method': {
      given: [
        { sent: hmac('app-7', 'Zx81'), status: 200 },
        { method: 'POST', posted: '{}', sent: hmac('app-7', 'Zx82') },
      ],
      title: /same key signed a request that passed/,
    },
    'a token for another method': {
      given: { method: 'DELETE', sent: signedFor('GET api.example.com/v1/me') },
      title: /another method/,
    },
    'a token for another path': {
      given: { sent: signedFor('/v1/accounts') },
      title: /another path/,
    },
    'a token for another server': {
      given: { sent: signedFor('GET sandbox.example.com/v1/me') },
      title: /another host/,
    },
    'a query in the claim that the accepted one left out': {
      given: [
        { sent: signedFor('GET api.example.com/v1/me'), status: 200 },
        { url: 'https://api.example.com/v1/me?a=1', sent: signedFor('GET api.example.com/v1/me?a=1') },
      ],
      title: /path with its query/,
    },
    'an address signed for another method': {
      given: [
        { url: 'https://store.example.com/a?X-Amz-Signature=8c1f', status: 206 },
        { url: 'https://store.example.com/a?X-Amz-Signature=8c1f', method: 'HEAD', status: 403 },
      ],
      title: /signed for GET, not for HEAD/,
      at: ['Response › status'],
    },
    'something in front signs': {
      given: { status: 403, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' },
      title: /signature/,
    },
    'a vendor’s own scheme': {
      given: {
        sent: { Authorization: 'ACME1 key=k1,signature=frJIUN8DYpKDtOLCwo' },
        body: { message: 'signature does not match' },
      },
      title: /HMAC/,
    },
    'id and signature behind a vendor’s scheme, called a hash': {
      given: {
        sent: { Authorization: 'ACME k1x:frJIUN8DYpKDtOLCwo//yllqDzg=' },
        body: { error: 'Hash mismatch' },
      },
      title: /HMAC/,
    },
    'the text to sign is shown': {
      given: {
        sent: { Authorization: 'type%3Dmaster%26ver%3D1.0%26sig%3DfrJIUN8DYpKDtOLCwo9yllqDzg%3D' },
        body: { message: 'Server used the following payload to sign: get' },
      },
      title: /HMAC/,
    },
    'a signature inside the body': {
      given: { posted: 'amount=1&sign=0F1E2D3C', status: 400, body: { msg: 'sign error' } },
      title: /signature/,
    },
    'a signature in a parameter of its own': {
      given: {
        url: `https://api.example.com/events?auth_key=a&auth_signature=${'0f'.repeat(32)}`,
        body: 'Invalid signature: you should have sent HmacSHA256Hex("POST")',
      },
      title: /HMAC/,
    },
    'two words': {
      given: {
        sent: { sign: 'ABCDEF' },
        status: 200,
        body: { code: 1004, msg: 'sign invalid', success: false },
      },
      title: /HMAC/,
    },
    'the server says so': {
      given: {
        sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/c/s3/aws4_request' },
        status: 403,
        body: '<Error><Code>SignatureDoesNotMatch</Code></Error>',
      },
      title: /computes another AWS4 signature/,
      marks: 'SignatureDoesNotMatch',
    },
  },
});
