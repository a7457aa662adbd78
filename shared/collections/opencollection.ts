import { isRecord } from '../exchange/json.ts';
import type { CollectionReader } from './collection.ts';
import { brunoRequest, brunoVariables } from './bruno-request.ts';
import { placed, type PlacedFile } from './file-tree.ts';
import { Gathering, recordOf, recordsOf, textOf, type Json } from './gathering.ts';

const marker = /^opencollection\.ya?ml$/;
const isYaml = (base: string): boolean => /\.ya?ml$/.test(base);

/** OpenCollection, Bruno's YAML: a folder of files, or all in one (https://docs.usebruno.com/opencollection-yaml). */
export const opencollection: CollectionReader = {
  form: 'opencollection',
  label: 'OpenCollection',
  read(files, newId) {
    const known = files.some(
      ({ name, value }) =>
        marker.test(name.split('/').at(-1) ?? '') ||
        (isRecord(value) && ('opencollection' in value || isRequest(value))),
    );
    if (!known) return undefined;
    const gathering = new Gathering(newId);
    let title = '';
    for (const file of placed(files, ['opencollection.yml', 'opencollection.yaml']).filter(({ base }) =>
      isYaml(base),
    )) {
      if (!isRecord(file.value)) gathering.leave('Could not be read', file.name);
      else title = take(gathering, file, file.value) ?? title;
    }
    const name = title || (gathering.requests[0]?.name ?? 'OpenCollection');
    return { ok: true, collection: gathering.collection(name, 'opencollection') };
  },
};

const isRequest = (value: Json): boolean => isRecord(value['http']) && isRecord(value['info']);

/** Answers with the collection's name where the file is the one that says it. */
const take = (gathering: Gathering, { folder, base }: PlacedFile, value: Json): string | undefined => {
  if ('opencollection' in value) {
    const name = textOf(recordOf(value['info'])['name']);
    ofFolder(gathering, value, [], name);
    for (const one of recordsOf(recordOf(value['config'])['environments'])) environment(gathering, one);
    items(gathering, value['items'], []);
    return name;
  }
  if (folder[0] === 'environments') environment(gathering, value, base.replace(/\.ya?ml$/, ''));
  else if (/^folder\.ya?ml$/.test(base)) ofFolder(gathering, value, folder, folder.at(-1) ?? '');
  else request(gathering, value, folder, base.replace(/\.ya?ml$/, ''));
  return undefined;
};

const environment = (gathering: Gathering, value: Json, fallback = ''): void => {
  gathering.environment(textOf(value['name']) || fallback, brunoVariables(value['variables']));
};

const items = (gathering: Gathering, list: unknown, path: readonly string[]): void => {
  for (const item of recordsOf(list)) {
    const name = textOf(recordOf(item['info'])['name']);
    if (Array.isArray(item['items'])) {
      ofFolder(gathering, item, [...path, name], name);
      items(gathering, item['items'], [...path, name]);
    } else request(gathering, item, path, name);
  }
};

const ofFolder = (gathering: Gathering, value: Json, path: readonly string[], where: string): void => {
  const { auth, headers, variables } = recordOf(value['request']);
  gathering.folder(path, gathering.auth('bruno', authOf(auth), where), brunoVariables(variables));
  if (recordsOf(headers).length > 0) gathering.leave('Fields of a folder', where);
};

/** Says the file in the words of the older format, which one reading serves both. */
const request = (gathering: Gathering, value: Json, path: readonly string[], fallback: string): void => {
  const http = recordOf(value['http']);
  const body = recordOf(http['body']);
  const type = textOf(body['type']);
  const runtime = recordOf(value['runtime']);
  const auth = authOf(http['auth']);
  const mode = textOf(recordOf(auth)['mode']);
  brunoRequest(
    gathering,
    {
      meta: value['info'],
      http: { method: http['method'], url: http['url'], body: type, auth: mode },
      params: recordsOf(http['params']).map(switchable),
      headers: recordsOf(http['headers']).map(switchable),
      body: bodies(type, body),
      auth,
      script: {
        req: recordsOf(runtime['scripts'])
          .map((one) => textOf(one['code']))
          .join(''),
      },
      assertions: runtime['assertions'],
      vars: { req: runtime['variables'] },
    },
    path,
    fallback,
  );
};

const switchable = (row: Json): Json => ({ ...row, enabled: row['disabled'] !== true });

const bodies = (type: string, body: Json): Json => {
  switch (type) {
    case 'form-urlencoded':
      return { formUrlEncoded: recordsOf(body['data']).map(switchable) };
    case 'multipart-form':
      return { multipartForm: recordsOf(body['data']).map(switchable) };
    case 'file':
      return { file: recordsOf(body['data']) };
    case 'graphql':
      return { graphql: isRecord(body['data']) ? body['data'] : body };
    default:
      return { [type]: body['data'] };
  }
};

/** `type` with its values beside it, or under its name. */
const authOf = (auth: unknown): unknown => {
  if (auth === 'inherit' || auth === 'none') return { mode: auth };
  if (!isRecord(auth)) return undefined;
  const { type, ...flat } = auth;
  const mode = textOf(type);
  const values = isRecord(flat[mode]) ? flat[mode] : flat;
  return { mode, [mode]: mode === 'oauth2' ? oauth2(values) : values };
};

const oauth2 = (given: Json): Json => {
  const credentials = recordOf(given['credentials']);
  const place = recordOf(recordOf(given['tokenConfig'])['placement']);
  const owner = recordOf(given['resourceOwner']);
  return {
    grantType: given['flow'],
    authorizationUrl: given['authorizationUrl'],
    accessTokenUrl: given['accessTokenUrl'],
    refreshTokenUrl: given['refreshTokenUrl'],
    callbackUrl: given['callbackUrl'],
    clientId: credentials['clientId'],
    clientSecret: credentials['clientSecret'],
    credentialsPlacement: credentials['placement'] === 'body' ? 'body' : 'header',
    username: owner['username'],
    password: owner['password'],
    scope: given['scope'],
    state: given['state'],
    pkce: recordOf(given['pkce'])['disabled'] !== true,
    tokenPlacement: 'query' in place ? 'url' : 'header',
    tokenHeaderPrefix: place['header'] ?? '',
    tokenQueryKey: place['query'] ?? '',
  };
};
