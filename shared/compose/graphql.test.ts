import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  graphqlJson,
  graphqlOfJson,
  graphqlOperations,
  graphqlParams,
  graphqlProblem,
  type GraphqlBody,
} from './graphql.ts';

const body = (query: string, variables = '', operationName = ''): GraphqlBody => ({
  kind: 'graphql',
  query,
  variables,
  operationName,
});

describe('operations of a document', () => {
  test.each<[string, string, string]>([
    ['a selection set by itself', '{ me { id } }', 'query'],
    ['a query with a name', 'query Me { me { id } }', 'query Me'],
    ['a query without one', 'query ($id: ID!) { user(id: $id) { id } }', 'query'],
    ['several', 'query A { a } mutation B { b } subscription C { c }', 'query A, mutation B, subscription C'],
    [
      'defaults and directives that hold braces',
      'query A($w: Where = {a: {b: 1}}) @cached(by: {c: 2}) { a }',
      'query A',
    ],
    ['fragments are none', 'fragment F on User { id } query A { ...F }', 'query A'],
    ['a definition of a schema is none', 'type Query { me: User } query A { a }', 'query A'],
    ['what stands in comments is none', '# query X { x }\nquery A { a } # mutation Y { y }', 'query A'],
    [
      'what stands in strings is none',
      'query A { a(x: "} query B {", y: """} mutation C { "\\""" """) }',
      'query A',
    ],
    ['nothing', '  \n', ''],
    ['what is no GraphQL', '}}) query A { a', 'query A'],
  ])('%s', (_, document, expected) => {
    const words = graphqlOperations(document).map(({ kind, name }) => `${kind} ${name}`.trim());
    expect(words.join(', ')).toBe(expected);
  });

  test('any text has some, and none takes it down', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (document) => {
        for (const { kind } of graphqlOperations(document)) {
          expect(['query', 'mutation', 'subscription']).toContain(kind);
        }
      }),
    );
  });
});

describe('what keeps a query from being sent', () => {
  test.each<[string, GraphqlBody, RegExp | undefined]>([
    ['nothing', body('{ me }'), undefined],
    ['nothing, with variables', body('{ me }', ' {"a": 1} '), undefined],
    ['no query', body(' \n '), /^The GraphQL query is empty/],
    ['variables that are no JSON', body('{ me }', '{"a": }'), /no JSON object/],
    ['variables that are no object', body('{ me }', '[1]'), /no JSON object/],
    ['several operations', body('query A { a } query B { b }'), /several operations/],
    ['several operations, one is meant', body('query A { a } query B { b }', '', 'B'), undefined],
    ['an operation that is not there', body('query A { a }', '', 'B'), /no operation B/],
  ])('%s', (_, given, expected) => {
    const problem = graphqlProblem(given);
    if (expected === undefined) expect(problem).toBeUndefined();
    else expect(problem).toMatch(expected);
  });
});

test('JSON holds what is given, and numbers as they were typed', () => {
  expect(graphqlJson(body('{ me }'))).toBe('{"query":"{ me }"}');
  expect(graphqlJson(body('query A { "x" }', '{"id": 12345678901234567890, "n": 1.0}', 'A'))).toBe(
    String.raw`{"query":"query A { \"x\" }","operationName":"A","variables":{"id": 12345678901234567890, "n": 1.0}}`,
  );
});

test('a GET has it in its address, percent-encoded', () => {
  expect(graphqlParams(body('{ a(x: "&=#") }', ' {"a":1} ', 'A'))).toEqual([
    { name: 'query', value: '%7B%20a(x%3A%20%22%26%3D%23%22)%20%7D', on: true },
    { name: 'operationName', value: 'A', on: true },
    { name: 'variables', value: '%7B%22a%22%3A1%7D', on: true },
  ]);
});

describe('a JSON body that is a GraphQL request', () => {
  test('is read as one, and written the same', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string(),
        fc.option(fc.dictionary(fc.string(), fc.jsonValue()), { nil: undefined }),
        (query, operationName, variables) => {
          const sent = JSON.stringify({
            query,
            ...(operationName === '' ? {} : { operationName }),
            variables,
          });
          const read = graphqlOfJson(sent);
          expect(read && JSON.parse(graphqlJson(read))).toEqual(JSON.parse(sent));
        },
      ),
    );
  });

  test.each([
    ['no JSON', '{'],
    ['a list of them', '[{"query":"{a}"}]'],
    ['no query', '{"variables":{}}'],
    ['another member', '{"query":"{a}","extensions":{"persistedQuery":{}}}'],
    ['variables that are no object', '{"query":"{a}","variables":[1]}'],
  ])('is not: %s', (_, text) => {
    expect(graphqlOfJson(text)).toBeUndefined();
  });
});
