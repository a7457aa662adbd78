import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../shared/compose/compose.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import { utf8ByteString, utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { readCommand } from '../../shared/import/curl.ts';
import { readCurlCookies } from '../../shared/import/curl-cookies.ts';
import { readCurlWords, type ConfigFiles } from '../../shared/import/curl-words.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import { FlowStopped, type OpenSettings } from '../../shared/schemes/scheme.ts';
import { joinUrl, type Draft, type SchemeSettings } from '../../shared/workspace/draft.ts';
import { typedSecret } from '../../shared/workspace/secret.ts';
import { execute, type HopCookies } from '../net/execute.ts';
import { createTransport, type OpenTransport } from '../net/transport.ts';
import {
  createSchemeHost,
  createSchemeMemories,
  firstRequestOf,
  type SchemeHost,
} from '../schemes/scheme-host.ts';
import { paintFor } from './colours.ts';
import { UsageError, type Command, type ExitCode, type Shell } from './command.ts';
import type { TransportHooks } from '../net/transport-types.ts';
import { commandCookies } from './curl-cookies.ts';
import { curlRoute } from './curl-route.ts';
import { streamTo } from './curl-stream.ts';
import { printAttempt, readOutput } from './curl-output.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { exitCodeOf, gravest } from './exit-code.ts';
import { outgoingBytes } from './message-text.ts';
import { readText } from './read-text.ts';
import { version } from './version.ts';

/** `why401 curl [--offline] …`: curl's own arguments through our engine; a failure is explained on standard error. */
export const curlCommand: Command = {
  async run(args, shell) {
    const offline = args.includes('--offline');
    const words = args.filter((arg) => arg !== '--offline').map(utf8ByteString);
    const stdin = words.some((word) => /(^|[@<])-$|^-\w*K-$/.test(word))
      ? { text: utf8ByteString(await readText('-', shell)) }
      : undefined;
    const configs: ConfigFiles = (path) => (path === '-' ? stdin?.text : configText(path));
    const read = readCommand(words, stdin, randomUUID, configs);
    if (!read.ok) throw new UsageError(read.message);
    for (const note of read.notes) shell.stderr.write(`why401 curl: ${note}\n`);
    if (offline) {
      for (const draft of read.drafts) {
        const made = composed(draft);
        const host = schemeHost();
        const request = await firstRequestOf(made.flow(host.env), host, {
          accessToken: '',
          tokenType: 'bearer',
        }).catch(stoppedEarly);
        shell.stdout.write(outgoingBytes(request ?? made.request));
      }
      return 0;
    }
    const { parts } = readCurlWords(words, configs);
    const given = parts.flatMap((part) => part.output);
    const cookies = await commandCookies(readCurlCookies(parts));
    // Made when a body needs it, which few do.
    const folder = join(tmpdir(), `why401-curl-${randomUUID()}`);
    const network = createTransport({ bodyFolder: folder, nowMs: Date.now, newId: randomUUID });
    try {
      const codes: ExitCode[] = [];
      for (const draft of read.drafts) {
        const output = readOutput(given, joinUrl(draft.url, draft.params), draft.method === 'HEAD');
        const attempt = await send(
          draft,
          network,
          streamTo(output, draft.settings, shell),
          shell,
          cookies?.hops,
        );
        await printAttempt(attempt, output, folder, shell);
        codes.push(explainOn(shell, attempt));
      }
      await cookies?.save(shell);
      return gravest(codes);
    } finally {
      await network.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Nothing is remembered from one command to the next. */
const schemeHost = (): SchemeHost => createSchemeHost(Date.now, createSchemeMemories()(''));

const stoppedEarly = (error: unknown): never => {
  throw error instanceof FlowStopped ? new UsageError(error.message) : error;
};

const opened = (settings: SchemeSettings): OpenSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      typeof value === 'object' ? typedSecret(value) : value,
    ]),
  );

/** A byte string; `undefined` where there is no such file. */
const configText = (path: string): string | undefined => {
  try {
    return readFileSync(utf8OfBytes(path), 'latin1');
  } catch {
    return undefined;
  }
};

const fileSize = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : undefined;
};

/** @throws UsageError where the request cannot be sent as it is */
const composed = (draft: Draft): Extract<ReturnType<typeof compose>, { ok: true }> => {
  const scheme = draft.auth.kind === 'own' ? schemeById(draft.auth.scheme) : undefined;
  const made = compose({
    draft,
    ...(scheme === undefined || draft.auth.kind !== 'own'
      ? {}
      : { settings: { scheme, settings: opened(draft.auth.settings), note: 'the command line' } }),
    variables: new Map(),
    fileSize,
    boundary: `why401-${randomBytes(12).toString('hex')}`,
    userAgent: `why401/${version}`,
  });
  if (!made.ok) throw new UsageError(made.message);
  return made;
};

/** curl itself has no trailers: it sends such a field before the body. */
const behind = (name: string): string =>
  `why401 curl: ${name} leaves after the body, since Trailer names it; curl would send it before.\n`;

const send = async (
  draft: Draft,
  { transport }: OpenTransport,
  spillFor: TransportHooks['spillFor'],
  { env, stderr }: Shell,
  cookies: HopCookies | undefined,
): Promise<Attempt> => {
  const made = composed(draft);
  for (const { name } of made.request.trailers ?? []) stderr.write(behind(name));
  const host = schemeHost();
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  process.once('SIGINT', stop);
  const startedAtMs = Date.now();
  try {
    const { exchanges, stopped } = await execute({
      flow: made.flow(host.env),
      answer: host.answer,
      ...(cookies === undefined ? {} : { cookies }),
      transport,
      spillFor,
      route: await curlRoute(draft.settings, made.request.url, env),
      redirects: {
        follow: draft.settings.followRedirects,
        max: draft.settings.maxRedirects,
        trustedOrigins: draft.settings.trustedOrigins,
      },
      signal: interrupted.signal,
      timeoutMs: draft.settings.timeoutMs,
      token: () =>
        Promise.resolve({
          ok: false,
          stopped: { code: 'no-token', message: 'curl’s arguments name no token.' },
        }),
      onExchange: () => undefined,
    });
    return {
      id: randomUUID(),
      startedAtMs,
      exchanges: [...exchanges],
      source: 'sent',
      ...(stopped === undefined ? {} : { stopped }),
    };
  } finally {
    process.removeListener('SIGINT', stop);
  }
};

const explainOn = (shell: Shell, attempt: Attempt): ExitCode => {
  const diagnosis = diagnose(attempt);
  if (diagnosis.failed)
    shell.stderr.write(`\n${diagnosisText('why401', attempt, diagnosis, paintFor(shell, 'stderr'))}`);
  return exitCodeOf(attempt, diagnosis);
};
