import bruToJson from '@usebruno/lang/v2/src/bruToJson.js';
import collectionBruToJson from '@usebruno/lang/v2/src/collectionBruToJson.js';
import envToJson from '@usebruno/lang/v2/src/envToJson.js';
import type { CollectionReader } from './collection.ts';
import {
  brunoAuth,
  brunoExtras,
  brunoRequest,
  brunoVariables,
  ownVariables,
  rowsOf,
} from './bruno-request.ts';
import { placed, type PlacedFile } from './file-tree.ts';
import { Gathering, recordOf, textOf, type Json } from './gathering.ts';

/** Bruno's .bru files: a folder of them, or one. */
export const bruno: CollectionReader = {
  form: 'bruno',
  label: 'Bruno collection',
  read(files, newId) {
    if (!files.some(({ name }) => name.endsWith('.bru'))) return undefined;
    const all = placed(files, ['bruno.json']);
    const gathering = new Gathering(newId);
    const problems: string[] = [];
    for (const file of all.filter(({ base }) => base.endsWith('.bru'))) {
      try {
        take(gathering, file);
      } catch {
        problems.push(file.name);
        gathering.leave('Could not be read', file.name);
      }
    }
    if (problems.length === all.filter(({ base }) => base.endsWith('.bru')).length) {
      return { ok: false, message: `${problems[0] ?? 'The file'} is not a .bru file that can be read.` };
    }
    const marker = all.find(({ base, folder }) => base === 'bruno.json' && folder.length === 0);
    const name = textOf(recordOf(marker?.value)['name']) || (gathering.requests[0]?.name ?? 'Bruno');
    return { ok: true, collection: gathering.collection(name, 'bruno') };
  },
};

const take = (gathering: Gathering, { base, folder, text, name }: PlacedFile): void => {
  const bare = base.replace(/\.bru$/, '');
  if (folder[0] === 'environments' || isEnvironment(text)) {
    const { variables } = recordOf(envToJson(text));
    gathering.environment(bare, brunoVariables(variables));
  } else if (bare === 'collection' || bare === 'folder') {
    ofFolder(gathering, recordOf(collectionBruToJson(text)), bare === 'collection' ? [] : folder, name);
  } else brunoRequest(gathering, recordOf(bruToJson(text)), folder, bare);
};

/** One that was chosen without the folder that it lies in. */
const isEnvironment = (text: string): boolean => /^\s*vars(?::secret)?\s*[{[]/.test(text);

const ofFolder = (gathering: Gathering, given: Json, path: readonly string[], where: string): void => {
  const auth = recordOf(given['auth']);
  gathering.folder(path, brunoAuth(gathering, textOf(auth['mode']), auth, where), ownVariables(given));
  if (rowsOf(given['headers']).length > 0) gathering.leave('Fields of a folder', where);
  brunoExtras(gathering, given, where);
};
