import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { originIn } from '../../exchange/url.ts';
import { lazily } from '../lazily.ts';
import type { FormValue } from './form.ts';
import { formOf } from './form.ts';
import { showsPassword } from './login-form.ts';
import type { PublishedKeys } from './published-keys.ts';
import { publishedKeysIn } from './published-keys.ts';
import type { SentCredential } from './sent-credentials.ts';
import { allCookies, sentCredentials } from './sent-credentials.ts';
import { bareToken } from './sent-tokens.ts';

/** A cookie of the request that is not empty, whether its name tells of a session or not. */
interface ComparedCookie {
  readonly name: string;
  readonly identity: string;
  readonly secret: string;
}

/** What is kept of an exchange for those that look back at it: each of a long recording looks at the sixty before it. */
export interface Remembered {
  readonly exchange: Exchange;
  readonly index: number;
  readonly origin: string | undefined;
  /** Path and query: a device may be called by name or by address. */
  readonly call: string;
  readonly identities: readonly string[];
  readonly secrets: readonly string[];
  readonly cookies: readonly ComparedCookie[];
  /** Names of the cookies that the answer set, where the request was a login. */
  readonly handedAtLogin: readonly string[];
  readonly form: readonly FormValue[];
  /** The key set that was fetched; absent where it was none. */
  readonly publishedKeys: PublishedKeys | undefined;
}

/** An exchange and its index in the recording. */
interface Read {
  readonly exchange: Exchange;
  readonly index: number;
}

const lookedBackAt = lazily<Remembered, Read>({
  exchange: ({ exchange }) => exchange,
  index: ({ index }) => index,
  origin: ({ exchange: { request } }) => originIn(request.url),
  call: ({ exchange: { request } }) => {
    const url = URL.parse(request.url);
    return url === null ? request.url : `${url.pathname}${url.search}`;
  },
  identities: ({ exchange: { request }, index }) => sentCredentials(request, index).map(identity),
  secrets: ({ exchange: { request }, index }) => sentCredentials(request, index).flatMap(secretsOf),
  cookies: ({ exchange: { request } }) =>
    allCookies(request)
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => ({
        name,
        identity: identityOf('cookie', name, value),
        secret: bareToken(value).text,
      })),
  handedAtLogin: ({ exchange }, { form }) =>
    exchange.request.method === 'POST' && showsPassword(form)
      ? fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie').flatMap(
          ({ value }) => /^\s*([^=;\s]+)=[^;]/.exec(value)?.[1] ?? [],
        )
      : [],
  form: ({ exchange: { request } }) => formOf(request),
  publishedKeys: ({ exchange }) => publishedKeysIn(responseOf(exchange)),
});

const known = new WeakMap<readonly Exchange[], readonly Remembered[]>();

/** Of each exchange of a recording, found out once and when it is asked for. */
export const remembered = (exchanges: readonly Exchange[]): readonly Remembered[] => {
  const before = known.get(exchanges);
  if (before !== undefined) return before;
  const all = exchanges.map((exchange, index) => lookedBackAt({ exchange, index }));
  known.set(exchanges, all);
  return all;
};

/** What stands behind the scheme; of Basic its halves as well, one of which may be a key. */
export const secretsOf = ({ value, parsed }: SentCredential): readonly string[] => [
  bareToken(value).text,
  ...(parsed?.scheme === 'basic' ? (byteStringOfBase64(parsed.rest)?.split(':') ?? []) : []),
];

/** A Digest answer differs each time; its nonce is what stays. */
export const identity = (credential: SentCredential): string => {
  const digest =
    credential.parsed?.scheme === 'digest'
      ? credential.parsed.params.find((p) => p.name === 'nonce')?.value
      : undefined;
  return identityOf(credential.in, credential.name, digest ?? credential.value);
};

const identityOf = (where: SentCredential['in'], name: string, value: string): string =>
  `${where} ${name.toLowerCase()} ${value}`;
