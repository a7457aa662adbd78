import { expect, test } from 'vitest';
import { placeholdersInContext } from './context-placeholders.ts';

const found = (name: string, value: string): readonly string[] =>
  placeholdersInContext([{ name, value }], 0).map(({ kind }) => kind);

test.each([
  ['OpenAI-Organization', 'null', 'nothing'],
  ['Xero-Tenant-Id', 'undefined', 'nothing'],
  ['X-Workspace-Id', '{{workspace}}', 'template'],
  ['project', '${PROJECT_ID}', 'template'],
])('%s: %s', (name, value, kind) => {
  expect(found(name, value)).toEqual([kind]);
});

test.each([
  ['OpenAI-Organization', 'org-kQ7b9xLmPz2Qv7bY'],
  ['Xero-Tenant-Id', '45e4708e-d862-4111-ab3a-dd8cd03913e1'],
  ['X-Team', 'test'],
  ['Accept', 'null'],
  ['X-Organization-Name', 'undefined'],
])('silent: %s: %s', (name, value) => {
  expect(found(name, value)).toEqual([]);
});
