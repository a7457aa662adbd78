import { expect, test } from 'vitest';
import { attemptOf, bearer, opaque } from './attempt.test-support.ts';
import { diagnose } from './diagnose.ts';
import { masked } from './masked.ts';

const key = 'Zx81kQp07vTnE4sWc2RbYh6L';

test('what the server writes back of a secret is no part of a sentence', () => {
  const attempt = attemptOf({
    sent: { 'X-API-Key': key },
    body: { error: `The API key ${key} is not valid` },
  });
  const diagnosis = diagnose(attempt);
  expect(JSON.stringify(diagnosis.findings[0]?.evidence)).toContain(key);
  expect(JSON.stringify(masked(attempt, diagnosis))).not.toContain(key);
  expect(JSON.stringify(masked(attempt, diagnosis).findings[0]?.evidence)).toContain(
    '“The API key •••••••• is',
  );
});

test('a placeholder is told by writing it out', () => {
  const attempt = attemptOf({ sent: { Authorization: 'Bearer your-token-1234567890-here' } });
  const diagnosis = diagnose(attempt);
  expect(diagnosis.findings[0]?.cause).toBe('placeholder-unresolved');
  expect(masked(attempt, diagnosis).findings[0]?.title).toBe(diagnosis.findings[0]?.title);
});

test('a password that is a word stays a word', () => {
  const attempt = attemptOf({
    sent: { Authorization: `Basic ${btoa('kim:password')}` },
    body: { error: 'Wrong user name or password' },
  });
  expect(JSON.stringify(masked(attempt, diagnose(attempt)))).toContain('Wrong user name or password');
});

test('the rest is as it was', () => {
  for (const sent of [opaque, bearer({ exp: 1_600_000_000, aud: 'https://other.example' })]) {
    const attempt = attemptOf({ sent, body: { error: 'invalid_token' } });
    expect(masked(attempt, diagnose(attempt))).toEqual(diagnose(attempt));
  }
});
