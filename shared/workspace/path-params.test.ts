import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPathParams, pathParamNames } from './path-params.ts';

const names: readonly (readonly [url: string, names: readonly string[]])[] = [
  ['https://api.example.com/users/:id', ['id']],
  ['https://api.example.com/users/:id/orders/:order-no/', ['id', 'order-no']],
  ['{{base}}/a/:id/b/:id', ['id']],
  ['api.example.com/:tenant', ['tenant']],
  ['https://example.com:8080/a', []],
  ['http://[::1]:80/a', []],
  ['https://pubsub.googleapis.com/v1/projects/p/topics/t:publish', []],
  ['https://example.com/:8080', []],
  ['https://example.com/a?at=/:id', []],
  ['https://example.com/::id', []],
];

test.each(names)('the segments of %s', (url, expected) => {
  expect(pathParamNames(url)).toEqual(expected);
});

describe('filling', () => {
  test('encodes a value, so that it stays one segment', () => {
    expect(fillPathParams('https://a.example/:x/b', [{ name: 'x', value: 'ü/? %' }])).toEqual({
      url: 'https://a.example/%C3%BC%2F%3F%20%25/b',
      missing: [],
    });
  });

  test('says which have no value and leaves them as typed', () => {
    const url = 'https://a.example/:x/:y';
    expect(fillPathParams(url, [{ name: 'y', value: '' }])).toEqual({ url, missing: [':x', ':y'] });
  });

  test('an address without segments is not touched, whatever the values', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, value) => {
        fc.pre(pathParamNames(url).length === 0);
        expect(fillPathParams(url, [{ name: 'id', value }])).toEqual({ url, missing: [] });
      }),
    );
  });
});
