import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import {
  failureOf,
  responseOf,
  type Attempt,
  type Body,
  type Exchange,
} from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { GivenOption } from '../../shared/import/curl-words.ts';
import type { Shell } from './command.ts';
import { printedId } from './curl-stream.ts';
import { requestHead, responseHead, trailerText } from './message-text.ts';

/** What curl was asked to print, and where. */
export interface CurlOutput {
  readonly include: boolean;
  readonly verbose: boolean;
  readonly silent: boolean;
  /** No body of an answer from 400 on. */
  readonly fail: boolean;
  /** A file's path; standard output where absent. */
  readonly file?: string;
  readonly heads?: string;
  /** The text of -w. */
  readonly writeOut?: string;
}

export const readOutput = (given: readonly GivenOption[], url: string, isHead: boolean): CurlOutput => {
  const on = (...names: readonly string[]): boolean =>
    names.some((name) => given.findLast((option) => option.name === name)?.on ?? false);
  const text = (name: string): string | undefined => {
    const value = given.findLast((option) => option.name === name)?.value;
    return value === undefined ? undefined : utf8OfBytes(value);
  };
  const remote = on('remote-name', 'remote-name-all') ? lastName(url) : undefined;
  const file = text('output') ?? remote;
  const heads = text('dump-header');
  const writeOut = text('write-out');
  return {
    include: isHead || on('include', 'show-headers'),
    verbose: on('verbose'),
    silent: on('silent') && !on('show-error'),
    fail: on('fail'),
    ...(file === undefined || file === '-' ? {} : { file }),
    ...(heads === undefined ? {} : { heads }),
    ...(writeOut === undefined ? {} : { writeOut }),
  };
};

/** The last piece of the path, which cannot lead out of the folder that the command runs in. */
const lastName = (url: string): string => {
  const [, path = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  const name = path.split('/').at(-1) ?? '';
  return name === '' || name === '.' || name === '..' ? 'curl_response' : name;
};

/** Prints an attempt as curl would: heads and body to standard output, the talk to standard error. */
export const printAttempt = async (
  attempt: Attempt,
  output: CurlOutput,
  bodyFolder: string,
  { stdout, stderr }: Shell,
): Promise<void> => {
  const answered = attempt.exchanges.filter((exchange) => exchange.purpose !== 'connect' || output.include);
  if (output.verbose) for (const exchange of attempt.exchanges) stderr.write(talk(exchange));
  const heads = answered.flatMap((exchange) => {
    const response = responseOf(exchange);
    return response === undefined ? [] : [responseHead(response)];
  });
  if (output.heads !== undefined) await writeHeads(output.heads, heads, stdout);
  if (output.include) stdout.write(Buffer.from(heads.join(''), 'latin1'));
  const last = attempt.exchanges.at(-1);
  const response = last && responseOf(last);
  if (response !== undefined && !(output.fail && response.status >= 400)) {
    await printBody(response.body, output.file, bodyFolder, stdout);
  }
  const failure = last && failureOf(last);
  if (failure !== undefined && !output.silent)
    stderr.write(`why401 curl: ${failure.message} (${failure.detail})\n`);
  if (attempt.stopped !== undefined && !output.silent)
    stderr.write(`why401 curl: ${attempt.stopped.message}\n`);
  if (output.writeOut !== undefined) stdout.write(writeOutText(output.writeOut, attempt));
};

const writeHeads = async (file: string, heads: readonly string[], stdout: Shell['stdout']): Promise<void> => {
  const bytes = Buffer.from(heads.join(''), 'latin1');
  if (file === '-') stdout.write(bytes);
  else await writeFile(file, bytes);
};

const printBody = async (
  body: Body,
  file: string | undefined,
  folder: string,
  stdout: Shell['stdout'],
): Promise<void> => {
  if (body.kind === 'file') {
    if (body.id === printedId) return;
    const source = createReadStream(join(folder, body.id));
    if (file !== undefined) await writeFile(file, source);
    else for await (const piece of source) stdout.write(piece);
    return;
  }
  const bytes =
    body.kind === 'none'
      ? Buffer.alloc(0)
      : body.kind === 'text'
        ? Buffer.from(body.text)
        : Buffer.from(body.base64, 'base64');
  if (file !== undefined) await writeFile(file, bytes);
  else stdout.write(bytes);
};

const marked = (mark: string, head: string): string =>
  utf8OfBytes(head)
    .split('\r\n')
    .slice(0, -1)
    .map((line) => `${mark} ${line}\n`)
    .join('');

const talk = (exchange: Exchange): string => {
  const { connection, request } = exchange;
  const response = responseOf(exchange);
  const failure = failureOf(exchange);
  const lines = [];
  if (connection?.remoteAddress !== undefined) {
    lines.push(`* Connected to ${connection.remoteAddress} port ${connection.remotePort ?? 0}\n`);
  }
  if (connection?.tls !== undefined) {
    const { protocol, cipher, authorized, problem } = connection.tls;
    lines.push(`* SSL connection using ${protocol} / ${cipher}\n`);
    if (!authorized) lines.push(`* The certificate was not accepted: ${problem ?? 'no reason given'}\n`);
  }
  lines.push(marked('>', requestHead(request)));
  if (request.trailers !== undefined) lines.push(marked('>', trailerText(request.trailers)));
  if (failure !== undefined) lines.push(`* ${failure.detail}\n`);
  for (const { status, reason, fields } of response?.interim ?? []) {
    lines.push(
      marked(
        '<',
        [`HTTP/1.1 ${status} ${reason}`, ...fields.map((f) => `${f.name}: ${f.value}`), '', ''].join('\r\n'),
      ),
    );
  }
  if (response !== undefined) {
    lines.push(marked('<', responseHead(response)));
    if (response.trailers !== undefined) lines.push(marked('<', trailerText(response.trailers)));
  }
  return lines.join('');
};

/** The variables of -w that scripts use (curl(1), --write-out); others stay as they are written. */
const writeOutText = (format: string, attempt: Attempt): string => {
  const last = attempt.exchanges.at(-1);
  const response = last && responseOf(last);
  const timings = last?.timings;
  const seconds = (ms: number | undefined): string => ((ms ?? 0) / 1000).toFixed(6);
  const values: ReadonlyMap<string, string> = new Map(
    Object.entries({
      http_code: String(response?.status ?? 0).padStart(3, '0'),
      response_code: String(response?.status ?? 0).padStart(3, '0'),
      content_type: (response && valueOf(response.fields, 'Content-Type')) ?? '',
      redirect_url: (response && valueOf(response.fields, 'Location')) ?? '',
      url: attempt.exchanges[0]?.request.url ?? '',
      url_effective: last?.request.url ?? '',
      method: last?.request.method ?? '',
      num_redirects: String(attempt.exchanges.filter(({ redirect }) => redirect !== undefined).length),
      size_download: String(response?.encodedSize ?? 0),
      size_header: String(response?.rawHead?.length ?? 0),
      http_version: response?.httpVersion.replace('HTTP/', '') ?? '0',
      remote_ip: last?.connection?.remoteAddress ?? '',
      remote_port: String(last?.connection?.remotePort ?? 0),
      time_namelookup: seconds(timings?.dnsMs),
      time_connect: seconds(timings?.connectMs),
      time_appconnect: seconds(timings?.tlsMs),
      time_starttransfer: seconds(timings?.firstByteMs),
      time_total: seconds(timings?.endMs),
    }),
  );
  return format
    .replace(/%\{([a-z_]+)\}/g, (whole, name: string) => values.get(name) ?? whole)
    .replaceAll('%%', '%')
    .replace(/\\([nrt\\])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? '\\');
};
