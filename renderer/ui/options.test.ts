import { expect, test } from 'vitest';
import { matchesOption, sectionsOf } from './options.ts';

const signature = {
  id: 'aws',
  label: 'AWS Signature V4',
  note: 'Acme',
  keywords: ['aws-sigv4', 'RFC 1234'],
};

test.each([
  ['', true],
  ['aws', true],
  ['signature v4', true],
  ['sigv4', true],
  ['SIG-V4', true],
  ['rfc1234', true],
  ['acme aws', true],
  ['aws basic', false],
  ['v5', false],
  ['ureV4', false],
])('“%s” finds it: %s', (typed, found) => {
  expect(matchesOption(signature, typed)).toBe(found);
});

test('options stand under their headings, in the order in which they came', () => {
  const options = [
    { id: 'none', label: 'None' },
    { id: 'a', label: 'A', group: 'Profiles' },
    { id: 'b', label: 'B', group: 'Schemes' },
    { id: 'c', label: 'C', group: 'Profiles' },
  ];
  expect(
    sectionsOf(options).map(({ heading, items }) => `${heading ?? ''}: ${items.map(({ id }) => id).join()}`),
  ).toEqual([': none', 'Profiles: a,c', 'Schemes: b']);
});
