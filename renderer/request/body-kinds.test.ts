import { describe, expect, it } from 'vitest';
import { emptyDraft, type DraftBody } from '../../shared/workspace/draft.ts';
import { formattedBody, kindOf, mayFormat, toKind, withBodyKind } from './body-kinds.ts';

const text = (contentType: string, body = 'x'): DraftBody => ({ kind: 'text', text: body, contentType });

it.each([
  ['application/json', 'json'],
  ['application/problem+json; charset=utf-8', 'json'],
  ['text/xml', 'xml'],
  ['application/soap+xml', 'xml'],
  ['text/plain', 'text'],
  ['', 'text'],
])('a text of type %j is shown as %s', (type, kind) => {
  expect(kindOf(text(type))).toBe(kind);
});

describe('changing the kind', () => {
  it('keeps the text among text kinds', () => {
    expect(toKind(text('text/plain', '{}'), 'json')).toEqual(text('application/json', '{}'));
  });
  it('keeps fields between form and multipart', () => {
    const form: DraftBody = { kind: 'form', fields: [{ name: 'a', value: '1', on: false }] };
    expect(toKind(toKind(form, 'multipart'), 'form')).toEqual(form);
  });
  it('reads a GraphQL request out of JSON, and writes it as JSON again', () => {
    const graphql: DraftBody = { kind: 'graphql', query: '{ me }', variables: '', operationName: '' };
    expect(toKind(text('application/json', '{"query":"{ me }"}'), 'graphql')).toEqual(graphql);
    expect(toKind(graphql, 'json')).toEqual(text('application/json', '{"query":"{ me }"}'));
    expect(toKind(text('text/plain', '{ me }'), 'graphql')).toEqual(graphql);
  });
  it('posts a query unless another method was chosen', () => {
    const method = (given: string) => withBodyKind({ ...emptyDraft('r'), method: given }, 'graphql').method;
    expect(['GET', 'PUT', 'HEAD'].map(method)).toEqual(['POST', 'PUT', 'HEAD']);
    expect(withBodyKind(emptyDraft('r'), 'json').method).toBe('GET');
  });
  it('drops what the new kind cannot hold', () => {
    expect(toKind(text('text/plain'), 'none')).toEqual({ kind: 'none' });
    expect(toKind(text('text/plain'), 'form')).toEqual({ kind: 'form', fields: [] });
  });
});

it.each<[string, DraftBody, DraftBody | undefined]>([
  ['JSON', text('application/json', '{"a":1}'), text('application/json', '{\n  "a": 1\n}')],
  ['JSON that is laid out already', text('application/json', '{\n  "a": 1\n}'), undefined],
  ['text', text('text/plain', '{"a":1}'), undefined],
  [
    'variables of a query',
    { kind: 'graphql', query: '{a}', variables: '{"a":{{b}}}', operationName: '' },
    { kind: 'graphql', query: '{a}', variables: '{\n  "a": {{b}}\n}', operationName: '' },
  ],
  ['no body', { kind: 'none' }, undefined],
  ['XML', text('text/xml', '<a><b>{{b}}</b></a>'), text('text/xml', '<a>\n  <b>{{b}}</b>\n</a>')],
  ['XML that is not well formed', text('text/xml', '<a><b></a>'), undefined],
])('formats %s', async (_, body, expected) => {
  expect(await formattedBody(body)).toEqual(expected);
});

it.each<[DraftBody, boolean]>([
  [text('application/json', '[1]'), true],
  [text('application/json', '[\n  1\n]'), false],
  [text('application/json', 'no'), false],
  [text('application/json', 'no'.padEnd(200_001)), true],
  [text('text/plain', '[1]'), false],
  [text('text/plain', '[1]'.padEnd(200_001)), false],
  [text('text/xml', '<a/>'), true],
  [text('text/xml', ' '), false],
  [{ kind: 'graphql', query: '{a}', variables: '{"a":1}', operationName: '' }, true],
  [{ kind: 'none' }, false],
])('offers to lay out %j: %s', (body, offered) => {
  expect(mayFormat(body)).toBe(offered);
});
