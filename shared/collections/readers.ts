import { isRecord, parseJson } from '../exchange/json.ts';
import { parseYaml } from '../workspace/yaml-text.ts';
import { bruno } from './bruno.ts';
import type {
  CollectionFile,
  CollectionForm,
  CollectionReader,
  ParsedFile,
  ReadCollection,
} from './collection.ts';
import { unknownGenerators, withOurGenerators } from './foreign-generators.ts';
import { hoppscotch } from './hoppscotch.ts';
import { httpFile } from './http-file.ts';
import { insomnia5 } from './insomnia-5.ts';
import { insomnia } from './insomnia.ts';
import { openapi } from './openapi.ts';
import { mergedCollections } from './merged-collections.ts';
import { netrc } from './netrc.ts';
import { opencollection } from './opencollection.ts';
import { postmanEnvironment } from './postman-environment.ts';
import { postman } from './postman.ts';

/** Every form that is read; the plainest signs first. */
export const readers: readonly CollectionReader[] = [
  bruno,
  postman,
  postmanEnvironment,
  insomnia5,
  insomnia,
  opencollection,
  openapi,
  hoppscotch,
  httpFile,
  netrc,
];

/** What a person calls a file of this form. */
export const labelOf = (form: CollectionForm): string =>
  readers.find((reader) => reader.form === form)?.label ?? form;

/** All files together, in characters. */
export const COLLECTION_LIMIT = 50_000_000;

/** No person files a request that deep, and the readers walk folders by calls within calls. */
const DEEPEST = 500;

const isDeeperThan = (value: unknown, levels: number): boolean => {
  let here: readonly unknown[] = [value];
  for (let level = 0; level <= levels; level += 1) {
    here = here.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (here.length === 0) return false;
  }
  return true;
};

/**
 * Reads what another tool keeps its requests in: one file, or the files of a folder. Pure, never throws; what cannot be
 * carried over is said.
 */
export const readCollection = (files: readonly CollectionFile[], newId: () => string): ReadCollection => {
  const texts = files.filter(({ text }) => text.trim() !== '');
  if (texts.length === 0) return { ok: false, message: 'There is nothing in it.' };
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > COLLECTION_LIMIT) {
    return { ok: false, message: 'The files are larger than 50 MB together; nothing was read.' };
  }
  const named = texts.map((file) => ({ ...file, text: withOurGenerators(file.text) }));
  const parsed = named.map((file): ParsedFile => ({ ...file, value: valueOf(file) }));
  const tooDeep = parsed.find(({ value }) => isDeeperThan(value, DEEPEST));
  if (tooDeep !== undefined) {
    return {
      ok: false,
      message: `${tooDeep.name || 'The text'} is nested more than ${DEEPEST} levels deep; nothing was read.`,
    };
  }
  return together(parsed, newId) ?? each(parsed, newId);
};

const unreadable: ReadCollection = {
  ok: false,
  message:
    'This is no collection of Postman, Insomnia, Bruno or Hoppscotch, no OpenAPI description, no .http and no netrc file that can be read.',
};

/** The files as one collection, by the first reader that knows them; `undefined` where none does. */
const together = (files: readonly ParsedFile[], newId: () => string): ReadCollection | undefined => {
  for (const reader of readers) {
    const read = reader.read(files, newId);
    if (read === undefined) continue;
    if (!read.ok) return read;
    const { collection } = read;
    const { requests, environments, profiles } = collection;
    if (requests.length === 0 && environments.length === 0 && profiles.length === 0) {
      return { ok: false, message: `There are no requests in this ${reader.label}.` };
    }
    const unknown = unknownGenerators(JSON.stringify(collection));
    return { ok: true, collection: { ...collection, left: [...collection.left, ...unknown] } };
  }
  return undefined;
};

/** Files that are not of one piece, such as a collection and its environments: each by itself. */
const each = (files: readonly ParsedFile[], newId: () => string): ReadCollection => {
  if (files.length < 2) return unreadable;
  const read = files.map((file) => ({ file, answer: together([file], newId) }));
  const [first, ...more] = read.flatMap(({ answer }) => (answer?.ok === true ? [answer.collection] : []));
  if (first === undefined) return unreadable;
  const left = read.flatMap(({ file, answer }) =>
    answer?.ok === true ? [] : [`${file.name}: ${answer?.message ?? 'nothing in it could be read.'}`],
  );
  const merged = mergedCollections(first, ...more);
  return { ok: true, collection: { ...merged, left: [...merged.left, ...left] } };
};

const valueOf = ({ name, text }: CollectionFile): unknown => {
  const bare = text.replace(/^\uFEFF/, '');
  const json = parseJson(bare);
  if (json !== undefined) return json;
  if (/\.(?:bru|http|rest|netrc)$/i.test(name) || /^\s*[{[]/.test(bare)) return undefined;
  const yaml = parseYaml(bare);
  return yaml.ok && (isRecord(yaml.value) || Array.isArray(yaml.value)) ? yaml.value : undefined;
};
