import { expect, test } from 'vitest';
import { isPageOfSame } from './same-listing.ts';

const base = 'https://api.example.com';

test.each([
  ['/items?page=1', '/items?page=2', true],
  ['/items?pageNumber=29&pageSize=100', '/items?pageNumber=30&pageSize=100', true],
  ['/items', '/items?cursor=abc', true],
  ['/items?$skip=0&kind=a', '/items?kind=a&$skip=50', true],
  ['/items?page[number]=1', '/items?page[number]=2', true],
  ['/items?page=1', '/orders?page=1', false],
  ['/items?customer=1', '/items?customer=2', false],
  ['/items/1', '/items/2', false],
])('%s and %s: %s', (one, other, same) => {
  expect(isPageOfSame(`${base}${one}`, `${base}${other}`)).toBe(same);
});

test('another host holds another list, and what is no address is none', () => {
  expect(isPageOfSame(`${base}/items?page=1`, 'https://api.example.org/items?page=2')).toBe(false);
  expect(isPageOfSame('items', 'items')).toBe(false);
});
