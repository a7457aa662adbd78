import { closeSync, openSync, writeSync } from 'node:fs';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import type { AnswerHead } from '../net/transport-types.ts';
import type { Spill } from '../net/spill.ts';
import type { Shell } from './command.ts';
import type { CurlOutput } from './curl-output.ts';
import { youngBuffers } from './young-buffers.ts';

/** The body's name in the exchange where it went to its output as it came. */
export const printedId = 'printed';

/**
 * Lets a large body go to its output while it comes, instead of to the disk first. Not where it may not be the one that
 * is printed (a redirect, an answer that credentials follow), nor where heads are printed before it.
 */
export const streamTo = (
  { file, include, fail }: CurlOutput,
  { followRedirects }: DraftSettings,
  { stdout }: Shell,
): ((answer: AnswerHead) => Spill | undefined) => {
  return ({ status, fields }) => {
    const redirects = followRedirects && valueOf(fields, 'Location') !== undefined;
    if ((include && file === undefined) || redirects || status === 401 || status === 407) return undefined;
    if (fail && status >= 400) return undefined;
    return sparingly(file === undefined ? toStream(stdout) : toFile(file));
  };
};

const sparingly = (spill: Spill): Spill => {
  const passed = youngBuffers();
  return {
    ...spill,
    write(bytes) {
      passed(bytes.length);
      return spill.write(bytes);
    },
  };
};

const toStream = (stdout: Shell['stdout']): Spill => ({
  id: printedId,
  write: (bytes) =>
    stdout.write(bytes) ? undefined : new Promise<void>((resolve) => void stdout.once('drain', resolve)),
  close: () => Promise.resolve(),
  discard: () => Promise.resolve(),
});

/** Nothing else is to be done meanwhile, and a descriptor that is written at once needs no buffers in between. */
const toFile = (path: string): Spill => {
  let descriptor: number | undefined;
  const close = (): Promise<void> => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
    return Promise.resolve();
  };
  return {
    id: printedId,
    write(bytes) {
      descriptor ??= openSync(path, 'w');
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    },
    close,
    // As curl leaves it: what had come.
    discard: close,
  };
};
