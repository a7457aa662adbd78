import { expect, test } from 'vitest';
import { placeholdersInAddress, placeholdersInContext } from './context-placeholders.ts';

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

const inAuthorize = (id: string): readonly string[] =>
  placeholdersInAddress(
    new URL(`https://id.example.com/authorize?response_type=code&client_id=${encodeURIComponent(id)}`),
    0,
  ).map(({ kind }) => kind);

test.each([
  ['Insert your client ID here', 'sample'],
  ['YOUR_CLIENT_ID', 'sample'],
  ['undefined', 'nothing'],
  ['{{client_id}}', 'template'],
])('the client %s', (id, kind) => expect(inAuthorize(id)).toEqual([kind]));

test.each(['warehouse', 'test', '7d2f7a01-1111-4c5f-9a2f-5a0d9d1f0001'])('silent: the client %s', (id) =>
  expect(inAuthorize(id)).toEqual([]),
);

const inPath = (path: string): readonly string[] =>
  placeholdersInAddress(new URL(path, 'https://id.example.com'), 0).map(({ kind }) => kind);

test.each([
  ['/null/oauth2/token', 'nothing'],
  ['/realms/undefined/protocol/openid-connect/token', 'nothing'],
  ['/%7Btenant%7D/oauth2/v2.0/authorize', 'template'],
  ['/your-tenant-id/oauth2/v2.0/token', 'sample'],
])('the directory in %s', (path, kind) => expect(inPath(path)).toEqual([kind]));

test.each(['/common/oauth2/v2.0/token', '/realms/master/protocol/openid-connect/token', '/null/items'])(
  'silent: %s',
  (path) => expect(inPath(path)).toEqual([]),
);
