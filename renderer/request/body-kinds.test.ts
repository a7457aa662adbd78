import { describe, expect, it } from 'vitest';
import { emptyDraft, type DraftBody } from '../../shared/workspace/draft.ts';
import { formattedBody, jsonLength, kindOf, toKind, withBodyKind } from './body-kinds.ts';

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
])('formats %s', (_, body, expected) => {
  expect(formattedBody(body)).toEqual(expected);
});

it.each<[DraftBody, number]>([
  [text('application/json', '[1]'), 3],
  [text('text/plain', '[1]'), 0],
  [{ kind: 'graphql', query: '{a}', variables: '{}', operationName: '' }, 2],
  [{ kind: 'none' }, 0],
])('knows how much of %j is JSON: %i', (body, length) => {
  expect(jsonLength(body)).toBe(length);
});
