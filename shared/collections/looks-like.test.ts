import { expect, test } from 'vitest';
import { looksLikeCollection } from './looks-like.ts';

const rows: readonly (readonly [name: string, text: string, yes: boolean])[] = [
  [
    '',
    '{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[]}',
    true,
  ],
  ['', '{"values":[],"_postman_variable_scope":"environment"}', true],
  ['', '{"_type":"export","__export_format":4}', true],
  ['', '_type: export\n__export_format: 4\n', true],
  ['', 'type: collection.insomnia.rest/5.0\n', true],
  ['', 'opencollection: "1.0.0"\n', true],
  ['', 'info:\n  name: R\n  type: http\n\nhttp:\n  method: get\n', true],
  ['', 'openapi: 3.1.0\ninfo: {}\n', true],
  ['', '{\n  "swagger": "2.0"\n}', true],
  ['', '{"v":1,"name":"x","folders":[],"requests":[]}', true],
  ['', 'meta {\n  name: a\n}\n', true],
  ['', '### Log in\nPOST https://a.example HTTP/1.1\n', true],
  ['', 'vars {\n  base: https://a.example\n}\n', true],
  ['', '# mine\nmachine a.example login ann password x', true],
  ['.netrc', '', true],
  ['', 'machine learning is fun', false],
  ['a.http', 'GET https://a.example', true],
  ['bruno/a.bru', '', true],
  ['', 'curl https://a.example/openapi.json', false],
  ['', 'GET /openapi: HTTP/1.1\nHost: a', false],
  ['', '{"log":{"entries":[{"response":{"content":{"text":"\\n\\"openapi\\": 3.0"}}}]}}', false],
  ['', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n\n### not found', false],
  ['a.json', '{"error":"requests"}', false],
  ['', '', false],
];

test.each(rows)('%s %s', (name, text, yes) => {
  expect(looksLikeCollection(name, text)).toBe(yes);
});
