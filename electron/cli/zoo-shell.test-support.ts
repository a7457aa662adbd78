import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from './run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A home of its own for the shell, and a way to run it in this process. */
export interface Shell {
  /** `onError` sees what is written to standard error while the command runs. */
  why401(args: readonly string[], onError?: (text: string) => void): Promise<Ran>;
  /** A request file that `send` takes. */
  file(name: string, yaml: string): Promise<string>;
  close(): Promise<void>;
}

const collector = (onText: (text: string) => void = () => undefined) => {
  const pieces: Buffer[] = [];
  const text = (): string => Buffer.concat(pieces).toString('utf8');
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(Buffer.from(piece));
      onText(text());
      done();
    },
  });
  return { stream, text };
};

export const openShell = async (): Promise<Shell> => {
  const folder = await mkdtemp(join(tmpdir(), 'why401-shell-'));
  process.env['WHY401_HOME'] = join(folder, 'home');
  return {
    async why401(args, onError) {
      const out = collector();
      const err = collector(onError);
      const code = await run(args, {
        stdout: out.stream,
        stderr: err.stream,
        stdin: Readable.from([]),
        env: {},
      });
      return { code, out: out.text(), err: err.text() };
    },
    async file(name, yaml) {
      const path = join(folder, `${name}.yaml`);
      await writeFile(path, `version: 1\nid: ${name}-0000000000\nname: ${name}\n${yaml}`);
      return path;
    },
    async close() {
      delete process.env['WHY401_HOME'];
      await rm(folder, { recursive: true, force: true });
    },
  };
};
