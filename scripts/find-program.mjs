import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} file */
const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The first of these programs that is there: names are looked up on PATH, absolute paths as they are.
 *
 * @param {string[]} names
 */
export const findProgram = (...names) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const files = names.flatMap((name) =>
    /[\\/]/.test(name)
      ? [name]
      : folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  return files.find(isProgram);
};
