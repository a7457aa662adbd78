import fc from 'fast-check';
import { expect, test } from 'vitest';
import { providers } from '../providers/index.ts';
import { rules } from '../rules/index.ts';
import type { Demand } from './demand.ts';
import { alternativesOf, demandOf, sought } from './demand.ts';
import { whole } from './patterns.test-support.ts';

test.each<[RegExp, Demand]>([
  [/Expired Token/i, 'expired token'],
  [
    /"code"\s*:\s*"(?:rest_forbidden|jwt_auth_)/,
    { all: ['"code"', { any: ['rest_forbidden', 'jwt_auth_'] }] },
  ],
  [/bad credentials|unknown key/, { any: ['bad credentials', 'unknown key'] }],
  [/tokens? (?:is )?expired/, { all: ['token', 'expired'] }],
  [/tok(?:en)?/, 'tok'],
  [/revoked|at/, undefined],
  [/revoked|/, undefined],
  [/(?!password)secret/, 'secret'],
  [/(?<=user )name/, 'name'],
  [/abcd{2}efgh/, { all: ['abcd', 'efgh'] }],
  [/abcde{0,2}fg/, 'abcd'],
  [/AADSTS\d{5}/, 'aadsts'],
  [/[Ss]ession expired/, 'ession expired'],
  [/\bexpired\.\[x\]/, 'expired.[x]'],
  [/{"error"}/, '{"error"}'],
  [/签名/, '签签签名名名'],
  [/每.{0,4}秒/, { all: ['每每每', '秒秒秒'] }],
  [/Verschlüsselung/, 'verschlüsselung'],
  [/ОТОЗВАН/i, 'отозван'],
  [/λόγος/i, undefined],
  [/expired/iu, 'expired'],
  [/expired/iv, undefined],
])('%s demands %j', (pattern, demand) => {
  expect(demandOf(pattern)).toEqual(demand);
});

test('a sign that is half a word counts thrice, where it is sought and where it is found', () => {
  expect(sought('Token 过期')).toBe('token 过过过期期期');
});

test.each([
  [/KEY|SESSION/iu, '\u212aey'],
  [/session/iu, 'se\u017f\u017fion'],
  [/straße/i, 'STRAßE'],
  [/пароль/iu, 'ПАРОЛЬ'],
  [/ÿ{3}abc/i, 'ŸŸŸABC'],
])('what %s takes for its letters is there: %s', (pattern, text) => {
  expect(pattern.test(text)).toBe(true);
  const holds = (demand: Demand): boolean => {
    if (demand === undefined) return true;
    if (typeof demand === 'string') return sought(text).includes(demand);
    return 'all' in demand ? demand.all.every(holds) : demand.any.some(holds);
  };
  expect(holds(demandOf(pattern))).toBe(true);
});

test('alternatives are told apart at the outermost level only', () => {
  const sources = (pattern: RegExp) => alternativesOf(pattern).map(({ source }) => source);
  expect(sources(/a(?:b|c)|[|]d|\|e/)).toEqual(['a(?:b|c)', '[|]d', '\\|e']);
  expect(sources(/(["'])key\1|other/)).toEqual([`(["'])key\\1|other`]);
});

test('the alternatives of a pattern find what it finds', () => {
  fc.assert(
    fc.property(whole, whole, (one, { text }) => {
      const pattern = new RegExp(one.source, 'i');
      const found = alternativesOf(pattern)
        .map(({ source }) => new RegExp(source, 'i').exec(text))
        .filter((match) => match !== null)
        .toSorted((a, b) => a.index - b.index)[0];
      const expected = pattern.exec(text);
      expect([found?.index, found?.[0]]).toEqual([expected?.index, expected?.[0]]);
    }),
    { numRuns: 200 },
  );
});

test('it is known what nearly every pattern of the tables demands', () => {
  const patterns: readonly RegExp[] = [
    ...rules.flatMap(({ phrases }) => phrases.map(({ says }) => says)),
    ...providers.flatMap(({ body, hosts, signs }) => [body, hosts, ...signs.map(({ says }) => says)]),
  ].filter((pattern) => pattern !== undefined);
  const alternatives = patterns.flatMap(alternativesOf);
  const open = alternatives.filter(({ demand }) => demand === undefined);
  expect(open.length / alternatives.length).toBeLessThan(0.01);
});
