import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shelf = new URL('../../../shared/', import.meta.url);

/** A file of the conformance shelf beside the project, parsed; `undefined`, said in one line, where the shelf is absent. */
export const shelved = (path: string): unknown => {
  const file = fileURLToPath(new URL(path, shelf));
  if (!existsSync(file)) {
    console.log(`skipped: ../shared/${path} is not there`);
    return undefined;
  }
  return JSON.parse(readFileSync(file, 'utf8'));
};

/** The folder of that name on the shelf, or `undefined`. */
export const shelvedFolder = (path: string): string | undefined => {
  const folder = fileURLToPath(new URL(path, shelf));
  if (existsSync(folder)) return folder;
  console.log(`skipped: ../shared/${path} is not there`);
  return undefined;
};
