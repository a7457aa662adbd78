import { isRecord } from '../exchange/json.ts';
import { hoppscotchVariables } from '../import/foreign-shapes.ts';
import type { Draft } from '../workspace/draft.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering, queryPiece, recordOf, recordsOf, textOf, type Json } from './gathering.ts';

const isCollection = (value: unknown): value is Json =>
  isRecord(value) && Array.isArray(value['requests']) && Array.isArray(value['folders']);

/** Hoppscotch collections: one, or a list of them. */
export const hoppscotch: CollectionReader = {
  form: 'hoppscotch',
  label: 'Hoppscotch collection',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1) return undefined;
    const roots: readonly unknown[] = Array.isArray(file?.value) ? file.value : [file?.value];
    if (!roots.some((one) => isRecord(one) && 'folders' in one && 'requests' in one)) return undefined;
    const gathering = new Gathering(newId);
    if (!roots.every((root) => isCollection(root) && isSound(root))) {
      return { ok: false, message: 'Some of the requests in this Hoppscotch collection have no address.' };
    }
    const several = roots.length > 1;
    for (const root of roots.filter(isCollection)) {
      folder(gathering, root, several ? [textOf(root['name'])] : []);
    }
    const name = several ? 'Hoppscotch' : textOf(recordOf(roots[0])['name']);
    return { ok: true, collection: gathering.collection(name, 'hoppscotch') };
  },
};

const isSound = (of: Json): boolean =>
  recordsOf(of['requests']).length === (Array.isArray(of['requests']) ? of['requests'].length : 0) &&
  recordsOf(of['requests']).every((one) => endpointOf(one) !== '') &&
  recordsOf(of['folders']).every((one) => isCollection(one) && isSound(one));

const folder = (gathering: Gathering, of: Json, path: readonly string[]): void => {
  const name = textOf(of['name']);
  gathering.folder(path, gathering.auth('hoppscotch', of['auth'], name));
  if (recordsOf(of['headers']).length > 0) gathering.leave('Fields of a folder', name);
  if (recordsOf(of['variables']).length > 0) gathering.leave('Variables of a folder', name);
  for (const one of recordsOf(of['requests'])) request(gathering, one, path);
  for (const one of recordsOf(of['folders'])) folder(gathering, one, [...path, textOf(one['name'])]);
};

/** The oldest requests split the address. */
const endpointOf = (one: Json): string =>
  textOf(one['endpoint']) || `${textOf(one['url'])}${textOf(one['path'])}`;

/** The oldest requests name their auth and keep its values beside it. */
const authOf = (one: Json): unknown => {
  switch (one['auth']) {
    case 'Bearer Token':
    case 'OAuth 2.0':
      return { authType: 'bearer', token: textOf(one['bearerToken']) };
    case 'Basic Auth':
      return {
        authType: 'basic',
        username: textOf(one['httpUser']),
        password: textOf(one['httpPassword']),
      };
    case 'None':
      return { authType: 'none' };
    default:
      return one['auth'];
  }
};

const said = (value: unknown): string => hoppscotchVariables(textOf(value));

const request = (gathering: Gathering, one: Json, path: readonly string[]): void => {
  const name = textOf(one['name']);
  if ((textOf(one['preRequestScript']) + textOf(one['testScript'])).trim() !== '') {
    gathering.leave('Scripts are not run here', name);
  }
  const variables = recordsOf(one['requestVariables']);
  gathering.request({
    name,
    folder: [...path],
    method: textOf(one['method']) || 'GET',
    url: hoppscotchVariables(endpointOf(one)),
    params: rowsOf(one['params']).map((row) => ({
      ...row,
      name: queryPiece(row.name),
      value: queryPiece(row.value),
    })),
    pathParams: variables.map((row) => ({ name: said(row['key']), value: said(row['value']) })),
    fields: rowsOf(one['headers']),
    body: bodyOf(
      isRecord(one['body']) ? one['body'] : { body: one['body'], contentType: one['contentType'] },
    ),
    auth: gathering.auth('hoppscotch', authOf(one), name),
  });
};

const rowsOf = (list: unknown): Draft['fields'] =>
  recordsOf(list).map((row) => ({
    name: said(row['key']),
    value: said(row['value']),
    on: row['active'] !== false,
  }));

const bodyOf = (body: Json): Draft['body'] => {
  const contentType = textOf(body['contentType']);
  const text = said(body['body']);
  if (contentType === 'multipart/form-data') {
    return {
      kind: 'multipart',
      parts: recordsOf(body['body']).map((row) => ({
        name: said(row['key']),
        on: row['active'] !== false,
        ...(row['isFile'] === true ? { file: '' } : { value: said(row['value']) }),
      })),
    };
  }
  if (contentType === 'application/x-www-form-urlencoded') return { kind: 'form', fields: lines(text) };
  return text === '' ? { kind: 'none' } : { kind: 'text', text, contentType: contentType || 'text/plain' };
};

/** A form is kept as lines "name: value"; a number sign switches one off. */
const lines = (text: string): Draft['fields'] =>
  text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => {
      const on = !line.startsWith('#');
      const bare = on ? line : line.slice(1);
      const colon = bare.indexOf(':');
      return { name: bare.slice(0, colon).trim(), value: bare.slice(colon + 1).trim(), on };
    });
