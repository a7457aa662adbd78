import { describe, expect, test } from 'vitest';
import { splitUrl } from '../workspace/draft.ts';
import { addressOf } from './address.ts';

describe('addressOf', () => {
  test.each<[string, string, string]>([
    ['https://api.example.com/v1/me', 'https://api.example.com/v1/me', 'api.example.com'],
    ['https://api.example.com', 'https://api.example.com/', 'api.example.com'],
    ['https://api.example.com?a=1', 'https://api.example.com/?a=1', 'api.example.com'],
    ['  https://h/p  ', 'https://h/p', 'h'],
    ['api.example.com/v1', 'https://api.example.com/v1', 'api.example.com'],
    ['//api.example.com/v1', 'https://api.example.com/v1', 'api.example.com'],
    ['api.example.com:8443', 'https://api.example.com:8443/', 'api.example.com:8443'],
    ['localhost:3000/x', 'http://localhost:3000/x', 'localhost:3000'],
    ['127.0.0.1:18101/basic/', 'http://127.0.0.1:18101/basic/', '127.0.0.1:18101'],
    ['[::1]:80/', 'http://[::1]/', '[::1]'],
    ['HTTPS://EXAMPLE.com:443/A', 'https://example.com/A', 'example.com'],
    ['http://example.com:443/', 'http://example.com:443/', 'example.com:443'],
    ['https://bücher.example/straße', 'https://xn--bcher-kva.example/stra%C3%9Fe', 'xn--bcher-kva.example'],
    ['https://h/a b?c d=e f', 'https://h/a%20b?c%20d=e%20f', 'h'],
    ['https://h/a//b/../c/./d', 'https://h/a//b/../c/./d', 'h'],
    ['https://h/%7Euser/%2f|{}[]"<>`\\', 'https://h/%7Euser/%2f|{}[]"<>`\\', 'h'],
    ['https://h/{{id}}?x={{y}}', 'https://h/{{id}}?x={{y}}', 'h'],
    ['https://h/?a=&b&=c&&', 'https://h/?a=&b&=c&&', 'h'],
    ['https://h/😀\ud800', 'https://h/%F0%9F%98%80%EF%BF%BD', 'h'],
    ['https://h/p#fragment', 'https://h/p', 'h'],
    ['https://h/p?q#fragment', 'https://h/p?q', 'h'],
  ])('%s', (typed, url, host) => {
    expect(addressOf(splitUrl(typed))).toEqual({ ok: true, url, host, userinfo: undefined });
  });

  test.each<[string, string, string]>([
    ['https://alice:wonderland@h/', 'alice', 'wonderland'],
    ['https://alice@h/', 'alice', ''],
    ['https://:secret@h/', '', 'secret'],
    ['https://a%40b:p%3A%20w@h/', 'a@b', 'p: w'],
    ['https://a:p:w@h/', 'a', 'p:w'],
    ['https://a:100%@h/', 'a', '100%'],
    ['https://a:p@w@h/', 'a', 'p@w'],
  ])('credentials of %s are taken out', (typed, user, password) => {
    expect(addressOf({ url: typed, params: [] })).toEqual({
      ok: true,
      url: 'https://h/',
      host: 'h',
      userinfo: { user, password },
    });
  });

  test('an empty userinfo is none', () => {
    expect(addressOf({ url: 'https://@h/', params: [] })).toMatchObject({ userinfo: undefined });
  });

  test('parameters join a query that is in the address already; those switched off stay away', () => {
    const params = [
      { name: 'b', value: '2#3', on: true },
      { name: 'c', on: false },
      { name: 'd', on: true },
    ];
    expect(addressOf({ url: 'https://h/p?a=1', params })).toMatchObject({ url: 'https://h/p?a=1&b=2%233&d' });
  });

  test.each<[string, RegExp]>([
    ['', /no address yet/],
    ['ftp://h/', /"ftp:" cannot be sent/],
    ['https:///p', /host/],
    ['https://exa mple.com/', /not a host/],
    ['https://h:99999/', /not a host/],
    ['https://{{host}}/v1', /\{\{host\}\} stands in the host/],
    ['https://good.example\\@evil.example/', /backslash/],
    ['https://h/a\nb', /line break/],
    ['https://h\t/', /control character/],
  ])('%j cannot be sent', (url, message) => {
    const address = addressOf({ url, params: [] });
    expect(address.ok ? address.url : address.message).toMatch(message);
    expect(address.ok).toBe(false);
  });
});
