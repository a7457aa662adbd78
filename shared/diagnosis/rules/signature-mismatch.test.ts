import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { signatureMismatch } from './signature-mismatch.ts';

testRule(signatureMismatch, {
  silent: {
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
    'a signature inside the body': {
      given: { posted: 'amount=1&sign=0F1E2D3C', status: 400, body: { msg: 'sign error' } },
      title: /does not match/,
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
      title: /signature \(AWS4\)/,
      marks: 'SignatureDoesNotMatch',
    },
  },
});
