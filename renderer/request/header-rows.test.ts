import { describe, expect, it } from 'vitest';
import type { Preview } from '../../shared/ipc/replies.ts';
import { givenFields, isSentTwice, isTrailer, typedCount } from './header-rows.ts';

const preview = (fields: Preview['fields']): Preview => ({
  method: 'GET',
  url: 'http://a/',
  fields,
  unresolved: [],
  warnings: [],
  notices: [],
});
const field = (name: string, from: string, note = from) => ({ name, value: 'v', origin: { from, note } });

describe('fields that nobody typed', () => {
  it('are shown with their reason', () => {
    const fields = givenFields(
      { fieldsOff: [] },
      preview([field('X', 'typed'), field('Authorization', 'auth', 'profile A'), field('Accept', 'default')]),
    );
    expect(fields).toEqual([
      { name: 'Authorization', value: 'v', by: 'profile A', on: true },
      { name: 'Accept', value: 'v', by: 'default', on: true },
    ]);
  });
  it('stay listed when they are off', () => {
    expect(givenFields({ fieldsOff: ['user-agent'] }, preview([]))).toEqual([
      { name: 'User-Agent', value: '', by: 'switched off', on: false },
    ]);
  });
  it('are none before the first look', () => {
    expect(givenFields({ fieldsOff: [] }, undefined)).toEqual([]);
  });
});

describe('a conflict', () => {
  const draft = { fields: [{ name: 'authorization', value: 'Bearer a', on: true }] };
  it.each([
    [
      'beside the scheme’s own',
      'authorization',
      preview([field('authorization', 'typed'), field('Authorization', 'auth')]),
      true,
    ],
    ['alone', 'authorization', preview([field('authorization', 'typed')]), false],
    ['in a list', 'accept', preview([field('Accept', 'typed'), field('accept', 'typed')]), false],
    ['before the first look', 'authorization', undefined, false],
  ])('%s', (_, name, look, expected) => {
    expect(isSentTwice(name, draft, look)).toBe(expected);
  });
});

it('counts what is typed and on', () => {
  const row = (name: string, on: boolean) => ({ name, value: '', on });
  expect(typedCount([row('a', true), row('b', false), row('', true)])).toBe(1);
  expect(typedCount([])).toBeUndefined();
});

it('knows the fields that leave behind the body', () => {
  const look = { ...preview([field('Trailer', 'typed')]), trailers: [field('X-Sum', 'typed')] };
  expect(['x-sum', 'Trailer'].map((name) => isTrailer(name, look))).toEqual([true, false]);
  expect(isTrailer('X-Sum', undefined)).toBe(false);
});
