import { describe, expect, test } from 'vitest';
import { isRecord } from '../../shared/exchange/json.ts';
import { shelved } from '../../shared/exchange/vectors.test-support.ts';
import { utf8ByteString } from '../../shared/exchange/bytes.ts';
import { createCookieJar } from './cookie-jar.ts';

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (document: unknown): readonly Row[] => {
  const list = isRecord(document) ? document['vectors'] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
};
const text = (row: Row, name: string): string => String(row[name]);
const texts = (row: Row, name: string): readonly string[] => {
  const list = row[name];
  return Array.isArray(list) ? list.map((one) => utf8ByteString(String(one))) : [];
};

const nowMs = Date.UTC(2026, 0, 1);
/** Before every date of the vectors, so that none of them is over. */
const longAgoMs = Date.UTC(1500, 0, 1);
const typed = { method: 'GET', redirectedFrom: [] };

const cookies = shelved('vectors/cookies.json');

describe.skipIf(cookies === undefined)('conformance: cookies.json', () => {
  test.each(rowsOf(cookies).map((row) => [text(row, 'id'), row] as const))('%s', (_, row) => {
    const jar = createCookieJar();
    jar.receive(text(row, 'setUrl'), texts(row, 'setCookie'), nowMs);
    const { sent } = jar.choose(text(row, 'sentTo'), typed, nowMs);
    const expected = Array.isArray(row['expect']) ? row['expect'].filter(isRecord) : [];
    expect(sent.map(({ name, value }) => ({ name, value }))).toEqual(
      expected.map((one) => ({
        name: utf8ByteString(text(one, 'name')),
        value: utf8ByteString(text(one, 'value')),
      })),
    );
  });
});

const dates = shelved('vectors/cookie-dates.json');

describe.skipIf(dates === undefined)('conformance: cookie-dates.json', () => {
  test.each(rowsOf(dates).map((row) => [text(row, 'id'), row] as const))('%s', (_, row) => {
    const jar = createCookieJar();
    jar.receive('http://example.com/', [`a=b; Expires=${text(row, 'input')}`], longAgoMs);
    const [cookie] = jar.all(longAgoMs);
    const expected = typeof row['expect'] === 'string' ? Date.parse(row['expect']) : undefined;
    expect(cookie?.expiresAtMs).toBe(expected);
  });
});
