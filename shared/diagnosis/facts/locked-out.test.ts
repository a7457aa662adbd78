import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts } from '../attempt.test-support.ts';
import { lockedOut } from './locked-out.ts';

const wrong: Told = { sent: basic('kim', 'word') };
const page: Told = { url: 'https://api.example.com/', status: 403, body: 'Forbidden' };

test.each<[string, readonly Told[], number | undefined]>([
  ['two refused logins', [wrong, wrong, page], 1],
  [
    'two refused logins of a form',
    [
      { url: 'https://api.example.com/login', posted: 'a=b' },
      { url: 'https://api.example.com/login', posted: 'a=b' },
      page,
    ],
    1,
  ],
  ['one', [wrong, page], undefined],
  ['two, and a page that was let through', [wrong, wrong, { ...page, status: 200 }, page], undefined],
  [
    'two at another host',
    [{ ...wrong, url: 'https://b.example.com/' }, { ...wrong, url: 'https://b.example.com/' }, page],
    undefined,
  ],
  ['two, half an hour before', [wrong, wrong, { ...page, at: 1_800 }], undefined],
  ['two, and a reason', [wrong, wrong, { ...page, body: 'Your plan does not include this' }], undefined],
  ['two, and another login', [wrong, wrong, { ...page, sent: basic('lena', 'word') }], undefined],
])('a bare 403 after %s', (_, told, index) => {
  expect(lockedOut(lastFacts(...told))?.index).toBe(index);
});
