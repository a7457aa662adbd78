import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { decodeBasic, encodeBasic, type BasicCharset } from './codec.ts';

describe('encodeBasic', () => {
  test.each<[string, string, string, BasicCharset, string]>([
    ['RFC 7617 §2', 'Aladdin', 'open sesame', 'utf-8', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['RFC 7617 §2.1', 'test', '123£', 'utf-8', 'Basic dGVzdDoxMjPCow=='],
    ['the same in Latin-1', 'test', '123£', 'iso-8859-1', 'Basic dGVzdDoxMjOj'],
    ['colons in the password', 'colon', 'p:a:s:s', 'utf-8', 'Basic Y29sb246cDphOnM6cw=='],
    ['nothing at all', '', '', 'utf-8', 'Basic Og=='],
  ])('%s', (_, user, password, charset, value) => {
    expect(encodeBasic(user, password, charset)).toEqual({ ok: true, value, warnings: [] });
  });

  test.each<[string, string, string, BasicCharset, RegExp]>([
    ['a colon in the user name', 'a:b', 'c', 'utf-8', /user name contains a colon/],
    ['NUL in the user name', 'a\0', 'c', 'utf-8', /user name contains a NUL/],
    ['DEL in the password', 'a', 'c\x7f', 'utf-8', /password contains a NUL or DEL/],
    ['what Latin-1 cannot say', 'a', '5 €', 'iso-8859-1', /use UTF-8/],
  ])('refuses %s', (_, user, password, charset, problem) => {
    const encoded = encodeBasic(user, password, charset);
    expect(encoded.ok ? encoded.value : encoded.problem).toMatch(problem);
    expect(encoded.ok).toBe(false);
  });

  test.each([
    ['a', 'b\n', ['The password contains a line break or another control character.']],
    [' a', 'b', ['The user name begins or ends with a space.']],
    ['a', 'b c', []],
  ])('warns of what servers stumble over: %j %j', (user, password, warnings) => {
    expect(encodeBasic(user, password, 'utf-8')).toMatchObject({ ok: true, warnings });
  });
});

describe('decodeBasic', () => {
  test.each<[string, string, string, string, BasicCharset, number]>([
    ['a field value', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', 'Aladdin', 'open sesame', 'utf-8', 0],
    ['any case of the scheme', 'bAsIc Og==', '', '', 'utf-8', 0],
    ['the Base64 alone', 'dGVzdDoxMjPCow==', 'test', '123£', 'utf-8', 0],
    ['Latin-1, and says so', 'Basic dGVzdDoxMjOj', 'test', '123£', 'iso-8859-1', 1],
    ['missing padding, and says so', 'Basic Og', '', '', 'utf-8', 1],
    ['the first colon ends the user name', 'Basic Y29sb246cDphOnM6cw==', 'colon', 'p:a:s:s', 'utf-8', 0],
    ['a byte order mark is part of the name', 'Basic 77u/YTpi', '\ufeffa', 'b', 'utf-8', 1],
  ])('%s', (_, value, user, password, charset, problems) => {
    const decoded = decodeBasic(value);
    expect(decoded).toMatchObject({ readable: true, user, password, charset });
    expect(decoded.problems).toHaveLength(problems);
  });

  test.each([
    ['no Base64', 'Basic !!!', /not Base64/],
    ['another scheme', 'Bearer abc', /not Base64/],
    ['no colon', 'Basic Zm9v', /no colon/],
    ['cut short', 'Basic Zm9vO', /cut short/],
    ['nothing', '', /no colon/],
  ])('says why it cannot read %s', (_, value, problem) => {
    const decoded = decodeBasic(value);
    expect(decoded.readable).toBe(false);
    expect(decoded.problems.join()).toMatch(problem);
  });
});

interface Vector {
  readonly id: string;
  readonly direction: 'both' | 'parse' | 'build';
  readonly charset: string;
  readonly credentials: { readonly username: string; readonly password: string } | null;
  readonly header: string | null;
  readonly expect?: 'invalid' | 'not-utf8';
}

const file = fileURLToPath(new URL('../../../../shared/vectors/basic.json', import.meta.url));

describe.runIf(existsSync(file))('vectors/basic.json', () => {
  const { vectors } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] })
    : { vectors: [] };

  test.each(
    vectors.filter(({ direction }) => direction !== 'build').map((vector) => [vector.id, vector] as const),
  )('reads %s', (_, { header, credentials, expect: wanted }) => {
    const decoded = decodeBasic(header ?? '');
    if (wanted === 'invalid') return expect(decoded.readable).toBe(false);
    if (wanted === 'not-utf8') return expect(decoded.problems.join()).toMatch(/not UTF-8/);
    return expect(decoded).toMatchObject({ user: credentials?.username, password: credentials?.password });
  });

  test.each(
    vectors.filter(({ direction }) => direction !== 'parse').map((vector) => [vector.id, vector] as const),
  )('writes %s', (_, { header, credentials, charset, expect: wanted }) => {
    const encoded = encodeBasic(
      credentials?.username ?? '',
      credentials?.password ?? '',
      charset.toLowerCase() === 'utf-8' ? 'utf-8' : 'iso-8859-1',
    );
    if (wanted === 'invalid') return expect(encoded.ok).toBe(false);
    return expect(encoded).toMatchObject({ ok: true, value: header });
  });
});

if (!existsSync(file)) {
  console.log('skipped: vectors/basic.json is not beside the project');
  it.skip('vectors/basic.json');
}

test('what is written can be read again, in both charsets', () => {
  for (const charset of ['utf-8', 'iso-8859-1'] as const) {
    const encoded = encodeBasic('jürgen', 'pässwörd', charset);
    const value = encoded.ok ? encoded.value : '';
    expect(decodeBasic(value)).toMatchObject({ user: 'jürgen', password: 'pässwörd', charset });
    expect(byteStringOfBase64(value.slice(6))?.length).toBe(charset === 'utf-8' ? 18 : 15);
  }
});
