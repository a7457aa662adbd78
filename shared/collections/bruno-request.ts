import type { Draft, DraftAuth } from '../workspace/draft.ts';
import type { Environment } from '../workspace/profile.ts';
import {
  contentTypes,
  formParts,
  graphqlBody,
  recordOf,
  recordsOf,
  textOf,
  type Gathering,
  type Json,
} from './gathering.ts';

/** What both of Bruno's formats say of a request, in the words of its own reader. */
export const brunoRequest = (
  gathering: Gathering,
  given: Json,
  path: readonly string[],
  fallbackName: string,
): void => {
  const meta = recordOf(given['meta']);
  const name = textOf(meta['name']) || fallbackName;
  const http = recordOf(given['http']);
  const method = textOf(http['method']);
  if (method === '' || /^(?:grpc|ws)/.test(textOf(meta['type']))) {
    gathering.leave('Not HTTP, so left out', name);
    return;
  }
  brunoExtras(gathering, given, name);
  const params = recordsOf(given['params']);
  const url = textOf(http['url']);
  const variables = ownVariables(given);
  gathering.request({
    name,
    folder: [...path],
    method: method.toUpperCase(),
    url,
    params: params
      .filter((row) => row['type'] === 'query' && (row['enabled'] === false || !url.includes('?')))
      .map((row) => ({
        name: textOf(row['name']),
        value: textOf(row['value']),
        on: row['enabled'] !== false,
      })),
    pathParams: params
      .filter((row) => row['type'] === 'path')
      .map((row) => ({ name: textOf(row['name']), value: textOf(row['value']) })),
    fields: rowsOf(given['headers']),
    body: brunoBody(textOf(http['body']), recordOf(given['body'])),
    auth: brunoAuth(gathering, textOf(http['auth']), given['auth'], name),
    ...(variables.length === 0 ? {} : { variables }),
  });
};

/** `mode` names the one in force among the auth blocks of a file. */
export const brunoAuth = (gathering: Gathering, mode: string, blocks: unknown, where: string): DraftAuth => {
  // The reader names two blocks in camel case that the mode spells with a hyphen.
  const named = mode.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const all = recordOf(blocks);
  return gathering.auth('bruno', { mode, [mode]: all[mode] ?? all[named] }, where);
};

/** Scripts and assertions of a file, and what is set by an answer: none of them is carried over. */
export const brunoExtras = (gathering: Gathering, given: Json, where: string): void => {
  const scripts = recordOf(given['script']);
  if ((textOf(scripts['req']) + textOf(scripts['res']) + textOf(given['tests'])).trim() !== '') {
    gathering.leave('Scripts are not run here', where);
  }
  if (recordsOf(given['assertions']).length > 0) gathering.leave('Assertions', where);
  const variables = recordOf(given['vars']);
  if (recordsOf(variables['res']).length > 0) gathering.leave('Variables that an answer sets', where);
};

/** What a request or a folder gives values by itself. */
export const ownVariables = (given: Json): Environment['variables'] =>
  brunoVariables(recordOf(given['vars'])['req']);

export const rowsOf = (list: unknown): Draft['fields'] =>
  recordsOf(list).map((row) => ({
    name: textOf(row['name']),
    value: textOf(row['value']),
    on: row['enabled'] !== false,
  }));

const brunoBody = (mode: string, body: Json): Draft['body'] => {
  switch (mode) {
    case 'formUrlEncoded':
    case 'form-urlencoded':
      return { kind: 'form', fields: rowsOf(body['formUrlEncoded']) };
    case 'multipartForm':
    case 'multipart-form':
      return { kind: 'multipart', parts: recordsOf(body['multipartForm']).flatMap(partsOf) };
    case 'file': {
      const chosen = recordsOf(body['file']).find((row) => row['selected'] === true);
      return {
        kind: 'file',
        path: textOf(chosen?.['filePath']),
        contentType: textOf(chosen?.['contentType']) || 'application/octet-stream',
      };
    }
    case 'graphql': {
      const { query, variables } = recordOf(body['graphql']);
      return graphqlBody(textOf(query), variables);
    }
    default: {
      const text = textOf(body[mode]);
      return text === ''
        ? { kind: 'none' }
        : { kind: 'text', text, contentType: contentTypes[mode] ?? 'text/plain' };
    }
  }
};

const partsOf = (row: Json): ReturnType<typeof formParts> =>
  formParts(
    { name: textOf(row['name']), on: row['enabled'] !== false, contentType: textOf(row['contentType']) },
    row['type'] === 'file' ? { files: row['value'] } : { value: textOf(row['value']) },
  );

export const brunoVariables = (list: unknown): Environment['variables'] =>
  recordsOf(list).map((row) => ({
    name: textOf(row['name']),
    value: textOf(row['value']),
    on: row['enabled'] !== false && row['disabled'] !== true,
    secret: row['secret'] === true,
  }));
