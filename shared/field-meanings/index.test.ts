import { describe, expect, test } from 'vitest';
import { fieldMeanings, meaningOf } from './index.ts';

test('says it once for each field, in one plain sentence with its section', () => {
  expect(fieldMeanings.length).toBeGreaterThanOrEqual(120);
  expect(new Set(fieldMeanings.map(({ name }) => name.toLowerCase())).size).toBe(fieldMeanings.length);
  for (const { name, says, source } of fieldMeanings) {
    expect(name).toMatch(/^[A-Za-z0-9-]+$/);
    expect(says, name).toMatch(/^[A-Z“].{10,110}\.$/);
    expect(says, name).not.toContain('!');
    expect(source, name).toMatch(
      /^(?:RFC \d{4,5} §[\dA-C.]+$|(?:W3C|WICG|LDP) [A-Z\d]|Fetch$|HTML$|ECMA-|draft-ietf-)/,
    );
  }
});

describe('is looked up', () => {
  test.each([
    ['as it is spelled', 'WWW-Authenticate', 'RFC 9110 §11.6.1'],
    ['in lower case, as HTTP/2 sends it', 'content-type', 'RFC 9110 §8.3'],
    ['a name of nobody', 'X-Acme-Tenant', undefined],
    ['a name of every object', 'constructor', undefined],
    ['no name', '', undefined],
  ])('%s', (_, name, source) => expect(meaningOf(name)?.source).toBe(source));
});
