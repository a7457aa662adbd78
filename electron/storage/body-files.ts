import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../errors.ts';
import type { Attempt, Body } from '../../shared/exchange/exchange.ts';
import { privateFile, privateFolder } from './atomic-write.ts';

/**
 * Bodies that are too large for a message or a row, one file each, named by a random id. Ids come back from a window, so
 * that nothing but such an id is ever made into a path.
 */
export interface BodyFiles {
  readonly folder: string;
  /** @throws EngineError `not-found` */
  read(
    id: string,
    offset: number,
    length: number,
  ): Promise<{ readonly base64: string; readonly size: number }>;
  remove(ids: readonly string[]): Promise<void>;
  /** The attempt with its large texts moved into files. */
  moveOut(attempt: Attempt): Promise<Attempt>;
  /**
   * Deletes files that no history mentions and that are older than a day: what a crash left behind. The ids that are
   * mentioned are asked for only where there are files.
   */
  sweep(mentioned: () => Promise<readonly string[]>): Promise<void>;
}

const idPattern = /^[A-Za-z0-9_-]{8,64}$/;
const inlineLimit = 256 * 1024;
const headLength = 4096;
const dayMs = 86_400_000;

/** Ids of the body files of an attempt. */
export const bodyIdsOf = (attempt: Attempt): readonly string[] =>
  attempt.exchanges.flatMap(({ request, outcome }) =>
    [request.body, outcome.kind === 'answered' ? outcome.response.body : undefined].flatMap((body) =>
      body?.kind === 'file' ? [body.id] : [],
    ),
  );

export const openBodyFiles = async (folder: string): Promise<BodyFiles> => {
  await mkdir(folder, { recursive: true, mode: privateFolder });
  const pathOf = (id: string): string => {
    if (!idPattern.test(id)) throw new EngineError('not-found', 'There is no such body.');
    return join(folder, id);
  };

  const moveBody = async (body: Body): Promise<Body> => {
    if (body.kind !== 'text' && body.kind !== 'bytes') return body;
    const content =
      body.kind === 'text' ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
    // Redaction leaves a size without its bytes.
    if (content.length <= inlineLimit) return body;
    const id = randomUUID();
    await writeFile(pathOf(id), content, { mode: privateFile });
    return {
      kind: 'file',
      id,
      size: content.length,
      ...(body.kind === 'text' ? { head: body.text.slice(0, headLength) } : {}),
    };
  };

  return {
    folder,
    async read(id, offset, length) {
      const path = pathOf(id);
      const handle = await open(path, 'r').catch((error: unknown) => {
        throw new EngineError('not-found', 'This body is not on disk any more.', { cause: error });
      });
      try {
        const { size } = await handle.stat();
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return { base64: buffer.subarray(0, bytesRead).toString('base64'), size };
      } finally {
        await handle.close();
      }
    },
    async remove(ids) {
      await Promise.all(ids.filter((id) => idPattern.test(id)).map((id) => rm(pathOf(id), { force: true })));
    },
    async moveOut(attempt) {
      const exchanges = [];
      for (const exchange of attempt.exchanges) {
        const { request, outcome } = exchange;
        exchanges.push({
          ...exchange,
          request: { ...request, body: await moveBody(request.body) },
          outcome:
            outcome.kind === 'answered'
              ? { ...outcome, response: { ...outcome.response, body: await moveBody(outcome.response.body) } }
              : outcome,
        });
      }
      return { ...attempt, exchanges };
    },
    async sweep(mentioned) {
      const names = (await readdir(folder)).filter((name) => idPattern.test(name));
      if (names.length === 0) return;
      const known = new Set(await mentioned());
      for (const name of names) {
        if (known.has(name)) continue;
        const found = await stat(join(folder, name)).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > dayMs)
          await rm(join(folder, name), { force: true });
      }
    },
  };
};
