import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { readsButNotWrites } from './reads-only.ts';

const url = 'https://api.example.com/v1/orders';
const read: Told = { url, sent: opaque, status: 200 };
const write: Told = { url, method: 'POST', sent: opaque, status: 403, body: 'Forbidden' };
const cookie = { Cookie: 'sid=4f1c9d0e7a2b' };

test.each<[string, Told, Told, number | undefined]>([
  ['the same collection', {}, {}, 0],
  ['what lies in it', {}, { url: `${url}/17`, method: 'DELETE' }, 0],
  ['a neighbour whose name begins alike', {}, { url: `${url}-archive` }, undefined],
  ['the same collection an hour later', {}, { at: 3_600 }, undefined],
  ['the same collection, which was written before', { method: 'POST' }, {}, undefined],
  ['the same collection by a session', { sent: cookie }, { sent: cookie }, undefined],
  ['the same collection, against forgery', {}, { body: 'CSRF token missing' }, undefined],
  ['the same collection, once more to read', {}, { method: 'GET' }, undefined],
  ['the same collection, with a reason', {}, { body: { error: 'token expired' } }, undefined],
])('read, and refused to write: %s', (_, before, now, index) => {
  expect(readsButNotWrites(lastFacts({ ...read, ...before }, { ...write, ...now }))).toBe(index);
});
