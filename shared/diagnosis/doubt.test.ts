import { describe, expect, test } from 'vitest';
import type { Told } from './attempt.test-support.ts';
import { attemptOf, bearer, opaque } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';

const told = (status: number, message: string, rest: Told = {}): Told => ({
  url: 'https://api.acme.example/v1/things',
  sent: opaque,
  status,
  received: { 'Content-Type': 'application/json' },
  body: { message },
  ...rest,
});

describe('an error that may be a refusal is a possibility and no more', () => {
  test.each<[string, Told, Cause]>([
    ['a key that was withdrawn, behind 503', told(503, 'Your API key has been revoked'), 'token-revoked'],
    ['an audience, behind 500', told(500, 'Token audience does not match'), 'token-audience-mismatch'],
    ['a nonce, behind 400', told(400, 'Nonce already used'), 'nonce-stale'],
    ['an account, behind 422', told(422, 'User is disabled'), 'account-unusable'],
    [
      'an account, behind 200',
      told(200, '', { body: { ok: false, error: 'account_inactive' } }),
      'account-unusable',
    ],
  ])('%s', (_, exchange, cause) => {
    const { failed, findings } = diagnose(attemptOf(exchange));
    expect({ failed, cause: findings[0]?.cause }).toEqual({ failed: true, cause });
    for (const { confidence } of findings) expect(confidence).toBeLessThan(0.5);
  });

  test('what was certainly refused before it is explained instead', () => {
    const refused = told(401, 'Token expired');
    const { exchange } = diagnose(
      attemptOf(refused, told(500, 'Nonce already used', { url: 'https://b.example/' })),
    );
    expect(exchange).toBe(0);
  });
});

describe('it stays silent where', () => {
  test.each<[string, Told]>([
    ['nothing was sent that could be refused', told(500, 'Token audience does not match', { sent: {} })],
    ['the status speaks of the thing', told(410, 'The sync token has expired')],
    ['the range is at fault', told(416, 'Signature mismatch')],
    [
      'a field of the form is at fault',
      told(422, '', { body: { errors: [{ field: 'user', code: 'disabled' }] } }),
    ],
    ['a code of another kind is over', told(400, 'The coupon code has expired')],
    ['nothing is said', told(500, 'Internal error')],
    [
      'nothing is said, and the token was left out of the record',
      told(500, 'Internal error', { sent: { Authorization: 'Bearer eyJhbGciOi….eyJzdWIi….c2ln' } }),
    ],
    ['nothing is said, and the token can be read', told(500, 'Internal error', { sent: bearer() })],
    ['a document is locked', told(423, 'Document is locked')],
    [
      'only a cookie went along',
      told(200, '', { body: { code: 1401, msg: 'out of stock' }, sent: { Cookie: 'sessionid=abcdef' } }),
    ],
    ['it went well', told(200, '', { body: { nonce: 'already used' } })],
  ])('%s', (_, exchange) => {
    expect(diagnose(attemptOf(exchange))).toMatchObject({ failed: false, findings: [] });
  });
});
