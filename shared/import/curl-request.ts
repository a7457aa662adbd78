import { utf8OfBytes } from '../exchange/bytes.ts';
import { sameName } from '../exchange/fields.ts';
import {
  defaultDraftSettings,
  emptyDraft,
  splitUrl,
  type Draft,
  type Switchable,
} from '../workspace/draft.ts';
import { loginInUrl, readCurlAuth } from './curl-auth.ts';
import { readCurlBody, urlencoded } from './curl-body.ts';
import { readCurlCertificate } from './curl-certificate.ts';
import { readCurlConnection } from './curl-connection.ts';
import { readCurlProxy } from './curl-proxy.ts';
import { firstOfGlob } from './curl-url.ts';
import type { CurlArguments, GivenOption } from './curl-words.ts';
import type { ShellCommand } from './shell-command.ts';

export type CurlRequests =
  | { readonly ok: true; readonly drafts: readonly Draft[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** The requests of one part of a command: one for each address. */
export const requestsOf = (
  { given, urls }: CurlArguments,
  stdin: ShellCommand['stdin'],
  newId: () => string,
): CurlRequests => {
  const notes: string[] = [];
  if (urls.length === 0) return { ok: false, message: 'The command names no address: add one.' };
  const asQuery = isOn(given, 'get');
  const head = isOn(given, 'head');
  const read = readCurlBody(given, stdin, asQuery);
  if ('refused' in read) return { ok: false, message: read.refused };
  if (head && read.body.kind !== 'none') {
    return { ok: false, message: 'curl refuses to send a body with -I: remove the data, or add -G.' };
  }
  const { fields, fieldsOff } = readFields(given, read.json, notes);
  const added = [
    ...(read.query === undefined ? [] : [read.query]),
    ...valuesOf(given, 'url-query').map((value) =>
      value.startsWith('+') ? value.slice(1) : urlencoded(value, stdin, notes).bytes,
    ),
  ];
  const base: Omit<Draft, 'id' | 'url' | 'params'> = {
    ...emptyDraft('base'),
    method: methodOf(given, head, read.body.kind),
    fields: read.body.kind === 'multipart' ? withoutBareMultipart(fields) : [...fields],
    fieldsOff: [...fieldsOff],
    body: read.body,
    auth: readCurlAuth(given, notes),
    settings: settingsOf(given, notes),
  };
  const drafts = urls.map((url): Draft => {
    const address = addressOf(url, given, added, notes);
    const { url: bare, params } = splitUrl(address);
    const login = loginInUrl(bare, given);
    return login === undefined
      ? { ...base, id: newId(), url: bare, params: [...params] }
      : { ...base, id: newId(), url: login.url, params: [...params], auth: login.auth };
  });
  return { ok: true, drafts, notes: [...read.notes, ...notes] };
};

/** curl puts its boundary behind a typed multipart type; here the body brings type and boundary together. */
const withoutBareMultipart = (fields: readonly Switchable[]): Switchable[] =>
  fields.filter(
    ({ name, value }) => !(sameName(name, 'Content-Type') && /^multipart\/form-data\s*;?\s*$/i.test(value)),
  );

const isOn = (given: readonly GivenOption[], name: string): boolean =>
  given.findLast((option) => option.name === name)?.on ?? false;

const valuesOf = (given: readonly GivenOption[], name: string): readonly string[] =>
  given.filter((option) => option.name === name).map(({ value }) => value);

const lastValue = (given: readonly GivenOption[], name: string): string | undefined =>
  valuesOf(given, name).at(-1);

const methodOf = (given: readonly GivenOption[], head: boolean, body: Draft['body']['kind']): string => {
  const typed = lastValue(given, 'request');
  if (typed !== undefined && typed !== '') return utf8OfBytes(typed);
  if (head) return 'HEAD';
  if (given.some(({ name }) => name === 'upload-file')) return 'PUT';
  return body === 'none' ? 'GET' : 'POST';
};

const addressOf = (
  word: string,
  given: readonly GivenOption[],
  added: readonly string[],
  notes: string[],
): string => {
  const typed = utf8OfBytes(word).trim();
  const plain = isOn(given, 'globoff') ? typed : firstOfGlob(typed, notes);
  const scheme = (lastValue(given, 'proto-default') ?? 'http').toLowerCase();
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain)
    ? plain
    : `${scheme}://${plain.replace(/^\/\//, '')}`;
  const [withoutFragment = ''] = absolute.split('#', 1);
  const named = withUploadName(withoutFragment, lastValue(given, 'upload-file'));
  return added.reduce((url, piece) => {
    const between = !url.includes('?') ? '?' : /[?&]$/.test(url) ? '' : '&';
    return url + between + utf8OfBytes(piece);
  }, named);
};

/** -T puts the file's name behind an address that ends in a slash, or has no path (curl(1), --upload-file). */
const withUploadName = (url: string, file: string | undefined): string => {
  if (file === undefined || file === '-' || file === '.' || file === '') return url;
  const [path = '', ...query] = url.split('?');
  const rest = query.length > 0 ? `?${query.join('?')}` : '';
  const whole = /^[^:]+:\/\/[^/]*$/.test(path) ? `${path}/` : path;
  if (!whole.endsWith('/')) return url;
  const name = utf8OfBytes(file).split(/[/\\]/).at(-1) ?? '';
  return `${whole}${encodeURIComponent(name.toWellFormed())}${rest}`;
};

const settingsOf = (given: readonly GivenOption[], notes: string[]): Draft['settings'] => {
  const trusting = isOn(given, 'location-trusted');
  if (trusting) {
    notes.push(
      '--location-trusted gives the credentials to every host: name the origins to trust in Settings instead.',
    );
  }
  const caFile = lastValue(given, 'cacert');
  const clientCertificate = readCurlCertificate(given, notes);
  const seconds = Number(lastValue(given, 'max-time') ?? 'NaN');
  const hops = Number.parseInt(lastValue(given, 'max-redirs') ?? '', 10);
  return {
    ...defaultDraftSettings,
    followRedirects: trusting || isOn(given, 'location') || isOn(given, 'follow'),
    maxRedirects: hops >= 0 ? Math.min(hops, 50) : 50,
    verifyTls: !isOn(given, 'insecure'),
    ...(seconds >= 0 ? { timeoutMs: Math.min(Math.round(seconds * 1000), 3_600_000) } : {}),
    ...(caFile === undefined || caFile === '' ? {} : { caFile: utf8OfBytes(caFile) }),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...readCurlConnection(given, notes),
    ...readCurlProxy(given, notes),
  };
};

/**
 * Fields in curl's order: its own first, typed ones as typed. `Name:` removes a field of curl's own, `Name;` sends it
 * empty; a typed field takes the place of what another option makes.
 */
const readFields = (
  given: readonly GivenOption[],
  json: boolean,
  notes: string[],
): { readonly fields: readonly Switchable[]; readonly fieldsOff: readonly string[] } => {
  const off = new Set<string>();
  const typed: Switchable[] = [];
  for (const line of valuesOf(given, 'header').map(utf8OfBytes)) {
    const [, name = '', mark, rest = ''] = /^([^:;]*)([:;])([\s\S]*)$/.exec(line) ?? [];
    const value = rest.trim();
    if (line.startsWith('@')) {
      notes.push(`Fields in the file ${line.slice(1)} are not in the text: add them.`);
      continue;
    }
    if (mark !== undefined && name.trim() === '') {
      notes.push(`The header “${line}” has no name: curl sends nothing for it.`);
      continue;
    }
    if (mark === undefined) notes.push(`The header “${line}” has no colon: curl sends nothing for it.`);
    if (mark === ':' && value !== '') typed.push({ name: name.trim(), value, on: true });
    else if (mark === ':') off.add(name.trim().toLowerCase());
    else if (mark === ';' && value === '') typed.push({ name: name.trim(), value: '', on: true });
  }
  const taken = (name: string): boolean =>
    off.has(name.toLowerCase()) || typed.some((field) => sameName(field.name, name));
  const own: Switchable[] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !taken(name))
      own.push({ name, value: utf8OfBytes(value), on: true });
  };
  const range = lastValue(given, 'range');
  add('Range', range === undefined ? undefined : `bytes=${range}${range.includes('-') ? '' : '-'}`);
  const agent = lastValue(given, 'user-agent');
  if (agent === '') off.add('user-agent');
  add('User-Agent', agent);
  add('Referer', lastValue(given, 'referer')?.replace(/;auto$/, ''));
  const cookies = valuesOf(given, 'cookie');
  add('Cookie', cookies.filter((value) => value.includes('=')).join(';'));
  if (json) typed.push(...(taken('Accept') ? [] : [{ name: 'Accept', value: 'application/json', on: true }]));
  if (!isOn(given, 'compressed') && !taken('Accept-Encoding')) off.add('accept-encoding');
  return { fields: [...own, ...typed], fieldsOff: [...off] };
};
