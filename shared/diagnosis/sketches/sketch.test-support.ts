import { isRecord, parseJson } from '../../exchange/json.ts';
import { readHar } from '../../exchange/har.ts';
import { jwtOf, NOON } from '../attempt.test-support.ts';
import type { Cause } from '../causes.ts';
import { causes } from '../causes.ts';
import type { Case } from '../measure/answers.ts';

/**
 * Reads failures written down as `curl -v` prints them:
 *
 *     ### a bank's token is over
 *     cause: token-expired
 *     also: token-rejected
 *     at: 2026-03-02T10:00:00Z
 *     > GET https://api.bank.example/v1/accounts
 *     > Authorization: Bearer {jwt {"exp": "-3600", "aud": "accounts"}}
 *     >
 *     > a body, where there is one
 *     < 401 Unauthorized
 *     < Content-Type: application/json
 *     <
 *     < {"error": "expired"}
 *
 * Without `cause` it is no failure. Several requests make one attempt, the last is explained. `at` is the client's clock
 * for what follows it, noon of a day that all tests share before the first, and a second more for each further request;
 * `date: -` takes away the answer's Date field, which otherwise is that clock's. `address: 192.0.2.1` is what the next
 * request connected to. `! …` in place of an answer is how the connection failed. `{basic user:password}` stands for
 * its Base64, `{latin1 user:password}` for that of Latin-1, `{base64 text}` for text; `{jwt claims header?}` for a token
 * in which a signed number as text (`"-3600"`) is so many seconds from the clock.
 */
export const sketchesIn = (text: string): readonly Case[] =>
  text
    .split(/^### /m)
    .slice(1)
    .map((block) => sketchOf(block));

interface Message {
  start: string;
  fields: { name: string; value: string }[];
  body: string[];
  inBody: boolean;
}

interface Entry {
  readonly atMs: number;
  readonly address: string | undefined;
  readonly request: Message;
  answer: Message | undefined;
  failure: string | undefined;
  readonly dated: boolean;
}

const isCause = (value: string): value is Cause => causes.some((cause) => cause === value);

const causesOf = (id: string, value: string): readonly Cause[] =>
  value
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map((one) => {
      if (!isCause(one)) throw new Error(`${id}: there is no cause ${one}`);
      return one;
    });

const messageOf = (start: string): Message => ({ start, fields: [], body: [], inBody: false });

const sketchOf = (block: string): Case => {
  const [title = '', ...lines] = block.split('\n');
  const id = title.trim();
  let cause: Cause | undefined;
  let alsoAccept: readonly Cause[] = [];
  let clock = NOON * 1000;
  let dated = true;
  let address: string | undefined;
  const entries: Entry[] = [];
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const setting = /^(cause|also|at|date|address): *(.*)$/.exec(line);
    const last = entries.at(-1);
    if (setting !== null) {
      const [, name, value = ''] = setting;
      if (name === 'cause') [cause] = causesOf(id, value);
      else if (name === 'also') alsoAccept = causesOf(id, value);
      else if (name === 'at') clock = Date.parse(value);
      else if (name === 'date') dated = value !== '-';
      else address = value;
    } else if (line.startsWith('>')) {
      const said = line.slice(1).replace(/^ /, '');
      if (last === undefined || last.answer !== undefined || last.failure !== undefined) {
        entries.push({
          atMs: clock,
          address,
          dated,
          request: messageOf(filled(said, clock)),
          answer: undefined,
          failure: undefined,
        });
        clock += 1000;
      } else add(last.request, filled(said, last.atMs));
    } else if (line.startsWith('<') && last !== undefined) {
      const said = filled(line.slice(1).replace(/^ /, ''), last.atMs);
      if (last.answer === undefined) last.answer = messageOf(said);
      else add(last.answer, said);
    } else if (line.startsWith('!') && last !== undefined) last.failure = line.slice(1).trim();
    else throw new Error(`${id}: “${line}” is no line of a sketch`);
  }
  const read = readHar({
    log: { version: '1.2', creator: { name: 'sketch', version: '1' }, entries: entries.map(harOf) },
  });
  if (!read.ok) throw new Error(`${id}: ${read.message}`);
  return { id, cause, alsoAccept, attempt: read.attempt };
};

const add = (message: Message, line: string): void => {
  if (message.inBody) message.body.push(line);
  else if (line.trim() === '') message.inBody = true;
  else {
    const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`“${line}” is no field`);
    message.fields.push({ name, value });
  }
};

const harOf = ({ atMs, address, dated, request, answer, failure }: Entry): unknown => {
  const [, method, url = ''] = /^(\S+) (\S+)/.exec(request.start) ?? [];
  const [, status = '0', statusText = ''] = /^(\d{3}) ?(.*)$/.exec(answer?.start ?? '') ?? [];
  const date = { name: 'Date', value: new Date(atMs).toUTCString() };
  const answered = answer?.fields ?? [];
  const hasDate = answered.some(({ name }) => name.toLowerCase() === 'date');
  const typeOf = (of: Message | undefined): string =>
    of?.fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const text = request.body.join('\n');
  return {
    startedDateTime: new Date(atMs).toISOString(),
    time: 80,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [{ name: 'Host', value: URL.parse(url)?.host ?? '' }, ...request.fields],
      queryString: [],
      headersSize: -1,
      bodySize: text.length,
      ...(text === '' ? {} : { postData: { mimeType: typeOf(request), text } }),
    },
    response: {
      status: Number(status),
      statusText,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: dated && !hasDate && answer !== undefined ? [date, ...answered] : answered,
      content: { size: -1, mimeType: typeOf(answer), text: answer?.body.join('\n') ?? '' },
      redirectURL: answered.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(failure === undefined ? {} : { _error: failure }),
    },
    cache: {},
    timings: { send: 0, wait: 80, receive: 0 },
    ...(address === undefined ? {} : { serverIPAddress: address }),
  };
};

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const filled = (line: string, atMs: number): string =>
  line
    .replace(/\{(?:basic|base64) ([^{}]*)\}/g, (_, text: string) => base64(new TextEncoder().encode(text)))
    .replace(/\{latin1 ([^{}]*)\}/g, (_, text: string) => btoa(text))
    .replace(
      /\{jwt (\{(?:[^{}]|\{[^{}]*\})*\})(?: (\{(?:[^{}]|\{[^{}]*\})*\}))?\}/g,
      (_, claims: string, header?: string) =>
        jwtOf(
          { iat: atMs / 1000 - 600, exp: atMs / 1000 + 3000, ...timed(claims, atMs) },
          header === undefined ? {} : timed(header, atMs),
        ),
    );

/** `null` takes a claim away. */
const timed = (json: string, atMs: number): Readonly<Record<string, unknown>> => {
  const value = parseJson(json);
  if (!isRecord(value)) throw new Error(`“${json}” are no claims`);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      one === null
        ? undefined
        : typeof one === 'string' && /^[+-]\d+$/.test(one)
          ? Math.round(atMs / 1000) + Number(one)
          : one,
    ]),
  );
};
