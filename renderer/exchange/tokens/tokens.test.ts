import { describe, expect, test } from 'vitest';
import type { Exchange, SentRequest } from '../../../shared/exchange/exchange.ts';
import { jwtOf, sampleAttempt, sampleExchange, sampleResponse } from '../sample.test-support.ts';
import { comparableTokens } from './comparable-tokens.ts';
import { tokenDifferences } from './token-differences.ts';
import { pastedToken, tokensIn } from './tokens-in.ts';

const [first, second] = [jwtOf({ sub: 'first' }), jwtOf({ sub: 'second' })];
const exchangeWith = (request: Partial<SentRequest>, id = 'own'): Exchange => {
  const plain = sampleExchange({ id }, sampleResponse({ fields: [], body: { kind: 'none' } }));
  return { ...plain, request: { ...plain.request, fields: [], ...request } };
};
const field = (name: string, value: string): Partial<SentRequest> => ({ fields: [{ name, value }] });
const body = JSON.stringify({ id_token: first, access_token: second });

describe('where tokens are found', () => {
  test.each<readonly [string, Partial<SentRequest>, readonly string[]]>([
    ['a field', field('Authorization', `Bearer ${first}`), ['Request › Authorization']],
    ['a cookie', field('Cookie', `a=1; session=${first}`), ['Request › Cookie › session']],
    ['the URL', { url: `https://a.example/?access_token=${first}&x=1` }, ['Request › URL › access_token']],
    [
      'a body',
      { body: { kind: 'text', text: body, size: body.length } },
      ['Request › body › id_token', 'Request › body › access_token'],
    ],
    ['an opaque one', field('Authorization', 'Bearer opaque-1'), []],
    ['what only begins like one', field('X', 'eyJhbGciOi.x.y'), []],
  ])('%s', (_, request, where) =>
    expect(tokensIn(exchangeWith(request)).map((token) => token.where)).toEqual(where),
  );

  test('the body of the answer', () => {
    const response = sampleResponse({ fields: [], body: { kind: 'text', text: body, size: body.length } });
    const exchange = { ...exchangeWith({}), outcome: { kind: 'answered' as const, response } };
    expect(tokensIn(exchange).map(({ where }) => where)).toEqual([
      'Response › body › id_token',
      'Response › body › access_token',
    ]);
  });

  test('one that occurs again is counted', () => {
    const fields = [
      { name: 'Authorization', value: `Bearer ${first}` },
      { name: 'X-Token', value: first },
    ];
    expect(tokensIn(exchangeWith({ fields }))).toMatchObject([
      { where: 'Request › Authorization', further: 1 },
    ]);
  });
});

test.each([
  ['bare', first, true],
  ['with its scheme', `Authorization: Bearer ${first}`, true],
  ['opaque', 'abc', false],
  ['nothing', '', false],
] as const)('pasted: %s', (_, text, isToken) => expect(pastedToken(text) !== undefined).toBe(isToken));

test('two tokens claim by claim', () => {
  const [left, right] = [
    pastedToken(jwtOf({ sub: 'a', scope: 'read' })),
    pastedToken(jwtOf({ sub: 'a', jti: '7' })),
  ];
  if (left === undefined || right === undefined) throw new Error('Both are tokens.');
  const rows = tokenDifferences(left, right, { atMs: 0, relation: 'now' });
  const of = (name: string) => rows.find((row) => row.name === name);
  expect(of('sub')).toMatchObject({ differs: false, part: 'Claims' });
  expect(of('scope')).toMatchObject({ differs: true, right: undefined });
  expect(of('jti')).toMatchObject({ differs: true, left: undefined });
  expect(rows.filter(({ part }) => part === 'Header').every(({ differs }) => !differs)).toBe(true);
});

test('what can be compared is every other token of the attempts, once', () => {
  const own = exchangeWith(field('Authorization', `Bearer ${first}`));
  const other = exchangeWith(field('Authorization', `Bearer ${second}`), 'other');
  const [token] = tokensIn(own);
  if (token === undefined) throw new Error('There is one.');
  const attempts = [sampleAttempt([own]), sampleAttempt([other, own])];
  expect(comparableTokens(token, own, attempts).map(({ where }) => where)).toEqual([
    'Attempt 2 › Request › Authorization',
  ]);
});
