import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAuthParams } from './auth-params.ts';
import { parseCredentials } from './credentials.ts';

describe('RFC 9110 §11.6.2', () => {
  test.each([
    ['Bearer abc.def', 'bearer', 'abc.def', 'abc.def'],
    ['basic QTpC', 'basic', 'QTpC', 'QTpC'],
    ['  Bearer   x  ', 'bearer', 'x', 'x'],
    ['Bearer Bearer x', 'bearer', 'Bearer x', undefined],
    ['Bearer "x"', 'bearer', '"x"', undefined],
    ['Bearer', 'bearer', '', undefined],
    ['Bearer ', 'bearer', '', undefined],
    ['eyJhbGci.e30.x/y', '', 'eyJhbGci.e30.x/y', undefined],
    ['', '', '', undefined],
    ['Bearer:x', '', 'Bearer:x', undefined],
  ])('%j', (value, scheme, rest, token68) => {
    const read = parseCredentials(value);
    expect([read.scheme, read.rest, read.token68]).toEqual([scheme, rest, token68]);
    expect(value.slice(read.restSpan.start, read.restSpan.end)).toBe(rest);
  });

  test('parameters of Digest, with a comma inside quotes', () => {
    const { params, problems } = parseCredentials('Digest username="a,b", uri="/x", nc=00000001');
    expect(params.map((param) => [param.name, param.value])).toEqual([
      ['username', 'a,b'],
      ['uri', '/x'],
      ['nc', '00000001'],
    ]);
    expect(problems).toEqual([]);
  });

  test('a fault in the parameters has a place', () => {
    expect(parseCredentials('Digest username="a').problems[0]?.at).toBe(16);
  });

  test.each([
    [
      'rspauth="a,b", nc=00000001, nextnonce=""',
      [
        ['rspauth', 'a,b'],
        ['nc', '00000001'],
        ['nextnonce', ''],
      ],
      0,
    ],
    ['', [], 0],
    ['rspauth="open', [['rspauth', 'open']], 1],
    ['words only', [], 1],
  ])('parameters without a scheme (§11.6.3): %j', (value, params, problems) => {
    const read = parseAuthParams(value);
    expect(read.params.map((param) => [param.name, param.value])).toEqual(params);
    expect(Math.min(read.problems.length, 1)).toBe(problems);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseCredentials(text)));
    fc.assert(fc.property(fc.string(), (text) => void parseCredentials(`Digest ${text}`)));
    fc.assert(fc.property(fc.string(), (text) => void parseAuthParams(text)));
  });
});
