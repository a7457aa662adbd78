import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from './run.ts';

/** Ports and keys of the auth zoo: other people's servers, where they run on this machine. */
export const zoo = {
  apache: 18101,
  lighttpd: 18105,
  nginx: 18111,
  nginxOther: 18112,
  nginxTls: 18113,
  nginxMtls: 18114,
  squidBasic: 18121,
  squidDigest: 18122,
  ntlm: 18123,
  squidNtlm: 18124,
  httpbin: 18131,
  oidc: 18141,
  api: 18142,
  s3: 18151,
} as const;

export const zooKeys = process.env['ZOO_KEYS'] ?? join(homedir(), '.cache', 'auth-zoo', 'keys');

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });

export const zooIsUp = async (): Promise<boolean> =>
  (await Promise.all(Object.values(zoo).map(listens))).every(Boolean);

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
