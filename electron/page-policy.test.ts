import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, trustedTypesPolicies } from './page-policy.ts';

const monaco = join('node_modules', 'monaco-editor', 'esm', 'vs');

const policiesOfMonaco = (): Set<string> => {
  const files = readdirSync(monaco, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const calls = files.flatMap((file) =>
    [...readFileSync(join(monaco, file), 'utf8').matchAll(/createTrustedTypesPolicy\(\s*['"]([^'"]+)/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  return new Set(calls);
};

describe('content security policy', () => {
  test('names every policy that Monaco makes', () => {
    const made = policiesOfMonaco();
    expect(made.size).toBeGreaterThan(5);
    expect([...made].filter((name) => !trustedTypesPolicies.includes(name))).toEqual([]);
  });

  test.each(['unsafe-eval', 'blob:', 'http:', 'https:', '*', "script-src 'self' 'unsafe-inline'"])(
    'grants nothing like %s',
    (grant) => {
      expect(contentSecurityPolicy).not.toContain(grant);
    },
  );
});
