import { describe, expect, it } from 'vitest';
import { readPaste } from './paste.ts';

const paste = (text: string): ReturnType<typeof readPaste> => readPaste(text, () => 'id');

describe('a fetch() call', () => {
  it('as a browser copies it', () => {
    expect(
      paste(`fetch("https://a.example/x?y=1", {
  "headers": {
    "accept": "application/json",
    "authorization": "Bearer {{token}}",
    "x": "it's \\"q\\" \\u00e9"
  },
  "referrer": "https://b.example/",
  "body": "{\\"a\\":1}",
  "method": "POST",
  "mode": "cors",
  "credentials": "include"
});`),
    ).toMatchObject({
      draft: {
        method: 'POST',
        url: 'https://a.example/x',
        params: [{ name: 'y', value: '1', on: true }],
        fields: [
          { name: 'accept', value: 'application/json' },
          { name: 'authorization', value: 'Bearer {{token}}' },
          { name: 'x', value: 'it\'s "q" é' },
          { name: 'Referer', value: 'https://b.example/' },
        ],
        body: { kind: 'text', text: '{"a":1}', contentType: 'text/plain;charset=UTF-8' },
      },
      notes: [expect.stringContaining('cookies')],
    });
  });

  it.each<[string, string, object]>([
    ['alone', 'fetch("https://a.example")', { method: 'GET', body: { kind: 'none' } }],
    [
      'awaited and assigned',
      "const r = await fetch('https://a.example', { method: 'PUT' });",
      { method: 'PUT' },
    ],
    ['a template without holes', 'fetch(`https://a.example`)', { url: 'https://a.example' }],
    ['joined strings', 'fetch("https://a.example" + "/x")', { url: 'https://a.example/x' }],
    [
      'pairs',
      'fetch("https://a.example", { headers: [["A", "1"], ["A", "2"]] })',
      {
        fields: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
    ],
    [
      'new Headers',
      'fetch("https://a.example", { headers: new Headers({ A: "1" }) })',
      { fields: [{ name: 'A', value: '1' }] },
    ],
    [
      'JSON.stringify',
      'fetch("https://a.example", { method: "POST", body: JSON.stringify({ a: [1, true, null], }) })',
      { body: { text: '{"a":[1,true,null]}' } },
    ],
    [
      'new URLSearchParams',
      'fetch("https://a.example", { method: "POST", body: new URLSearchParams({ a: "b c" }) })',
      { body: { text: 'a=b+c' } },
    ],
    [
      'btoa',
      'fetch("https://a.example", { headers: { Authorization: "Basic " + btoa("u:p") } })',
      { fields: [{ name: 'Authorization', value: 'Basic dTpw' }] },
    ],
    ['comments', 'fetch(/* where */ "https://a.example", { // how\n method: "POST" })', { method: 'POST' }],
    [
      'no redirects',
      'fetch("https://a.example", { redirect: "manual" })',
      { settings: { followRedirects: false } },
    ],
    ['window.fetch', 'window.fetch("//a.example")', { url: 'https://a.example' }],
  ])('%s', (_, text, draft) => {
    expect(paste(text)).toMatchObject({ kind: 'request', from: 'fetch', draft });
  });

  it.each([
    ['a variable', 'fetch(url)', /line 1/],
    ['a call', 'fetch("https://a.example", {\n body: make() })', /line 2/],
    ['a template with a hole', 'fetch(`https://a.example/${id}`)', /line 1/],
    ['a relative address', 'fetch("/api")', /absolute/],
    ['an open string', 'fetch("https://a.example', /line 1/],
    ['too deep', `fetch("https://a.example", ${'['.repeat(100)}`, /line 1/],
  ])('%s is refused with a sentence', (_, text, why) => {
    expect(paste(text)).toMatchObject({ kind: 'unknown', why: expect.stringMatching(why) });
  });
});
