import { expect, test } from 'vitest';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { signedFieldLost, throughCluster } from './kept-on-the-way.ts';

test.each<[Record<string, string>, string, boolean]>([
  [{ 'X-Amz-Date': '20231115T120000Z' }, 'signed header x-amz-date is not present', true],
  [{}, 'signed header x-amz-date is not present', false],
  [{ 'X-Amz-Date': '20231115T120000Z' }, 'signature does not match', false],
])('%j: %s', (sent, body, lost) => {
  expect(signedFieldLost(lastFacts({ sent, body })) !== undefined).toBe(lost);
});

test.each<[string, number, string, boolean]>([
  ['/api/v1/namespaces/shop/services/web/proxy/orders', 401, 'Unauthorized', true],
  ['/api/v1/proxy/namespaces/shop/pods/web-0/', 401, 'Unauthorized', true],
  ['/api/v1/namespaces/shop/services/web/proxy/orders', 401, '{"kind":"Status","code":401}', false],
  ['/api/v1/namespaces/shop/services/web', 401, 'Unauthorized', false],
  ['/api/v1/namespaces/shop/services/web/proxy/orders', 403, 'Forbidden', false],
])('%s: %i %s', (path, status, body, kept) => {
  const url = `https://k8s.example.com:6443${path}`;
  expect(throughCluster(lastFacts({ url, sent: opaque, status, body }))).toBe(kept);
});
