import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIp } from './ip-range.ts';
import { noProxyEntry } from './no-proxy.ts';

test.each<[string, string, string | undefined]>([
  ['', 'http://a.example/', undefined],
  [' , ,', 'http://a.example/', undefined],
  ['.', 'http://a.example/', undefined],
  ['*', 'http://a.example/', '*'],
  ['b.example', 'http://a.example/', undefined],
  ['example', 'http://a.example/', 'example'],
  ['a.example', 'http://a.example/', 'a.example'],
  ['A.EXAMPLE', 'http://a.example/', 'A.EXAMPLE'],
  ['a.example.', 'http://a.example/', 'a.example.'],
  ['a.example', 'http://a.example./', 'a.example'],
  ['a.example', 'http://x.a.example/', 'a.example'],
  ['.a.example', 'http://x.a.example/', '.a.example'],
  ['*.a.example', 'http://x.a.example/', '*.a.example'],
  ['.a.example', 'http://a.example/', '.a.example'],
  ['a.example', 'http://xa.example/', undefined],
  ['a.example', 'http://a.example.com/', undefined],
  ['x.a.example', 'http://a.example/', undefined],
  ['one.example,two.example', 'http://two.example/', 'two.example'],
  ['one.example two.example', 'http://two.example/', 'two.example'],
  ['one.example, a.example', 'https://a.example/', 'a.example'],
  // Ports
  ['a.example:80', 'http://a.example/', 'a.example:80'],
  ['a.example:443', 'https://a.example/', 'a.example:443'],
  ['a.example:443', 'http://a.example/', undefined],
  ['a.example:8080', 'http://a.example:8080/', 'a.example:8080'],
  ['a.example:8080', 'http://a.example:8081/', undefined],
  // Addresses
  ['127.0.0.1', 'http://127.0.0.1/', '127.0.0.1'],
  ['127.0.0.1:81', 'http://127.0.0.1:81/', '127.0.0.1:81'],
  ['127.0.0.1', 'http://127.0.0.11/', undefined],
  ['0.0.1', 'http://127.0.0.1/', undefined],
  ['127.0.0.1', 'http://localhost/', undefined],
  ['10.0.0.0/8', 'http://10.200.3.4/', '10.0.0.0/8'],
  ['10.0.0.0/8', 'http://11.0.0.1/', undefined],
  ['192.168.1.128/25', 'http://192.168.1.127/', undefined],
  ['192.168.1.128/25', 'http://192.168.1.200/', '192.168.1.128/25'],
  ['0.0.0.0/0', 'http://8.8.8.8/', '0.0.0.0/0'],
  ['10.0.0.0/33', 'http://10.0.0.1/', undefined],
  ['10.0.0/8', 'http://10.0.0.1/', undefined],
  ['10.0.0.0/8', 'http://ten.example/', undefined],
  ['::1', 'http://[::1]/', '::1'],
  ['[::1]', 'http://[::1]:8080/', '[::1]'],
  ['[::1]:8080', 'http://[::1]:8080/', '[::1]:8080'],
  ['[::1]:8080', 'http://[::1]/', undefined],
  ['0:0:0:0:0:0:0:1', 'http://[::1]/', '0:0:0:0:0:0:0:1'],
  ['fd00::/8', 'http://[fd12:3456::1]/', 'fd00::/8'],
  ['fd00::/8', 'http://[fe80::1]/', undefined],
  ['0.0.0.1', 'http://[::1]/', undefined],
  ['::/0', 'http://127.0.0.1/', undefined],
  ['a.example', 'not a url', undefined],
])('no_proxy=%j for %s: %s', (list, url, expected) => {
  expect(noProxyEntry(list, url)).toBe(expected);
});

test('any text is a list, and names nobody by accident', () => {
  fc.assert(
    fc.property(fc.string(), (list) => {
      const entry = noProxyEntry(list, 'http://q7.example:81/');
      expect(entry === undefined || entry === '*' || /example/i.test(entry)).toBe(true);
    }),
  );
});

test.each<[string, bigint | undefined]>([
  ['1.2.3.4', 0x01020304n],
  ['1.2.3.256', undefined],
  ['1.2.3', undefined],
  ['a.example', undefined],
  ['::', 0n],
  ['1::', 1n << 112n],
  ['::ffff:1.2.3.4', 0xffff01020304n],
  ['1:2:3:4:5:6:7:8:9', undefined],
])('the address %s', (text, value) => {
  expect(parseIp(text)?.value).toBe(value);
});
