import { isRecord } from '../exchange/json.ts';
import type { DraftBody, Param } from '../workspace/draft.ts';

/** A query as a person types it; `variables` is the text of a JSON object, or empty. */
export type GraphqlBody = Extract<DraftBody, { kind: 'graphql' }>;

/** One operation of a GraphQL document. */
export interface GraphqlOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Empty where it has none. */
  readonly name: string;
}

/** Strings, block strings and comments may hold anything (GraphQL spec §2.1.4, §2.9.4). */
const opaque = /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g;

/**
 * The operations of a document (GraphQL spec §2.3), in their order. A selection set that stands by itself is a query
 * without a name. What is no GraphQL has those that can be made out.
 */
export const graphqlOperations = (document: string): readonly GraphqlOperation[] => {
  const text = document.replace(opaque, ' ');
  const operations: GraphqlOperation[] = [];
  let depth = 0;
  let head = '';
  for (const character of text) {
    if (character === '{' || character === '(') {
      if (depth === 0 && character === '{') {
        const found = operationOf(head);
        if (found !== undefined) operations.push(found);
      }
      depth += 1;
    } else if (character === '}' || character === ')') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && character === '}') head = '';
    } else if (depth === 0) {
      head += character;
    }
  }
  return operations;
};

const kinds: readonly GraphqlOperation['kind'][] = ['query', 'mutation', 'subscription'];

const operationOf = (head: string): GraphqlOperation | undefined => {
  const words = head.trim();
  if (words === '') return { kind: 'query', name: '' };
  const [, word = '', name = ''] = /^([a-z]+)\s*([_A-Za-z]\w*)?/.exec(words) ?? [];
  const kind = kinds.find((one) => one === word);
  return kind === undefined ? undefined : { kind, name };
};

/** Why it cannot be sent, in a sentence; `undefined` where it can. */
export const graphqlProblem = ({ query, variables, operationName }: GraphqlBody): string | undefined => {
  if (query.trim() === '') return 'The GraphQL query is empty; type one under Body.';
  if (variables.trim() !== '' && !isJsonObject(variables)) {
    return 'The variables of the GraphQL query are no JSON object; correct them under Body.';
  }
  const operations = graphqlOperations(query);
  if (operationName === '') {
    return operations.length > 1
      ? 'The GraphQL document has several operations; say under Body which one is meant.'
      : undefined;
  }
  return operations.some(({ name }) => name === operationName)
    ? undefined
    : `The GraphQL document has no operation ${operationName}; choose one of its own under Body.`;
};

const isJsonObject = (text: string): boolean => {
  try {
    return isRecord(JSON.parse(text));
  } catch {
    return false;
  }
};

/** The JSON that is sent. Variables go as they were typed: reading and writing numbers anew would change long ones. */
export const graphqlJson = ({ query, variables, operationName }: GraphqlBody): string => {
  const members = [
    `"query":${JSON.stringify(query)}`,
    ...(operationName === '' ? [] : [`"operationName":${JSON.stringify(operationName)}`]),
    ...(variables.trim() === '' ? [] : [`"variables":${variables.trim()}`]),
  ];
  return `{${members.join(',')}}`;
};

/** The same as pieces of the query of a GET, percent-encoded (GraphQL over HTTP §6.2). */
export const graphqlParams = ({ query, variables, operationName }: GraphqlBody): readonly Param[] =>
  [
    ['query', query],
    ['operationName', operationName],
    ['variables', variables.trim()],
  ].flatMap(([name = '', value = '']) =>
    value === '' ? [] : [{ name, value: encodeURIComponent(value.toWellFormed()), on: true }],
  );

/** A JSON body that holds a GraphQL request, as the query that it is; `undefined` where it holds something else too. */
export const graphqlOfJson = (text: string): GraphqlBody | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { query, variables, operationName, ...others } = value;
  if (typeof query !== 'string' || Object.keys(others).length > 0) return undefined;
  const hasVariables = variables !== undefined && variables !== null;
  if (hasVariables && !isRecord(variables)) return undefined;
  return {
    kind: 'graphql',
    query,
    variables: hasVariables ? JSON.stringify(variables, undefined, 2) : '',
    operationName: typeof operationName === 'string' ? operationName : '',
  };
};
