import { expect, test } from 'vitest';
import { attemptOf, opaque } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { providers } from './index.ts';
import { recognise } from './recognise.ts';

/** What any server may answer, the examples of RFC 6749 and RFC 6750 among it: no product's table may speak of it. */
const saidByAnybody: readonly unknown[] = [
  { error: 'invalid_token' },
  { error: 'invalid_token', error_description: 'The access token expired' },
  { error: 'invalid_token', error_description: 'The access token is invalid' },
  { error: 'insufficient_scope' },
  { error: 'invalid_client', error_description: 'Client authentication failed' },
  { error: 'invalid_grant' },
  { error: 'unauthorized' },
  { error: 'Unauthorized' },
  { error: 'Forbidden' },
  { error: 'Invalid API key' },
  { error: 'Token expired' },
  { error: 'Authentication required' },
  { error: { code: 401, message: 'Invalid token' } },
  { errors: [{ message: 'Not authorized' }] },
  { message: 'Unauthorized' },
  { message: 'Forbidden' },
  { message: 'Invalid API key' },
  { message: 'Invalid username or password' },
  { message: 'Token has expired' },
  { code: 401, message: 'JWT is expired' },
  { success: false, message: 'Invalid credentials' },
  { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'Access denied' } },
  { title: 'Unauthorized', status: 401 },
  { status: 401, error: 'Unauthorized' },
  '',
  'Unauthorized',
  '401 Unauthorized',
  'Access denied',
  'Forbidden',
  'Invalid token',
];

test.each(saidByAnybody.map((body) => [JSON.stringify(body), body]))('no table speaks of %s', (_, body) => {
  for (const status of [401, 403]) {
    const attempt = attemptOf({
      url: 'https://api.example.com/v1/me',
      status,
      sent: opaque,
      received: { 'WWW-Authenticate': 'Bearer realm="api"' },
      ...(typeof body === 'string' ? { body } : { body: JSON.stringify(body) }),
    });
    const facts = factsOf(attempt, 0);
    expect(facts).toBeDefined();
    if (facts === undefined) return;
    expect([...recognise(facts, providers).heard]).toEqual([]);
  }
});
