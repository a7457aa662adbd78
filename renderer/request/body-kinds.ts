import { graphqlJson, graphqlOfJson, type GraphqlBody } from '../../shared/compose/graphql.ts';
import type { Draft, DraftBody } from '../../shared/workspace/draft.ts';
import { prettyMarkup } from '../exchange/pretty-markup.ts';
import { formatJson } from './format-json.ts';

/** What a person chooses between. `text` bodies of known types have a kind of their own. */
export type BodyKind = 'none' | 'json' | 'graphql' | 'xml' | 'text' | 'form' | 'multipart' | 'file' | 'bytes';

export const bodyKinds: readonly { readonly id: BodyKind; readonly label: string }[] = [
  { id: 'none', label: 'None' },
  { id: 'json', label: 'JSON' },
  { id: 'graphql', label: 'GraphQL' },
  { id: 'xml', label: 'XML' },
  { id: 'text', label: 'Text' },
  { id: 'form', label: 'Form' },
  { id: 'multipart', label: 'Multipart' },
  { id: 'file', label: 'File' },
];

const textTypes = {
  json: 'application/json',
  xml: 'application/xml',
  text: 'text/plain; charset=utf-8',
} as const;

export const kindOf = (body: DraftBody): BodyKind => {
  if (body.kind !== 'text') return body.kind;
  if (/[/+]json\b/i.test(body.contentType)) return 'json';
  return /[/+]xml\b/i.test(body.contentType) ? 'xml' : 'text';
};

const emptyGraphql: GraphqlBody = { kind: 'graphql', query: '', variables: '', operationName: '' };

const textOf = (body: DraftBody): string => {
  if (body.kind === 'text') return body.text;
  return body.kind === 'graphql' && body.query !== '' ? graphqlJson(body) : '';
};

/** The body after its kind was changed; what was typed is carried over where the new kind can hold it. */
export const toKind = (body: DraftBody, kind: BodyKind): DraftBody => {
  const text = textOf(body);
  switch (kind) {
    case 'none':
      return { kind: 'none' };
    case 'json':
    case 'xml':
    case 'text':
      return { kind: 'text', text, contentType: textTypes[kind] };
    case 'graphql':
      return body.kind === 'graphql' ? body : (graphqlOfJson(text) ?? { ...emptyGraphql, query: text });
    case 'form':
      return {
        kind: 'form',
        fields:
          body.kind === 'multipart'
            ? body.parts.map(({ name, value = '', on }) => ({ name, value, on }))
            : body.kind === 'form'
              ? body.fields
              : [],
      };
    case 'multipart':
      return {
        kind: 'multipart',
        parts: body.kind === 'form' ? body.fields : body.kind === 'multipart' ? body.parts : [],
      };
    case 'file':
      return body.kind === 'file'
        ? body
        : { kind: 'file', path: '', contentType: 'application/octet-stream' };
    case 'bytes':
      return body;
  }
};

/** The request with a body of this kind. A query is posted unless somebody asks for it in the address. */
export const withBodyKind = (draft: Draft, kind: BodyKind): Draft => ({
  ...draft,
  body: toKind(draft.body, kind),
  ...(kind === 'graphql' && draft.body.kind !== 'graphql' && draft.method === 'GET'
    ? { method: 'POST' }
    : {}),
});

/** A longer JSON is not tried with every letter that is typed, in UTF-16 code units. */
const triedUpTo = 200_000;

/** Whether laying the body out may change it. Of XML and of long JSON only the attempt tells. */
export const mayFormat = (body: DraftBody): boolean => {
  if (kindOf(body) === 'xml') return body.kind === 'text' && body.text.trim() !== '';
  const length =
    body.kind === 'graphql' ? body.variables.length : body.kind === 'text' ? body.text.length : 0;
  return length > triedUpTo ? kindOf(body) !== 'text' : formattedJson(body) !== undefined;
};

/** The body with its JSON or XML laid out in lines; `undefined` where there is none to lay out, or nothing would change. */
export const formattedBody = async (body: DraftBody): Promise<DraftBody | undefined> => {
  if (body.kind !== 'text' || kindOf(body) !== 'xml') return formattedJson(body);
  const text = await prettyMarkup(body.text, 'xml');
  return text === body.text ? undefined : { ...body, text };
};

const formattedJson = (body: DraftBody): DraftBody | undefined => {
  if (body.kind === 'graphql') {
    const variables = formatJson(body.variables);
    return variables === undefined || variables === body.variables ? undefined : { ...body, variables };
  }
  if (body.kind !== 'text' || kindOf(body) !== 'json') return undefined;
  const text = formatJson(body.text);
  return text === undefined || text === body.text ? undefined : { ...body, text };
};
