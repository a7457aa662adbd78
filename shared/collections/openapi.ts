import { isRecord } from '../exchange/json.ts';
import type { Draft } from '../workspace/draft.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering, queryPiece, recordOf, recordsOf, textOf, type Json } from './gathering.ts';
import { openapiBody } from './openapi-body.ts';
import { resolver, type Resolve } from './openapi-reference.ts';
import { securityAuth, securitySchemesOf } from './openapi-security.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** OpenAPI 3 and Swagger 2, in JSON or YAML: a request for each operation, its first tag for a folder. */
export const openapi: CollectionReader = {
  form: 'openapi',
  label: 'OpenAPI description',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1 || !isRecord(file?.value)) return undefined;
    const root = file.value;
    const version = textOf(root['openapi']) || textOf(root['swagger']);
    if (version === '') return undefined;
    if (!/^(?:3\.\d|2\.0)/.test(version)) {
      return { ok: false, message: `OpenAPI ${version} is not known here; versions 2.0 and 3 are.` };
    }
    if (!isRecord(root['paths'])) return { ok: false, message: 'This OpenAPI description has no paths.' };
    const gathering = new Gathering(newId);
    const name = textOf(recordOf(root['info'])['title']) || 'API';
    const resolve = resolver(root);
    const schemes = securitySchemesOf(root, resolve);
    gathering.folder([], securityAuth(gathering, root['security'], schemes, name));
    for (const [path, given] of Object.entries(root['paths'])) {
      const item = recordOf(resolve(given));
      for (const method of methods) {
        const operation = item[method];
        if (!isRecord(operation)) continue;
        const shown = label(operation, method, path);
        gathering.request({
          ...operationOf(root, item, operation, resolve),
          name: shown,
          folder: folderOf(operation),
          method: method.toUpperCase(),
          url: `{{baseUrl}}${path.replace(/\{([\w-]+)\}/g, ':$1')}`,
          auth:
            'security' in operation
              ? securityAuth(gathering, operation['security'], schemes, shown)
              : { kind: 'inherit' },
        });
      }
    }
    servers(gathering, root, name);
    return { ok: true, collection: gathering.collection(name, 'openapi') };
  },
};

const label = (operation: Json, method: string, path: string): string =>
  (textOf(operation['summary']) || textOf(operation['operationId']) || `${method.toUpperCase()} ${path}`)
    .replace(/\s+/g, ' ')
    .trim();

const folderOf = (operation: Json): string[] => {
  const tags: readonly unknown[] = Array.isArray(operation['tags']) ? operation['tags'] : [];
  const tag = textOf(tags[0]);
  return tag === '' ? [] : [tag];
};

/** Parameters and body; what is optional is there and switched off. */
const operationOf = (
  root: Json,
  item: Json,
  operation: Json,
  resolve: Resolve,
): Pick<Draft, 'params' | 'pathParams' | 'fields' | 'body'> => {
  const given = [...listOf(item['parameters'], resolve), ...listOf(operation['parameters'], resolve)];
  const byPlace = new Map(given.map((one) => [`${textOf(one['in'])} ${textOf(one['name'])}`, one]));
  const inPlace = (place: string): readonly Json[] =>
    [...byPlace.values()].filter((one) => one['in'] === place);
  return {
    params: inPlace('query').map((one) => ({
      name: queryPiece(textOf(one['name'])),
      value: queryPiece(exampleOf(one, resolve)),
      on: one['required'] === true,
    })),
    pathParams: inPlace('path').map((one) => ({ name: textOf(one['name']), value: exampleOf(one, resolve) })),
    fields: inPlace('header')
      .filter((one) => !/^(?:authorization|accept|content-type)$/i.test(textOf(one['name'])))
      .map((one) => ({
        name: textOf(one['name']),
        value: exampleOf(one, resolve),
        on: one['required'] === true,
      })),
    body: openapiBody(root, operation, given, resolve),
  };
};

const listOf = (list: unknown, resolve: Resolve): readonly Json[] =>
  Array.isArray(list) ? recordsOf(list.map(resolve)) : [];

/** The value that the description itself gives; none is made up. */
const exampleOf = (parameter: Json, resolve: Resolve): string => {
  const schema = recordOf(resolve(parameter['schema']));
  const [first] = Object.values(recordOf(parameter['examples']));
  const values = [
    parameter['example'],
    recordOf(resolve(first))['value'],
    schema['example'],
    schema['default'],
    parameter['default'],
  ];
  return textOf(values.find((value) => value !== undefined));
};

/** One environment for each server, so that a request is sent to another by choosing it. */
const servers = (gathering: Gathering, root: Json, name: string): void => {
  const given = 'swagger' in root ? swaggerServers(root) : recordsOf(root['servers']).map(serverOf);
  const all = given.length === 0 ? [{ name: '', url: '' }] : given;
  for (const [at, server] of all.entries()) {
    const title = server.name || (all.length === 1 ? '' : `server ${at + 1}`);
    gathering.environment(title === '' ? name : `${name}, ${title}`, [
      { name: 'baseUrl', value: server.url.replace(/\/$/, ''), on: true, secret: false },
    ]);
  }
};

const serverOf = (server: Json): { readonly name: string; readonly url: string } => {
  const variables = recordOf(server['variables']);
  const url = textOf(server['url']).replace(/\{([^}]+)\}/g, (whole, variable: string) => {
    const value = textOf(recordOf(variables[variable])['default']);
    return value === '' ? whole : value;
  });
  return { name: textOf(server['description']), url };
};

const swaggerServers = (root: Json): readonly { readonly name: string; readonly url: string }[] => {
  const host = textOf(root['host']);
  if (host === '') return [];
  const schemes = Array.isArray(root['schemes']) ? root['schemes'].map(textOf) : ['https'];
  return schemes.map((scheme) => ({
    name: schemes.length === 1 ? '' : scheme,
    url: `${scheme}://${host}${textOf(root['basePath'])}`,
  }));
};
