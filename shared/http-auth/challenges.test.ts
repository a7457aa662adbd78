import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authParam } from './auth.ts';
import { parseChallenges } from './challenges.ts';

const plain = (lines: readonly string[]) =>
  parseChallenges(lines).challenges.map(({ scheme, token68, params }) => ({
    scheme,
    ...(token68 === undefined ? {} : { token68 }),
    params: Object.fromEntries(params.map((param) => [param.name, param.value])),
  }));

describe('RFC 9110 §11.6.1', () => {
  test.each([
    ['one scheme', ['Basic realm="simple"'], [{ scheme: 'basic', params: { realm: 'simple' } }]],
    [
      'two schemes in one field, commas inside quotes',
      ['Newauth realm="apps", type=1, title="Login to \\"apps\\", please", Basic realm="simple"'],
      [
        { scheme: 'newauth', params: { realm: 'apps', type: '1', title: 'Login to "apps", please' } },
        { scheme: 'basic', params: { realm: 'simple' } },
      ],
    ],
    [
      'two field lines',
      ['Negotiate', 'NTLM'],
      [
        { scheme: 'negotiate', params: {} },
        { scheme: 'ntlm', params: {} },
      ],
    ],
    ['a token68', ['Negotiate oYG=='], [{ scheme: 'negotiate', token68: 'oYG==', params: {} }]],
    [
      'a token68, then a scheme',
      ['NTLM TlRM, Basic realm=x'],
      [
        { scheme: 'ntlm', token68: 'TlRM', params: {} },
        { scheme: 'basic', params: { realm: 'x' } },
      ],
    ],
    ['empty elements', [', ,Basic ,, realm = "x" ,'], [{ scheme: 'basic', params: { realm: 'x' } }]],
    [
      'a parameter named like a scheme',
      ['Digest basic=foo, qop="auth,auth-int"'],
      [{ scheme: 'digest', params: { basic: 'foo', qop: 'auth,auth-int' } }],
    ],
  ])('%s', (_, lines, expected) => {
    expect(plain(lines)).toEqual(expected);
    expect(parseChallenges(lines).problems).toEqual([]);
  });

  test.each([
    ['nothing', '', 0],
    ['an open quote', 'Basic realm="x', 12],
    ['a repeated parameter', 'Basic realm=a, realm=b', 15],
    ['words instead of parameters', 'blah blah blah', 5],
    ['a parameter before any scheme', 'realm="x"', 0],
    ['no space behind the scheme', 'Basic, realm="x"', 7],
    ['a parameter behind a token68', 'Other abc==, realm=x', 13],
  ])('%s is a problem with its place', (_, line, at) => {
    expect(parseChallenges([line]).problems[0]?.at).toBe(at);
  });

  test('spans point at what was read', () => {
    const line = 'Bearer realm="acme", error="invalid_token"';
    const [challenge] = parseChallenges([line]).challenges;
    const error = challenge?.params.find((param) => param.name === 'error');
    expect(line.slice(error?.span.start, error?.span.end)).toBe('error="invalid_token"');
    expect(challenge && authParam(challenge, 'ERROR')).toBe('invalid_token');
  });
});

test('never throws, and what a strict builder writes is read back', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseChallenges([text])));
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const value = fc.string({ maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key })), {
        minLength: 1,
      }),
      (schemes) => {
        const line = schemes
          .map(([scheme, params]) =>
            params.length === 0
              ? scheme
              : `${scheme} ${params.map(([key, text]) => `${key}="${text.replace(/["\\]/g, '\\$&')}"`).join(', ')}`,
          )
          .join(', ');
        expect(plain([line])).toEqual(
          schemes.map(([scheme, params]) => ({ scheme, params: Object.fromEntries(params) })),
        );
      },
    ),
  );
});

interface Vector {
  readonly id: string;
  readonly headers: readonly string[];
  readonly expect:
    readonly { scheme: string; token68?: string; params: Record<string, string> }[] | 'invalid';
  readonly level: string;
}

const file = new URL('../../../shared/vectors/www-authenticate.json', import.meta.url);
if (existsSync(file)) {
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] };
  describe('public vectors', () => {
    test.each(vectors.filter((v) => v.level === 'must').map((v) => [v.id, v] as const))('%s', (_, vector) => {
      expect(plain(vector.headers)).toEqual(vector.expect);
      expect(parseChallenges(vector.headers).problems).toEqual([]);
    });
    test.each(vectors.filter((v) => v.level === 'must-reject').map((v) => [v.id, v] as const))(
      '%s is flagged',
      (_, vector) => {
        expect(parseChallenges(vector.headers).problems).not.toEqual([]);
      },
    );
    test.each(vectors.filter((v) => v.level !== 'must').map((v) => [v.id, v] as const))(
      '%s does not throw',
      (_, v) => {
        expect(() => parseChallenges(v.headers)).not.toThrow();
      },
    );
  });
} else {
  test.skip('public vectors: skipped, ../shared/vectors is not here', () => {});
  console.log('skipped: challenge vectors, ../shared/vectors is not here');
}
