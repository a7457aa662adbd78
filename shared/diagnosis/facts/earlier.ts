import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { FormValue } from './form.ts';
import type { SentCredential } from './sent-credentials.ts';
import { cookiesNamed, sentCredentials } from './sent-credentials.ts';
import { bareToken } from './sent-tokens.ts';

/** An exchange before the one that is explained, seen from it. */
export interface EarlierExchange {
  readonly index: number;
  readonly exchange: Exchange;
  readonly status: number | undefined;
  /** 2xx or 304. */
  readonly accepted: boolean;
  /** 401, 403, 407. */
  readonly refused: boolean;
  readonly sameOrigin: boolean;
  /** Same method and address. */
  readonly sameRequest: boolean;
  /** It carried one of the credentials of the explained request, unchanged. */
  readonly sameCredential: boolean;
  /** It carried the secret of one of them in another place: a parameter, a field, another scheme. */
  readonly sameSecretElsewhere: boolean;
  /** How long before, seconds; 0 where the file does not say. */
  readonly before: number;
}

/** Of the very exchange and no more than this many: the nearest ones tell. */
const REACH = 60;
/** Shorter secrets are alike by chance. */
const TELLING = 12;

const originOf = (url: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0].toLowerCase() ?? '';

export const earlierOf = (
  exchanges: readonly Exchange[],
  index: number,
  credentials: readonly SentCredential[],
  form: readonly FormValue[],
): readonly EarlierExchange[] => {
  const present = exchanges[index];
  if (present === undefined) return [];
  const origin = originOf(present.request.url);
  const keys = new Set(credentials.filter((c) => c.in !== 'proxy' && c.value.length > 3).map(identity));
  const cookies = new Set(credentials.filter((c) => c.in === 'cookie').map(({ name }) => name));
  const secrets = new Set(
    [...credentials.flatMap(secretsOf), ...secretsIn(form)].filter(({ length }) => length >= TELLING),
  );
  return exchanges.slice(Math.max(0, index - REACH), index).map((exchange, at) => {
    const status = responseOf(exchange)?.status;
    const number = Math.max(0, index - REACH) + at;
    const started = exchange.timings.startedAtMs;
    const sent = [
      ...sentCredentials(exchange.request, number),
      ...cookiesNamed(exchange.request, number, cookies),
    ];
    const same = keys.size > 0 && sent.some((c) => keys.has(identity(c)));
    return {
      index: number,
      exchange,
      status,
      accepted: status !== undefined && ((status >= 200 && status < 300) || status === 304),
      refused: status === 401 || status === 403 || status === 407,
      sameOrigin: originOf(exchange.request.url) === origin,
      sameRequest:
        exchange.request.method === present.request.method && exchange.request.url === present.request.url,
      sameCredential: same,
      sameSecretElsewhere: !same && sent.flatMap(secretsOf).some((text) => secrets.has(text)),
      before:
        started > 0 && present.timings.startedAtMs > 0 ? (present.timings.startedAtMs - started) / 1000 : 0,
    };
  });
};

/** What stands behind the scheme; of Basic its halves as well, one of which may be a key. */
const secretsOf = ({ value, parsed }: SentCredential): readonly string[] => [
  bareToken(value).text,
  ...(parsed?.scheme === 'basic' ? (byteStringOfBase64(parsed.rest)?.split(':') ?? []) : []),
];

/** What the body holds under the name of a session, token or key. */
const secretsIn = (form: readonly FormValue[]): readonly string[] =>
  form.flatMap(({ name, value }) => (/sid$|session|token$|key$/i.test(name) ? [value] : []));

/** A Digest answer differs each time; its nonce is what stays. */
const identity = (credential: SentCredential): string => {
  const digest =
    credential.parsed?.scheme === 'digest'
      ? credential.parsed.params.find((p) => p.name === 'nonce')?.value
      : undefined;
  return `${credential.in} ${credential.name.toLowerCase()} ${digest ?? credential.value}`;
};
