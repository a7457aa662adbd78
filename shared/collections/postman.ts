import { isRecord } from '../exchange/json.ts';
import { defaultDraftSettings, type Draft, type Param } from '../workspace/draft.ts';
import type { CollectionReader } from './collection.ts';
import {
  contentTypes,
  formParts,
  Gathering,
  graphqlBody,
  recordOf,
  recordsOf,
  textOf,
  type Json,
} from './gathering.ts';

/** Postman collections, format 2.0 and 2.1 (https://schema.postman.com). */
export const postman: CollectionReader = {
  form: 'postman',
  label: 'Postman collection',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1 || !isRecord(file?.value)) return undefined;
    // The API that serves collections wraps them.
    const root = isRecord(file.value['collection']) ? file.value['collection'] : file.value;
    const schema = textOf(recordOf(root['info'])['schema']);
    if (!('item' in root) && schema === '') return undefined;
    if (!isRecord(root['info']))
      return { ok: false, message: 'This Postman collection has no info section.' };
    if (!/\/v2\.[01]\.\d+\//.test(schema)) {
      return {
        ok: false,
        message: 'Only Postman collections of format 2.0 and 2.1 can be read; export it as v2.1.',
      };
    }
    if (!Array.isArray(root['item'])) {
      return { ok: false, message: 'The items of this Postman collection are not a list.' };
    }
    const gathering = new Gathering(newId);
    const name = textOf(root['info']['name']);
    gathering.folder([], gathering.auth('postman', root['auth'], name));
    scripts(gathering, root, name);
    items(gathering, root['item'], []);
    gathering.environment(name, variablesIn(root['variable']));
    return { ok: true, collection: gathering.collection(name, 'postman') };
  },
};

const items = (gathering: Gathering, list: unknown, path: readonly string[]): void => {
  for (const item of recordsOf(list)) {
    const name = textOf(item['name']);
    if (Array.isArray(item['item'])) {
      const inside = [...path, name === '' ? 'Folder' : name];
      gathering.folder(inside, gathering.auth('postman', item['auth'], name));
      scripts(gathering, item, name);
      items(gathering, item['item'], inside);
    } else request(gathering, item, name, path);
  }
};

const request = (gathering: Gathering, item: Json, name: string, path: readonly string[]): void => {
  const given = item['request'];
  const one: Json = typeof given === 'string' ? { url: given, method: 'GET' } : recordOf(given);
  if (!isRecord(given) && typeof given !== 'string') {
    gathering.leave('Nothing to send, so left out', name);
    return;
  }
  const method = textOf(one['method']).trim();
  if (method === '') gathering.leave('Without a method: GET is set', name);
  const url = recordOf(one['url']);
  scripts(gathering, item, name);
  if (recordsOf(item['response']).length > 0) gathering.leave('Saved answers', name);
  gathering.request({
    name,
    folder: [...path],
    method: method === '' ? 'GET' : method,
    url: typeof one['url'] === 'string' ? one['url'] : addressOf(url),
    params: recordsOf(url['query'])
      .filter((row) => row['disabled'] === true)
      .map(switchedOff),
    pathParams: recordsOf(url['variable']).map((row) => ({
      name: textOf(row['key']),
      value: textOf(row['value']),
    })),
    fields: fieldsOf(one['header']),
    body: bodyOf(gathering, recordOf(one['body']), name),
    auth: gathering.auth('postman', one['auth'], name),
    ...behaviorOf(recordOf(item['protocolProfileBehavior'])),
  });
};

/** Settings that Postman keeps beside the request. */
const behaviorOf = (given: Json): Pick<Draft, 'settings' | 'fieldsOff'> => {
  const hops = given['maxRedirects'];
  return {
    settings: {
      ...defaultDraftSettings,
      followRedirects: given['followRedirects'] !== false,
      verifyTls: given['strictSSL'] !== false,
      ...(typeof hops === 'number' && hops >= 0 ? { maxRedirects: Math.min(Math.round(hops), 50) } : {}),
    },
    fieldsOff: Object.entries(recordOf(given['disabledSystemHeaders']))
      .filter(([, off]) => off === true)
      .map(([name]) => name.toLowerCase()),
  };
};

