import { expect, test } from 'vitest';
import type { Provenance, SentField } from '../../shared/exchange/exchange.ts';
import { headerRows } from './header-rows.ts';
import { head, sampleExchange } from './sample.test-support.ts';
import { wireRows } from './wire-rows.ts';

const origins: readonly Provenance[] = [
  { from: 'typed', note: 'you' },
  { from: 'url', note: 'from the URL' },
  { from: 'auth', note: 'profile Acme prod' },
  { from: 'cookie-jar', note: 'cookie jar: sid from acme.example' },
  { from: 'body', note: 'from the body' },
  { from: 'default', note: 'default' },
  { from: 'redirect', note: 'kept by the redirect' },
  { from: 'proxy', note: 'for the proxy' },
  { from: 'token-request', note: 'of the token request' },
];

const sentWith = (fields: readonly SentField[]) => {
  const { request } = sampleExchange();
  return sampleExchange({
    request: { ...request, fields: [...fields], rawHead: head('GET / HTTP/1.1', fields) },
  });
};

test.each(origins)(
  'a field that is sent says where it comes from, on the wire and in Headers: $from',
  (origin) => {
    const exchange = sentWith([{ name: 'X-Example', value: '1', origin }]);
    const onWire = wireRows({ exchange, evidence: [], revealed: false, imported: false }).flatMap((row) =>
      row.kind === 'line' && row.name === 'X-Example' ? [row.provenance] : [],
    );
    expect(onWire).toEqual([origin.note]);
    expect(headerRows(exchange, [], false).request.map(({ provenance }) => provenance)).toEqual([
      origin.note,
    ]);
  },
);

test('a field of unknown origin claims none', () => {
  const exchange = sentWith([{ name: 'X-Example', value: '1' }]);
  const rows = wireRows({ exchange, evidence: [], revealed: false, imported: true });
  expect(rows.some((row) => row.kind === 'line' && row.provenance !== undefined)).toBe(false);
  expect(headerRows(exchange, [], false).request.map(({ provenance }) => provenance)).toEqual(['']);
});
