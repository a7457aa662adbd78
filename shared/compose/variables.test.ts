import { describe, expect, test } from 'vitest';
import { emptyDraft, type Draft } from '../workspace/draft.ts';
import { fillDraft, fillSettings, placeholderNames, substitute, unresolvedInSettings } from './variables.ts';

const variables = new Map([
  ['host', 'api.example.com'],
  ['base', 'https://{{host}}'],
  ['a', '{{b}}'],
  ['b', '{{a}}'],
  ['deep', '{{base}}/v1'],
  ['odd', `$& "quoted" 100 %\n`],
  ['empty', ''],
  ['with space', 'ok'],
]);

describe('substitute', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['plain text', 'no variables { here } {}', 'no variables { here } {}', []],
    ['one', 'https://{{host}}/v1', 'https://api.example.com/v1', []],
    ['spaces around the name', '{{ host }}', 'api.example.com', []],
    ['a space within the name', '{{with space}}', 'ok', []],
    ['twice', '{{host}},{{host}}', 'api.example.com,api.example.com', []],
    ['a value within a value', '{{base}}', 'https://api.example.com', []],
    ['no deeper', '{{deep}}', 'https://{{host}}/v1', ['host']],
    ['a circle ends and is reported', '{{a}}', '{{a}}', ['a']],
    ['verbatim', '[{{odd}}]', '[$& "quoted" 100 %\n]', []],
    ['an empty value is a value', '[{{empty}}]', '[]', []],
    [
      'unknown stays as typed',
      'Bearer {{ token }} {{token}} {{other}}',
      'Bearer {{ token }} {{token}} {{other}}',
      ['token', 'other'],
    ],
    ['JSON is no placeholder', '{"a":{"b":{}}} {{}} {{ }} {{"x"', '{"a":{"b":{}}} {{}} {{ }} {{"x"', []],
    ['names of objects are no variables', '{{constructor}}', '{{constructor}}', ['constructor']],
  ])('%s', (_, text, value, unresolved) => {
    expect(substitute(text, variables)).toEqual({ value, unresolved });
  });

  test('placeholderNames lists them as written', () => {
    expect(placeholderNames('{{a}}{{ b c }}{{}}')).toEqual(['a', 'b c']);
  });
});

describe('fillDraft', () => {
  const draft: Draft = {
    ...emptyDraft('d'),
    method: '{{host}}',
    url: '{{base}}/{{u1}}',
    params: [
      { name: '{{u2}}', value: '{{host}}', on: true },
      { name: '{{host}}', on: true },
      { name: '{{off1}}', value: '{{off1}}', on: false },
    ],
    fields: [
      { name: 'X-{{host}}', value: '{{u3}}', on: true },
      { name: '{{off2}}', value: '', on: false },
    ],
  };

  test('fills what is on, reports what is missing, leaves what is off', () => {
    const { value, unresolved } = fillDraft(draft, variables);
    expect(value.url).toBe('https://api.example.com/{{u1}}');
    expect(value.method).toBe('api.example.com');
    expect(value.params).toEqual([
      { name: '{{u2}}', value: 'api.example.com', on: true },
      { name: 'api.example.com', on: true },
      draft.params[2],
    ]);
    expect(value.fields).toEqual([{ name: 'X-api.example.com', value: '{{u3}}', on: true }, draft.fields[1]]);
    expect(unresolved).toEqual(['u1', 'u2', 'u3']);
  });

  test.each<[Draft['body'], Draft['body']]>([
    [{ kind: 'none' }, { kind: 'none' }],
    [
      { kind: 'text', text: '{{host}}', contentType: 'text/{{empty}}plain' },
      { kind: 'text', text: 'api.example.com', contentType: 'text/plain' },
    ],
    [
      {
        kind: 'form',
        fields: [
          { name: 'a', value: '{{host}}', on: true },
          { name: 'b', value: '{{host}}', on: false },
        ],
      },
      {
        kind: 'form',
        fields: [
          { name: 'a', value: 'api.example.com', on: true },
          { name: 'b', value: '{{host}}', on: false },
        ],
      },
    ],
    [
      {
        kind: 'multipart',
        parts: [
          { name: '{{host}}', on: true, value: '{{host}}' },
          { name: 'f', on: true, file: '/{{host}}', fileName: '{{host}}' },
          { name: '{{host}}', on: false },
        ],
      },
      {
        kind: 'multipart',
        parts: [
          { name: 'api.example.com', on: true, value: 'api.example.com' },
          { name: 'f', on: true, file: '/api.example.com', fileName: 'api.example.com' },
          { name: '{{host}}', on: false },
        ],
      },
    ],
    [
      { kind: 'file', path: '/{{host}}', contentType: '' },
      { kind: 'file', path: '/api.example.com', contentType: '' },
    ],
    [
      { kind: 'bytes', base64: 'e3tob3N0fX0=', contentType: '{{host}}' },
      { kind: 'bytes', base64: 'e3tob3N0fX0=', contentType: '{{host}}' },
    ],
  ])('body %j', (body, filled) => {
    expect(fillDraft({ ...emptyDraft('d'), body }, variables)).toMatchObject({
      value: { body: filled },
      unresolved: [],
    });
  });
});

test('fillSettings fills texts and leaves switches', () => {
  expect(
    fillSettings({ issuer: '{{base}}', allowHttp: true, clientSecret: '{{secret}}' }, variables),
  ).toEqual({
    value: { issuer: 'https://api.example.com', allowHttp: true, clientSecret: '{{secret}}' },
    unresolved: ['secret'],
  });
});

test('how a draft travels may lack values too', () => {
  const { settings } = emptyDraft('r');
  expect(unresolvedInSettings(settings, variables)).toEqual([]);
  const proxy = { url: 'http://{{host}}:{{port}}', username: '', password: { plain: '{{pw}}' } };
  const clientCertificate = { certificateFile: '{{dir}}/a.pem', passphrase: { ref: 'r1' } };
  expect(
    unresolvedInSettings(
      { ...settings, proxy, clientCertificate, resolve: ['{{host}}:1:{{ip}}'], trustedOrigins: ['{{x}}'] },
      variables,
    ),
  ).toEqual(['port', 'pw', 'dir', 'ip']);
});
