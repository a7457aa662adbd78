import { utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import type { SentField } from '../exchange/exchange.ts';
import { fieldNamed, sameName } from '../exchange/fields.ts';
import { maskField, maskUrl } from '../exchange/redact.ts';
import type { CurlExport } from '../ipc/replies.ts';
import { codedBody } from '../schemes/parts/coded-body.ts';
import type { BodyCoding, CurlWords, OutgoingBody } from '../schemes/scheme.ts';
import { defaultDraftSettings, type DraftBody } from '../workspace/draft.ts';
import type { ConnectionSettings } from '../workspace/connection-settings.ts';
import { curlBody, type CurlBodyWords } from './curl-body.ts';
import { curlCertificate, type CurlCertificate } from './curl-certificate.ts';
import { curlConnection } from './curl-connection.ts';
import { curlProxy, type CurlProxySource } from './curl-proxy.ts';
import { MASK, SecretVariables } from './secret-variables.ts';
import { shells } from './shells/index.ts';
import type { Feed, SecretForm, ShellId } from './shells/shell.ts';

/** A request as it would leave, secrets opened. Names and values of fields are byte strings. */
export interface CurlSource {
  readonly method: string;
  /** Absolute, as it will be sent. */
  readonly url: string;
  readonly fields: readonly SentField[];
  readonly body: OutgoingBody;
  readonly trailers?: readonly SentField[];
  readonly coding?: BodyCoding;
  /** The parts of a multipart body, for `-F`; without them its bytes are exported. */
  readonly parts?: Extract<DraftBody, { kind: 'multipart' }>['parts'];
  readonly settings: ConnectionSettings &
    CurlProxySource & {
      readonly followRedirects: boolean;
      readonly maxRedirects: number;
      readonly timeoutMs: number;
      readonly verifyTls: boolean;
      readonly caFile?: string;
      readonly clientCertificate?: CurlCertificate;
    };
}

export interface CurlExportOptions {
  readonly secrets: SecretForm;
  /** POSIX where absent. */
  readonly shell?: ShellId;
  /** How the scheme says itself in curl; the fields it adds (origin `auth`) are then left to curl. */
  readonly schemeWords?: CurlWords;
}

/** An option with its value, or a switch. Texts are byte strings, not yet quoted. */
type Group = readonly string[];

/**
 * A command that makes curl send this very request: same method, target, fields and body, no field of curl's own.
 */
export const exportCurl = (source: CurlSource, options: CurlExportOptions): CurlExport => {
  const masked = options.secrets !== 'included';
  const shell = shells[options.shell ?? 'posix'];
  const scheme = options.schemeWords ?? { words: [], notes: [] };
  const signsItself = scheme.words.length > 0;
  const body = curlBody(signsItself ? source : { ...source, body: codedBody(source) }, shell, masked);
  const fields = signsItself ? withoutAuth(source.fields) : source.fields;
  const connection = curlConnection(source.settings, /^https:/i.test(source.url));
  const groups: Group[] = [
    ...methodWords(source, body),
    ...urlWords(source.url, masked),
    ...schemeGroups(scheme, masked),
    ...fieldWords(source, fields, body, masked),
    ...body.groups,
    ...settingWords(source, masked),
    ...connection.groups,
  ];
  const variables = new SecretVariables();
  const segments = (bytes: string, context = '') =>
    options.secrets === 'variables' ? variables.segments(bytes, context) : [{ bytes }];
  const words = groups.map((group) => group.map((word, at) => segments(word, `${group[at - 1] ?? ''} `)));
  const feed = body.feed?.flatMap((piece): readonly Feed[] =>
    'bytes' in piece ? segments(piece.bytes) : [piece],
  );
  const { command, notes } = shell.write(words, feed);
  const hidden = options.secrets === 'masked' && command.includes('••••');
  return {
    command,
    notes: [
      ...(hidden ? ['Secrets are masked as ••••••••: put yours there, or export with secrets.'] : []),
      ...(variables.names.length === 0
        ? []
        : [`Set ${variables.names.join(', ')} in the environment before you run it.`]),
      ...notes,
      ...scheme.notes,
      ...body.notes,
      ...trailerNotes(source),
      ...(signsItself ? [] : codingNotes(source)),
      ...connection.notes,
    ],
  };
};

const trailerNotes = ({ trailers = [] }: CurlSource): readonly string[] =>
  trailers.length === 0
    ? []
    : [`curl sends no fields behind the body: ${trailers.map(({ name }) => name).join(', ')} is left out.`];

const codingNotes = ({ coding, body }: CurlSource): readonly string[] =>
  coding === undefined || body.kind !== 'pieces'
    ? []
    : [
        'The body is put into signed chunks while it is sent, which curl cannot do with a file: the server will refuse this command.',
      ];

const withoutAuth = (fields: readonly SentField[]): readonly SentField[] =>
  fields.filter(({ origin }) => origin?.from !== 'auth');

const methodWords = ({ method }: CurlSource, body: CurlBodyWords): Group[] => {
  if (method === body.impliedMethod) return [];
  return method === 'HEAD' && body.impliedMethod === 'GET' ? [['-I']] : [['-X', method]];
};

/** Brackets and braces would be patterns to curl, dot segments would be squashed. */
const urlWords = (url: string, masked: boolean): Group[] => {
  const [path = ''] = url.replace(/^[a-z]+:\/\/[^/?]*/i, '').split('?');
  return [
    [masked ? utf8ByteString(maskUrl(url)) : url],
    ...(/[[\]{}]/.test(url) ? [['--globoff']] : []),
    ...(/\/(\.|%2e){1,2}(\/|$)/i.test(path) ? [['--path-as-is']] : []),
  ];
};

/** Words of one scheme, an option and its value together; of a user:password the user, of a field its name is readable. */
const schemeGroups = ({ words }: CurlWords, masked: boolean): Group[] => {
  const groups: string[][] = [];
  words.forEach(({ text, secret }, at) => {
    const opens = words[at - 1]?.text ?? '';
    const readable = /^(?:-u|--user|-H|--header)$/.test(opens) ? (/^[^:]*:/.exec(text)?.[0] ?? '') : '';
    const bytes = masked && secret === true ? utf8ByteString(readable) + MASK : utf8ByteString(text);
    if (text.startsWith('-') && secret !== true) groups.push([bytes]);
    else (groups.at(-1) ?? groups[groups.push([]) - 1])?.push(bytes);
  });
  return groups;
};

const fieldWords = (
  { url }: CurlSource,
  fields: readonly SentField[],
  body: CurlBodyWords,
  masked: boolean,
): Group[] => {
  const host = /^[a-z]+:\/\/([^/?]*)/i.exec(url)?.[1] ?? '';
  const curlsOwn = (field: SentField): boolean =>
    (sameName(field.name, 'Host') && field.value === host) ||
    (sameName(field.name, 'Accept') && field.name === 'Accept' && field.value === '*/*') ||
    (sameName(field.name, 'Content-Length') &&
      (field.origin?.from === 'body' || field.value === String(body.size ?? 0))) ||
    (sameName(field.name, 'Content-Type') && (field.value === body.impliedType || body.makesType));
  const kept = fields.filter((field) => !curlsOwn(field));
  const suppressed = [
    'User-Agent',
    'Accept',
    ...(body.impliedType === undefined ? [] : ['Content-Type']),
    ...(body.size !== undefined && body.size > 1_000_000 ? ['Expect'] : []),
  ].filter((name) => fieldNamed(fields, name) === undefined);
  const encoded = fieldNamed(fields, 'Accept-Encoding') !== undefined;
  return [
    ...kept.map((field): Group => ['-H', fieldLine(field, masked)]),
    ...suppressed.map((name): Group => ['-H', `${name}:`]),
    ...(encoded ? [['--compressed']] : []),
  ];
};

/** `Name;` is how curl says an empty value. */
const fieldLine = (field: SentField, masked: boolean): string => {
  if (field.value === '') return `${field.name};`;
  if (!masked) return `${field.name}: ${field.value}`;
  const text = utf8OfBytes(field.value);
  const shown = maskField({ name: field.name, value: text }, false);
  return `${field.name}: ${shown === text ? field.value : utf8ByteString(shown)}`;
};

const settingWords = ({ settings, url }: CurlSource, masked: boolean): Group[] => {
  const { caFile, clientCertificate, proxy } = settings;
  const secure = /^https:/i.test(url) || /^https:/i.test(proxy?.url ?? '');
  return [
    ...(settings.followRedirects
      ? [['-L'], ...(settings.maxRedirects === 50 ? [] : [['--max-redirs', String(settings.maxRedirects)]])]
      : []),
    ...(settings.verifyTls || !secure ? [] : [['-k']]),
    ...(caFile === undefined || caFile === '' ? [] : [['--cacert', utf8ByteString(caFile)]]),
    ...(clientCertificate === undefined || !secure ? [] : curlCertificate(clientCertificate, masked)),
    ...curlProxy(settings, settings.verifyTls, masked ? MASK : undefined),
    ...(settings.timeoutMs === 0 || settings.timeoutMs === defaultDraftSettings.timeoutMs
      ? []
      : [['-m', String(settings.timeoutMs / 1000)]]),
  ];
};
