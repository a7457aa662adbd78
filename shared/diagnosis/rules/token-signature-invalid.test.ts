import { basic, bearer, jwtOf } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenSignatureInvalid } from './token-signature-invalid.ts';

testRule(tokenSignatureInvalid, {
  silent: {
    'user and password, which nobody signs': {
      sent: basic('a', 'b'),
      body: { message: 'Used authentication credentials are invalid or signature verification failed' },
    },
    'an assertion of the client’s': {
      url: 'https://id.example.com/oauth/token',
      posted: `grant_type=client_credentials&client_assertion=${jwtOf({ sub: 'app' })}`,
      body: { error: 'invalid_client', error_description: 'The client_assertion JWT kid is invalid.' },
    },
    'a signed request is another cause': {
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e' },
      body: 'invalid signature',
    },
    'an algorithm that the issuer lists': [
      {
        url: 'https://id.example.com/.well-known/openid-configuration',
        status: 200,
        body: { issuer: 'https://id.example.com', id_token_signing_alg_values_supported: ['ES256', 'RS256'] },
      },
      { sent: bearer() },
    ],
    'a bare 401': { sent: bearer() },
    'a key set that fits': [
      { url: 'https://id.example.com/jwks', status: 200, body: { keys: [{ kid: 'key-1', kty: 'RSA' }] } },
      { sent: bearer() },
    ],
  },
  speaks: {
    'a key set without the key': {
      given: { sent: bearer(), body: "Jwks doesn't have key to match kid or alg from Jwt" },
      title: /signature/,
    },
    'the server says so': {
      given: { sent: bearer(), body: { message: 'invalid signature' } },
      title: /alg RS256, kid key-1/,
      marks: 'invalid signature',
    },
    'an algorithm that the issuer does not list': {
      given: [
        {
          url: 'https://id.example.com/.well-known/openid-configuration',
          status: 200,
          body: { issuer: 'https://id.example.com', id_token_signing_alg_values_supported: ['RS256'] },
        },
        { sent: bearer({}, { alg: 'HS256' }) },
      ],
      title: /alg HS256/,
    },
    'the key set lacks the kid': {
      given: [
        { url: 'https://id.example.com/jwks', status: 200, body: { keys: [{ kid: 'other' }] } },
        { sent: bearer() },
      ],
      title: /signature/,
    },
    'signed with another key': {
      given: { sent: bearer(), body: { message: 'Token signed with unknown key' } },
      title: /signature/,
    },
    'the key set holds other families of keys': {
      given: [
        { url: 'https://id.example.com/jwks', status: 200, body: { keys: [{ kid: 'key-1', kty: 'EC' }] } },
        { sent: bearer() },
      ],
      title: /signature/,
    },
    unsigned: { given: { sent: bearer({}, { alg: 'none' }) }, title: /alg none/ },
  },
});
