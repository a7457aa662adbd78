import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderName, folderSegment, slugOf } from './slug.ts';

test.each([
  ['me', 'me'],
  ['GET /v1/me?page=2', 'get-v1-me-page-2'],
  ['Bestellungen für Jürgen', 'bestellungen-für-jürgen'],
  ['../../etc/passwd', 'etc-passwd'],
  ['', 'request'],
  ['***', 'request'],
  ['con', 'con-request'],
  ['注文', '注文'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('a request named %j lies in %j', (name, slug) => {
  expect(slugOf(name, 'request')).toBe(slug);
});

test.each([
  ['Billing', 'Billing'],
  ['A/B', 'A%2FB'],
  ['..', '%2E%2E'],
  ['.git', '%2Egit'],
  ['con', '%63on'],
  ['100%', '100%25'],
  ['', '%'],
])('a folder named %j is %j on disk', (name, segment) => {
  expect(folderSegment(name)).toBe(segment);
  expect(folderName(segment)).toBe(name);
});

test('no name leads out of its folder, and every name is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      const segment = folderSegment(name);
      expect(segment).not.toMatch(/[/\\\u0000]|^\.\.?$|^$/);
      expect(folderName(segment)).toBe(name.normalize('NFC'));
    }),
  );
});

test('a folder that somebody named by hand is shown as it is', () => {
  expect(folderName('50% off')).toBe('50% off');
});
