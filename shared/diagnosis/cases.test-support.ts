import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRecord, parseJson } from '../exchange/json.ts';
import { readHar } from '../exchange/har.ts';
import type { Cause } from './causes.ts';
import { causes } from './causes.ts';
import type { Case } from './measure/answers.ts';

const isCause = (value: unknown): value is Cause => causes.some((cause) => cause === value);

/**
 * The case files of a folder, named relative to this one: the project's own lie in `./cases`, the corpus beside the
 * checkout. `undefined` where the folder is missing.
 */
export const casesIn = (folder: string): readonly Case[] | undefined => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  if (!existsSync(path)) return undefined;
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => caseOf(name, readFileSync(`${path}/${name}`, 'utf8')));
};

const caseOf = (name: string, text: string): Case => {
  const value = parseJson(text);
  const read = readHar(value);
  if (!read.ok || !isRecord(value)) throw new Error(`${name} is no case file`);
  const accepted = Array.isArray(value['alsoAccept']) ? value['alsoAccept'] : [];
  return {
    id: name.replace(/\.json$/, ''),
    cause: isCause(value['cause']) ? value['cause'] : undefined,
    alsoAccept: accepted.filter(isCause),
    attempt: read.attempt,
  };
};
