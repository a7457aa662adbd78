import { isRecord } from '../exchange/json.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering, recordOf, recordsOf, textOf, type Json } from './gathering.ts';
import { insomniaRequest, insomniaVariablesOf, withBase } from './insomnia-request.ts';

/** Insomnia's format 5: a tree in YAML. */
export const insomnia5: CollectionReader = {
  form: 'insomnia-5',
  label: 'Insomnia collection',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1 || !isRecord(file?.value)) return undefined;
    const root = file.value;
    const type = textOf(root['type']);
    if (!/\.insomnia\.rest\/5\.\d+$/.test(type)) return undefined;
    if (!type.startsWith('environment.') && !Array.isArray(root['collection'])) {
      return { ok: false, message: `There are no requests in this file: its type is ${type}.` };
    }
    const gathering = new Gathering(newId);
    items(gathering, root['collection'], []);
    environments(gathering, recordOf(root['environments']));
    const name = textOf(root['name']) || 'Insomnia';
    return { ok: true, collection: gathering.collection(name, 'insomnia-5') };
  },
};

const items = (gathering: Gathering, list: unknown, path: readonly string[]): void => {
  for (const item of recordsOf(list)) {
    const name = textOf(item['name']);
    if (Array.isArray(item['children']) || !('url' in item)) {
      const auth = gathering.auth('insomnia', item['authentication'], name);
      gathering.folder([...path, name], auth, insomniaVariablesOf(item['environment']));
      if (recordsOf(item['headers']).length > 0) gathering.leave('Fields of a folder', name);
      items(gathering, item['children'], [...path, name]);
    } else if (/^wss?:|^grpcs?:/.test(textOf(item['url'])) || 'protoFileId' in item) {
      gathering.leave('Not HTTP, so left out', name);
    } else insomniaRequest(gathering, item, path);
  }
};

const environments = (gathering: Gathering, base: Json): void => {
  const variables = insomniaVariablesOf(base['data']);
  const below = recordsOf(base['subEnvironments']);
  if (below.length === 0) gathering.environment(textOf(base['name']), variables);
  for (const one of below) {
    gathering.environment(textOf(one['name']), withBase(variables, insomniaVariablesOf(one['data'])));
  }
};