/** `raw` is what the person typed; the parts are there where a program wrote the file. */
const addressOf = (url: Json): string => {
  const raw = textOf(url['raw']);
  if (raw !== '') return raw;
  const joined = (value: unknown, by: string): string =>
    Array.isArray(value)
      ? value.map((part) => (isRecord(part) ? textOf(part['value']) : textOf(part))).join(by)
      : textOf(value);
  const protocol = textOf(url['protocol']);
  const port = textOf(url['port']);
  const path = joined(url['path'], '/');
  const query = recordsOf(url['query'])
    .filter((row) => row['disabled'] !== true)
    .map((row) =>
      row['value'] === null ? textOf(row['key']) : `${textOf(row['key'])}=${textOf(row['value'])}`,
    );
  return [
    protocol === '' ? '' : `${protocol}://`,
    joined(url['host'], '.'),
    port === '' ? '' : `:${port}`,
    path === '' ? '' : `/${path.replace(/^\//, '')}`,
    query.length === 0 ? '' : `?${query.join('&')}`,
  ].join('');
};

const switchedOff = (row: Json): Param => ({
  name: textOf(row['key']),
  ...(row['value'] === null ? {} : { value: textOf(row['value']) }),
  on: false,
});

/** 2.0 also knows one text with a field a line. */
const fieldsOf = (header: unknown): Draft['fields'] =>
  typeof header === 'string'
    ? header
        .split(/\r?\n/)
        .filter((line) => line.includes(':'))
        .map((line) => ({
          name: line.slice(0, line.indexOf(':')).trim(),
          value: line.slice(line.indexOf(':') + 1).trim(),
          on: true,
        }))
    : rowsOf(header);

const rowsOf = (list: unknown): Draft['fields'] =>
  recordsOf(list).map((row) => ({
    name: textOf(row['key']),
    value: textOf(row['value']),
    on: row['disabled'] !== true,
  }));

const bodyOf = (gathering: Gathering, body: Json, where: string): Draft['body'] => {
  if (body['disabled'] === true) return { kind: 'none' };
  switch (textOf(body['mode'])) {
    case 'raw': {
      const language = textOf(recordOf(recordOf(body['options'])['raw'])['language']);
      const text = textOf(body['raw']);
      return text === ''
        ? { kind: 'none' }
        : { kind: 'text', text, contentType: contentTypes[language] ?? 'text/plain' };
    }
    case 'urlencoded':
      return { kind: 'form', fields: rowsOf(body['urlencoded']) };
    case 'formdata':
      return { kind: 'multipart', parts: recordsOf(body['formdata']).flatMap(partsOf) };
    case 'file': {
      const path = textOf(recordOf(body['file'])['src']);
      if (path === '') gathering.leave('A body whose file was not chosen', where);
      return { kind: 'file', path, contentType: 'application/octet-stream' };
    }
    case 'graphql': {
      const { query, variables, operationName } = recordOf(body['graphql']);
      return graphqlBody(textOf(query), variables, textOf(operationName));
    }
    default:
      return { kind: 'none' };
  }
};

const partsOf = (row: Json): ReturnType<typeof formParts> =>
  formParts(
    { name: textOf(row['key']), on: row['disabled'] !== true, contentType: textOf(row['contentType']) },
    row['type'] === 'file' ? { files: row['src'] } : { value: textOf(row['value']) },
  );

const scripts = (gathering: Gathering, of: Json, where: string): void => {
  const written = recordsOf(of['event']).some((event) => {
    const { exec } = recordOf(event['script']);
    return (Array.isArray(exec) ? exec.map(textOf).join('') : textOf(exec)).trim() !== '';
  });
  if (written) gathering.leave('Scripts are not run here', where);
};

/** Variables as collections and environments list them. */
export const variablesIn = (list: unknown): { name: string; value: string; on: boolean; secret: boolean }[] =>
  recordsOf(list)
    .map((row) => ({
      name: textOf(row['key']),
      value:
        isRecord(row['value']) || Array.isArray(row['value'])
          ? JSON.stringify(row['value'])
          : textOf(row['value']),
      on: row['disabled'] !== true && row['enabled'] !== false,
      secret: row['type'] === 'secret',
    }))
    .filter(({ name }) => name !== '');
