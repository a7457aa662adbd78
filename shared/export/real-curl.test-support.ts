import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose } from '../compose/compose.ts';
import { firstRequest, stillWorld } from '../compose/will-send.ts';
import { bytesToByteString, utf8ByteString, utf8Bytes } from '../exchange/bytes.ts';
import { openSettings } from '../import/open-settings.test-support.ts';
import { schemeById } from '../schemes/index.ts';
import type { OutgoingRequest } from '../schemes/scheme.ts';
import { emptyDraft, splitUrl, type Draft } from '../workspace/draft.ts';
import { exportCurl, type CurlSource } from './curl.ts';
import { startRawEcho, type RawRequest } from './raw-echo.test-support.ts';

const findInPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const found = ['sh', 'bash'].map(findInPath).filter((shell) => shell !== undefined);

/** POSIX shells of this machine; none where there is no curl. */
export const shells: readonly string[] = findInPath('curl') === undefined ? [] : found;
if (shells.length === 0) console.log('skipped: no POSIX shell with curl is there to run exported commands');

export const BOUNDARY = 'b0undary';

export interface Built {
  readonly request: OutgoingRequest;
  readonly source: CurlSource;
  readonly words: Parameters<typeof exportCurl>[1]['schemeWords'];
}

export const commandOf = ({ source, words }: Built): string =>
  exportCurl(source, { secrets: 'included', ...(words === undefined ? {} : { schemeWords: words }) }).command;

/** The order among different fields is curl's own; fields of one name keep theirs. */
export const fieldsOf = (request: Pick<RawRequest, 'fields'>): readonly string[] =>
  request.fields.map(({ name, value }) => `${name}: ${value}`).toSorted();

/** A body with the boundary that its Content-Type names replaced by the one that `build` uses. */
export const withOurBoundary = ({ fields, body }: RawRequest): string => {
  const type = fields.find(({ name }) => /^content-type$/i.test(name))?.value ?? '';
  return body.replaceAll(/boundary=(.*)$/.exec(type)?.[1] ?? '', BOUNDARY);
};

export interface Delivery {
  /** What arrived, by each shell. */
  readonly got: readonly RawRequest[];
  readonly built: Built;
  readonly command: string;
}

/** Exports drafts and runs the commands in a folder of its own, against a server that keeps raw bytes. */
export class RealCurl {
  readonly origin: string;
  readonly #echo: Awaited<ReturnType<typeof startRawEcho>>;
  readonly #folder: string;
  readonly #contents = new Map<string, string>();

  private constructor(echo: Awaited<ReturnType<typeof startRawEcho>>, folder: string) {
    this.#echo = echo;
    this.#folder = folder;
    this.origin = echo.origin;
  }

  static async open(): Promise<RealCurl> {
    return new RealCurl(await startRawEcho(), await mkdtemp(join(tmpdir(), 'why401-export-')));
  }

  async close(): Promise<void> {
    await this.#echo.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  draftTo(path: string, more: Partial<Draft> = {}): Draft {
    const { url, params } = splitUrl(`${this.origin}${path}`);
    return { ...emptyDraft('id'), url, params: [...params], ...more };
  }

  /** A file for the commands to read. */
  async putFile(path: string, content: string): Promise<void> {
    this.#contents.set(path, content);
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  /** Draft → the request that the engine would send, and what the exporter is given for it. */
  build(draft: Draft): Built {
    const scheme = draft.auth.kind === 'own' ? schemeById(draft.auth.scheme) : undefined;
    const settings = draft.auth.kind === 'own' ? openSettings(draft.auth.settings) : {};
    const composed = compose({
      draft,
      ...(scheme === undefined ? {} : { settings: { scheme, settings, note: 'own' } }),
      variables: new Map(),
      fileSize: (path) => utf8Bytes(this.#contents.get(path) ?? '').length,
      boundary: BOUNDARY,
      userAgent: 'why401/test',
    });
    if (!composed.ok) throw new Error(composed.message);
    const request = firstRequest(composed.flow(stillWorld), 'the-token');
    if (request === undefined) throw new Error('nothing is sent');
    const { followRedirects, maxRedirects, timeoutMs, verifyTls } = draft.settings;
    const parsed = scheme?.settings.parse(settings);
    return {
      request,
      source: {
        ...request,
        settings: { followRedirects, maxRedirects, timeoutMs, verifyTls },
        ...(draft.body.kind === 'multipart' ? { parts: draft.body.parts } : {}),
      },
      words: parsed === undefined ? undefined : scheme?.curl?.(parsed, request),
    };
  }

  /** The bytes of a request's body, files included. */
  bodyOf({ body }: OutgoingRequest): string {
    if (body.kind === 'none') return '';
    if (body.kind === 'bytes') return bytesToByteString(body.bytes);
    return body.pieces
      .map((piece) =>
        piece.kind === 'bytes'
          ? bytesToByteString(piece.bytes)
          : utf8ByteString(this.#contents.get(piece.path) ?? ''),
      )
      .join('');
  }

  /** Runs a script and answers with the requests that it caused. From a file: it may be longer than one argument. */
  async run(shell: string, script: string): Promise<readonly RawRequest[]> {
    const file = join(this.#folder, 'command.sh');
    await writeFile(file, script);
    await new Promise<void>((done, fail) => {
      const env = { PATH: process.env['PATH'], HOME: this.#folder, LC_ALL: 'C.UTF-8' };
      execFile(shell, [file], { cwd: this.#folder, env, timeout: 100_000 }, (error, _out, err) =>
        error === null ? done() : fail(new Error(`${script.slice(0, 2_000)}\n${err}`)),
      );
    });
    return this.#echo.take();
  }

  async deliver(draft: Draft): Promise<Delivery> {
    const built = this.build(draft);
    const command = commandOf(built);
    const got: RawRequest[] = [];
    for (const shell of shells) got.push(...(await this.run(shell, command)));
    if (got.length !== shells.length) throw new Error(`${got.length} requests arrived: ${command}`);
    return { got, built, command };
  }
}
