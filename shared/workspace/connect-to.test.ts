import { expect, test } from 'vitest';
import { destinationOf, parseConnectTo, type ConnectTo } from './connect-to.ts';

const rule = (from: [string, number?], to: [string, number?]): ConnectTo => ({
  from: { host: from[0], port: from[1] },
  to: { host: to[0], port: to[1] },
});

test.each<[string, ConnectTo]>([
  ['API.example.com:443:server-1.example:8443', rule(['api.example.com', 443], ['server-1.example', 8443])],
  ['a:80::', rule(['a', 80], [''])],
  [':::8443', rule([''], ['', 8443])],
  ['::b:', rule([''], ['b'])],
  ['[::1]:443:[fe80::1]:1', rule(['::1', 443], ['fe80::1', 1])],
  [' a:1:b:2 ', rule(['a', 1], ['b', 2])],
])('%s', (text, expected) => {
  expect(parseConnectTo(text)).toEqual(expected);
});

test.each(['', 'a', 'a:1', 'a:1:b', 'a:x:b:2', 'a:1:b:70000', '::1:443:b:2', 'a b:1:c:2', 'a:1:b:2:3'])(
  'no rule: "%s"',
  (text) => {
    expect(parseConnectTo(text)).toBeUndefined();
  },
);

test('the first rule that fits says where to, and empty parts change nothing', () => {
  const rules = ['a:443:b:8443', 'a::c:', ':81::82'].flatMap((text) => parseConnectTo(text) ?? []);
  const to = (hostname: string, port: number): string => {
    const found = destinationOf(rules, { hostname, port });
    return `${found.hostname}:${found.port}`;
  };
  expect([to('A', 443), to('a', 80), to('x', 81), to('x', 443)]).toEqual(['b:8443', 'c:80', 'x:82', 'x:443']);
});
