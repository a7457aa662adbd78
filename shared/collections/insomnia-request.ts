import { isRecord } from '../exchange/json.ts';
import { insomniaVariables } from '../import/foreign-shapes.ts';
import { defaultDraftSettings, type Draft } from '../workspace/draft.ts';
import type { Environment } from '../workspace/profile.ts';
import {
  graphqlBody,
  queryPiece,
  recordOf,
  recordsOf,
  textOf,
  type Gathering,
  type Json,
} from './gathering.ts';

/** What a request is like in every format of Insomnia's. */
export const insomniaRequest = (gathering: Gathering, given: Json, path: readonly string[]): void => {
  const name = textOf(given['name']);
  const said = (value: unknown): string => insomniaVariables(textOf(value));
  if (/\{%/.test(JSON.stringify(given))) {
    gathering.leave('Template tags ({% … %}) stay as they are and are not run', name);
  }
  if (textOf(given['preRequestScript']) + textOf(recordOf(given['scripts'])['preRequest']) !== '') {
    gathering.leave('Scripts are not run here', name);
  }
  gathering.request({
    name,
    folder: [...path],
    method: textOf(given['method']) || 'GET',
    url: said(given['url']),
    params: recordsOf(given['parameters']).map((row) => ({
      name: queryPiece(said(row['name'])),
      value: queryPiece(said(row['value'])),
      on: row['disabled'] !== true,
    })),
    pathParams: recordsOf(given['pathParameters']).map((row) => ({
      name: said(row['name']),
      value: said(row['value']),
    })),
    fields: recordsOf(given['headers'])
      .map((row) => ({ name: said(row['name']), value: said(row['value']), on: row['disabled'] !== true }))
      .filter(({ name: field, value }) => field + value !== ''),
    body: bodyOf(recordOf(given['body']), said),
    auth: gathering.auth('insomnia', given['authentication'], name),
    settings: {
      ...defaultDraftSettings,
      followRedirects: followsRedirects(given),
      cookies: given['settingSendCookies'] !== false && sendsCookies(given),
    },
  });
};

const followsRedirects = (given: Json): boolean =>
  (given['settingFollowRedirects'] ?? recordOf(given['settings'])['followRedirects']) !== 'off';

const sendsCookies = (given: Json): boolean =>
  recordOf(recordOf(given['settings'])['cookies'])['send'] !== false;

const bodyOf = (body: Json, said: (value: unknown) => string): Draft['body'] => {
  const type = textOf(body['mimeType']);
  const rows = recordsOf(body['params']);
  switch (type) {
    case 'application/x-www-form-urlencoded':
      return {
        kind: 'form',
        fields: rows.map((row) => ({
          name: said(row['name']),
          value: said(row['value']),
          on: row['disabled'] !== true,
        })),
      };
    case 'multipart/form-data':
      return {
        kind: 'multipart',
        parts: rows.map((row) => ({
          name: said(row['name']),
          on: row['disabled'] !== true,
          ...(row['type'] === 'file' ? { file: said(row['fileName']) } : { value: said(row['value']) }),
        })),
      };
    case 'application/octet-stream':
      return { kind: 'file', path: said(body['fileName']), contentType: type };
    case 'application/graphql': {
      const { query, variables, operationName } = recordOf(parsed(textOf(body['text'])));
      return graphqlBody(
        said(query),
        isRecord(variables) ? said(JSON.stringify(variables, null, 2)) : said(variables),
        said(operationName),
      );
    }
    default: {
      const text = said(body['text']);
      return text === '' ? { kind: 'none' } : { kind: 'text', text, contentType: type || 'text/plain' };
    }
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return { query: text };
  }
};

/** The data of an environment; members of members have dotted names, as in `{{ _.service.host }}`. */
export const insomniaVariablesOf = (
  data: unknown,
  secrets: ReadonlySet<string> = new Set(),
): Environment['variables'] =>
  flattened(recordOf(data), '').map(([name, value]) => ({
    name,
    value: insomniaVariables(value),
    on: true,
    secret: secrets.has(name),
  }));

const flattened = (data: Json, prefix: string): readonly (readonly [string, string])[] =>
  Object.entries(data).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    if (isRecord(value)) return flattened(value, `${name}.`);
    return [[name, Array.isArray(value) ? JSON.stringify(value) : textOf(value)] as const];
  });

/** The base environment is in force under every other one. */
export const withBase = (
  base: Environment['variables'],
  own: Environment['variables'],
): Environment['variables'] => {
  const names = new Set(own.map(({ name }) => name));
  return [...base.filter(({ name }) => !names.has(name)), ...own];
};
