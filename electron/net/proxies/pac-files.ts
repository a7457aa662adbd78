import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openPacScript, type PacScript } from './pac-script.ts';

export type PacAnswer =
  { readonly ok: true; readonly answer: string } | { readonly ok: false; readonly message: string };

/** Asks PAC files which way to go. */
export interface PacFiles {
  /** @param source address of the file (http, https, file), its path, or its text */
  ask(source: string, url: string, signal: AbortSignal): Promise<PacAnswer>;
  close(): void;
}

export interface PacFilesOptions {
  readonly nowMs: () => number;
  /** Fetches a text over HTTP, without any proxy. Rejects with a sentence where it cannot. */
  fetchText(url: string, signal: AbortSignal, limit: number): Promise<string>;
  /** How long a script may take to answer; 5 s. */
  readonly answeringMs?: number;
}

/** A script that takes longer to answer is ended. Milliseconds. */
const usualMs = 5_000;
/** A PAC file that was fetched this long ago is fetched again. */
const freshMs = 5 * 60_000;
/** Largest PAC file, in characters. */
const sizeLimit = 1_000_000;

interface Kept {
  readonly source: string;
  readonly script: Promise<PacScript>;
  readonly atMs: number;
}

/** The script last used is kept; another source takes its place. */
export const createPacFiles = ({ nowMs, fetchText, answeringMs = usualMs }: PacFilesOptions): PacFiles => {
  let kept: Kept | undefined;
  const drop = (): void => {
    kept?.script.then(
      (script) => script.close(),
      () => undefined,
    );
    kept = undefined;
  };
  const read = async (source: string, signal: AbortSignal): Promise<string> => {
    if (isText(source)) return source;
    if (/^https?:/i.test(source)) return await fetchText(source, signal, sizeLimit);
    return await readPath(/^file:/i.test(source) ? fileURLToPath(source) : source);
  };
  const scriptOf = (source: string, signal: AbortSignal): Promise<PacScript> => {
    if (kept?.source === source && nowMs() - kept.atMs < freshMs) return kept.script;
    drop();
    const script = read(source, signal).then((text) => openPacScript(text, answeringMs));
    kept = { source, script, atMs: nowMs() };
    return script;
  };
  return {
    async ask(source, url, signal) {
      const from = source.trim();
      if (from === '') {
        return {
          ok: false,
          message: 'The network settings name no PAC file. Enter its address, or choose another mode.',
        };
      }
      const script = scriptOf(from, signal);
      try {
        return { ok: true, answer: await (await script).find(url) };
      } catch (error) {
        // What could not be had, or was ended, is begun anew the next time.
        if (kept?.script === script) drop();
        const detail = error instanceof Error ? error.message : String(error);
        return { ok: false, message: `The PAC file could not say which proxy to use: ${detail}` };
      }
    },
    close: drop,
  };
};

const isText = (source: string): boolean => /\bFindProxyForURL\b/.test(source) && /[({]/.test(source);

const readPath = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true)
    throw new Error(`${path} cannot be read. Check its path in the network settings.`);
  if (found.size > sizeLimit) throw new Error(`${path} is larger than a PAC file may be.`);
  return await readFile(path, 'utf8');
};
