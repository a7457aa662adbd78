import { readFile } from 'node:fs/promises';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { EngineError } from '../errors.ts';
import { privateFile, writeAtomically } from './atomic-write.ts';
import { withLock } from './lock.ts';
import { createQueue } from '../queue.ts';

/** What the windows remember of a person's choices: theme, sizes, the last workspace. Nothing secret. */
export interface Preferences {
  current(): Readonly<Record<string, unknown>>;
  /** Names that are not given stay as they are; `null` removes one. */
  save(change: Readonly<Record<string, unknown>>): Promise<void>;
}

const sizeLimit = 1_000_000;
const version = 1;

interface Found {
  readonly values: Readonly<Record<string, unknown>>;
  /** A file that a newer why401 wrote is read no further and never overwritten. */
  readonly newer: boolean;
}

const read = async (file: string): Promise<Found> => {
  const document = parseJson(await readFile(file, 'utf8').catch(() => ''));
  if (!isRecord(document)) return { values: {}, newer: false };
  const found = document['version'];
  if (typeof found === 'number' && found > version) return { values: {}, newer: true };
  const values = document['preferences'];
  return { values: isRecord(values) ? values : {}, newer: false };
};

/** Preferences are a comfort: a file that cannot be read counts as empty. */
export const openPreferences = async (file: string): Promise<Preferences> => {
  let { values } = await read(file);
  const saves = createQueue();
  /** On what the file says now, under the lock: another host's choices stay. */
  const write = async (change: Readonly<Record<string, unknown>>): Promise<void> => {
    const now = await read(file);
    const next = Object.fromEntries(
      Object.entries({ ...now.values, ...change }).filter(([, value]) => value !== null),
    );
    const text = `${JSON.stringify({ version, preferences: next }, undefined, 2)}\n`;
    if (text.length > sizeLimit)
      throw new EngineError('bad-argument', 'The preferences are too large to be kept.');
    values = next;
    if (!now.newer) await writeAtomically(file, text, privateFile);
  };
  return {
    current: () => values,
    save: (change) => saves.run(() => withLock(`${file}.lock`, () => write(change))),
  };
};
