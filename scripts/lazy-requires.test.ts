import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { circleIn, withLazyRequires } from './lazy-requires.mjs';

/** Runs a chunk whose `require` only notes what is asked for; `found` is what the chunk leaves behind. */
const run = (code: string): { readonly required: readonly string[]; readonly found: unknown } => {
  const required: string[] = [];
  const require = (id: string) => {
    required.push(id);
    class Thing {
      readonly from = id;
    }
    return { name: id, Thing, default: id, tag: () => id };
  };
  const context = createContext({
    require,
    required,
    interop: { __toESM: (it: object) => ({ ...it, es: true }) },
  });
  runInContext(withLazyRequires(code), context);
  return { required: [...required], found: runInContext('found', context) };
};

describe('a require at the top', () => {
  test.each([
    ['is not asked for until it is used', 'const a = require("a"); var found = () => a.name;', []],
    ['is asked for by a use while loading', 'const a = require("a"); var found = a.name;', ['a']],
    ['is asked for once', 'let a = require("a"); var found = [a.name, a.name];', ['a']],
    ['stays where nothing takes its value', 'require("a"); var found = 1;', ['a']],
    [
      'stays where the name means something else further down',
      'let a = require("a"); var found = (a) => a;',
      ['a'],
    ],
    [
      'stays where the helpers of the bundler are meant',
      'const r = require("./rolldown-runtime-x.js"); var found;',
      ['./rolldown-runtime-x.js'],
    ],
  ])('%s', (_, code, required) => expect(run(code).required).toEqual(required));

  test.each<[string, string, unknown]>([
    ['a member', 'a.name', 'a'],
    ['a call without its object', '(0, a.tag)()', 'a'],
    ['a construction', 'new a.Thing().from', 'a'],
    ['a construction deep within', 'new a.Thing.prototype.constructor().from', 'a'],
    ['a base class', 'new (class extends a.Thing {})().from', 'a'],
    ['a shorthand', '({ a }).a.name', 'a'],
    ['a key of the same name', '({ a: 1, b: a.name }).a', 1],
    ['a member of the same name', '({ a: 1 }).a', 1],
    ['a method of the same name', 'new (class { a() { return 2; } })().a()', 2],
    ['a computed member', '({ a: 3 })[a.name]', 3],
  ])('%s is used as before', (_, expression, value) =>
    expect(run(`const a = require("a"); var found = ${expression};`).found).toEqual(value),
  );

  test('the interop for a default import comes with it', () => {
    const { required, found } = run(
      'let a = require("a"); a = interop.__toESM(a, 1); var found = () => a; var seen = [...required]; found = [seen, a.es];',
    );
    expect(found).toEqual([[], true]);
    expect(required).toEqual(['a']);
  });
});

describe('chunks that need each other', () => {
  test.each<[string, Readonly<Record<string, readonly string[]>>, readonly string[] | undefined]>([
    ['none', {}, undefined],
    ['one that others share', { a: ['b', 'c'], b: ['c'], c: [] }, undefined],
    ['what lies outside', { a: ['node:fs'] }, undefined],
    ['two', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
    [
      'a longer way, not from its beginning',
      { a: ['b'], b: ['c'], c: ['d'], d: ['b'] },
      ['b', 'c', 'd', 'b'],
    ],
  ])('%s', (_, needs, circle) => expect(circleIn(new Map(Object.entries(needs)))).toEqual(circle));
});
