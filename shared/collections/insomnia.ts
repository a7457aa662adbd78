import { isRecord } from '../exchange/json.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering, recordOf, recordsOf, textOf, type Json } from './gathering.ts';
import { insomniaRequest, insomniaVariablesOf, withBase } from './insomnia-request.ts';

const otherProtocols = new Set(['grpc_request', 'websocket_request', 'socketio_request']);

/** Insomnia exports of formats 3 and 4: one flat list of resources that name their parents. */
export const insomnia: CollectionReader = {
  form: 'insomnia',
  label: 'Insomnia export',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1 || !isRecord(file?.value)) return undefined;
    const root = file.value;
    if (root['_type'] !== 'export' && !('__export_format' in root)) return undefined;
    const format = root['__export_format'];
    if (format !== 3 && format !== 4) {
      return { ok: false, message: 'Only Insomnia exports of formats 3, 4 and 5 can be read.' };
    }
    const resources = recordsOf(root['resources']);
    if (resources.length === 0) return { ok: false, message: 'There is nothing in this Insomnia export.' };
    const gathering = new Gathering(newId);
    const byId = new Map(resources.map((one) => [textOf(one['_id']), one]));
    const workspaces = resources.filter((one) => one['_type'] === 'workspace');
    for (const one of resources) resource(gathering, one, byId, workspaces.length > 1);
    environments(gathering, resources);
    const name = textOf(recordOf(workspaces[0])['name']) || 'Insomnia';
    return { ok: true, collection: gathering.collection(name, 'insomnia') };
  },
};

const resource = (
  gathering: Gathering,
  one: Json,
  byId: ReadonlyMap<string, Json>,
  severalWorkspaces: boolean,
): void => {
  const type = textOf(one['_type']);
  const path = pathOf(one, byId, severalWorkspaces);
  if (type === 'request') insomniaRequest(gathering, one, path);
  if (type === 'request_group') {
    const name = textOf(one['name']);
    const auth = gathering.auth('insomnia', one['authentication'], name);
    gathering.folder([...path, name], auth, insomniaVariablesOf(one['environment']));
    if (recordsOf(one['headers']).length > 0) gathering.leave('Fields of a folder', name);
  }
  if (otherProtocols.has(type)) gathering.leave('Not HTTP, so left out', textOf(one['name']));
};

/** Names of the folders above; the workspace is one of them only where there are several. */
const pathOf = (
  one: Json,
  byId: ReadonlyMap<string, Json>,
  severalWorkspaces: boolean,
): readonly string[] => {
  const path: string[] = [];
  const seen = new Set<Json>();
  for (let above = byId.get(textOf(one['parentId'])); above !== undefined && !seen.has(above);) {
    seen.add(above);
    if (above['_type'] === 'request_group' || severalWorkspaces) path.unshift(textOf(above['name']));
    above = byId.get(textOf(above['parentId']));
  }
  return path;
};

const environments = (gathering: Gathering, resources: readonly Json[]): void => {
  const all = resources.filter((one) => one['_type'] === 'environment');
  const ids = new Set(all.map((one) => textOf(one['_id'])));
  for (const base of all.filter((one) => !ids.has(textOf(one['parentId'])))) {
    const variables = insomniaVariablesOf(base['data']);
    const below = all.filter((one) => one['parentId'] === base['_id']);
    if (below.length === 0) gathering.environment(textOf(base['name']), variables);
    for (const one of below) {
      gathering.environment(textOf(one['name']), withBase(variables, insomniaVariablesOf(one['data'])));
    }
  }
};
