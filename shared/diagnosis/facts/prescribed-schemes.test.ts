import { expect, test } from 'vitest';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { prescribedSchemes } from './prescribed-schemes.ts';

test.each<[string, readonly string[] | undefined]>([
  ['Send "Authorization: Ghost [token]"', ['Ghost']],
  ['Use Authorization: Bearer <token> or Authorization: Basic <pair>', ['Bearer', 'Basic']],
  ['The header must be in the format: Token your-key', ['Token']],
  ['Authorization: denied', undefined],
  ['Bearer token required', undefined],
])('%s', (body, schemes) => {
  expect(prescribedSchemes(lastFacts({ sent: opaque, body }))?.schemes).toEqual(schemes);
});
