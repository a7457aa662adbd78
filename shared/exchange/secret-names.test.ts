import { describe, expect, test } from 'vitest';
import { hidesField, hidesMember, hidesParam } from './secret-names.ts';

const made = '6d1f0a2c3d4e5f60718293a4b5c6';

describe('a field hides', () => {
  test.each([
    ['X-API-Key', 'k1'],
    ['Token-Auth', made],
    ['api_access_token', made],
    ['X-CSCAPI-Key', made],
    ['HTTP_AUTHORIZATION', `Api-Key:${made}`],
    ['X-CSRFToken', made],
    ['CSRFPreventionToken', '65982D7A:SBF6K+lFoOGTPWc02fJl'],
    ['X-Ops-Authorization-1', made],
    ['X-Signature-Ed25519', made],
    ['X-Hub-Signature-256', `sha256=${made}`],
  ])('%s: %s', (name, value) => expect(hidesField(name, value)).toBe(true));

  test.each([
    ['X-Auth-Email', 'kim@shop.example'],
    ['X-Auth-Method', 'token2022auth'],
    ['X-Auth-Type', made],
    ['APCA-API-KEY-ID', 'PKQM3VT9XKE2LPYW8RZB'],
    ['X-Cache-Key', made],
    ['Idempotency-Key', made],
    ['Surrogate-Key', made],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ['Access-Control-Allow-Credentials', 'true'],
    ['X-Amz-SignedHeaders', 'content-type;host;x-amz-date'],
    ['X-Request-Id', made],
    ['Signing-Key', 'main'],
  ])('not %s: %s', (name, value) => expect(hidesField(name, value)).toBe(false));
});

describe('a parameter hides', () => {
  test.each([
    ['sign', made],
    ['hmac_sign', made],
    ['auth_signature', made],
    ['x-algolia-api-key', made],
    ['trakt-api-key', made],
    ['x_api_key', made],
    ['wstoken', made],
    ['serviceKey', made],
    ['bearerToken', made],
    ['access_token', 'short'],
  ])('%s=%s', (name, value) => expect(hidesParam(name, value)).toBe(true));

  test.each([
    ['sort_key', 'created2023at'],
    ['pageToken', made],
    ['next_token', made],
    ['oauth_consumer_key', made],
    ['AWSAccessKeyId', 'AKIA0123456789ABCDEF'],
    ['SignatureNonce', made],
    ['auth', 'basic'],
    ['design', made],
    ['max_tokens', '2048'],
    ['token_type', 'Bearer'],
  ])('not %s=%s', (name, value) => expect(hidesParam(name, value)).toBe(false));
});

describe('a member hides', () => {
  test.each([
    ['code', '4/0AfJohXk7a9bQ'],
    ['key', made],
    ['apiKeyValueSecret', made],
    ['password', 'three words long'],
  ])('%s: %s', (name, value) => expect(hidesMember(name, value)).toBe(true));

  test.each([
    ['code', 'AADSTS70008'],
    ['code', 'invalid_api_key'],
    ['code', 'AUTH_FAILED_2023_01'],
    ['typeKey', 'UnauthorizedRequestException'],
    ['key', 'docs/readme-2023.md'],
    ['token', 'Corrupted or illegal authorization token'],
    ['Key', 'photos/2023/11/15/a-long-name-of-a-photo.jpg'],
  ])('not %s: %s', (name, value) => expect(hidesMember(name, value)).toBe(false));
});
