import { rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EngineError } from '../errors.ts';
import { moveFile } from './atomic-write.ts';
import { folderSegment } from './slug.ts';

const pathOf = (folder: readonly string[]): string => folder.map(folderSegment).join('/');

const inodeOf = (path: string): Promise<bigint | undefined> =>
  stat(path, { bigint: true }).then(
    ({ ino }) => ino,
    () => undefined,
  );

/**
 * Gives a folder of requests another name or place, with all that is in it, in one step: at no moment half of it is here
 * and half there. Nothing is merged.
 * @param root the folder that all requests of the workspace lie in
 * @throws EngineError where there is no such folder, or one of that name is there already
 */
export const moveFolder = async (
  root: string,
  from: readonly string[],
  to: readonly string[],
): Promise<void> => {
  const [source, target] = [join(root, pathOf(from)), join(root, pathOf(to))];
  if (source === target) return;
  if (to.length === 0 || from.every((name, at) => to[at] === name)) {
    throw new EngineError('bad-argument', 'A folder cannot be moved into itself.');
  }
  const inode = await inodeOf(source);
  if (inode === undefined) {
    throw new EngineError(
      'not-found',
      `The folder ${from.join(' / ')} is gone; somebody moved or deleted it.`,
    );
  }
  const taken = await inodeOf(target);
  // Where upper and lower case are the same, "billing" is there already when it becomes "Billing".
  if (taken !== undefined && taken !== inode) {
    throw new EngineError(
      'conflict',
      `There is a folder ${to.join(' / ')} already. Give one of them another name.`,
    );
  }
  await moveFile(source, target);
  for (let left = dirname(source); left !== root; left = dirname(left)) {
    // It stays where anything else is in it.
    if (
      !(await rmdir(left).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
};
