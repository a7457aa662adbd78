import { isRecord } from '../exchange/json.ts';
import type { CollectionReader } from './collection.ts';
import { Gathering, textOf } from './gathering.ts';
import { variablesIn } from './postman.ts';

/** An environment, or the globals, that Postman exports as a file of its own. */
export const postmanEnvironment: CollectionReader = {
  form: 'postman-environment',
  label: 'Postman environment',
  read(files, newId) {
    const [file] = files;
    if (files.length !== 1 || !isRecord(file?.value) || !Array.isArray(file.value['values']))
      return undefined;
    const scope = file.value['_postman_variable_scope'];
    if (scope !== 'environment' && scope !== 'globals') return undefined;
    const name = textOf(file.value['name']) || 'Globals';
    const gathering = new Gathering(newId);
    gathering.environment(name, variablesIn(file.value['values']));
    return { ok: true, collection: gathering.collection(name, 'postman-environment') };
  },
};
