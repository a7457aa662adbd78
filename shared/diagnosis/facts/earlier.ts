import type { Exchange } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { originIn } from '../../exchange/url.ts';
import type { FormValue } from './form.ts';
import type { SentCredential } from './sent-credentials.ts';
import type { Remembered } from './remembered.ts';
import { identity, remembered, secretsOf } from './remembered.ts';

/** An exchange before the one that is explained, seen from it. */
export interface EarlierExchange {
  readonly index: number;
  readonly exchange: Exchange;
  readonly kept: Remembered;
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

export const earlierOf = (
  exchanges: readonly Exchange[],
  index: number,
  credentials: readonly SentCredential[],
  form: readonly FormValue[],
): readonly EarlierExchange[] => {
  const present = exchanges[index];
  if (present === undefined) return [];
  const origin = originIn(present.request.url);
  const keys = new Set(credentials.filter((c) => c.in !== 'proxy' && c.value.length > 3).map(identity));
  const cookies = new Set(credentials.filter((c) => c.in === 'cookie').map(({ name }) => name));
  const secrets = new Set(
    [...credentials.flatMap(secretsOf), ...secretsIn(form)].filter(({ length }) => length >= TELLING),
  );
  return remembered(exchanges)
    .slice(Math.max(0, index - REACH), index)
    .map((kept) => {
      const { exchange } = kept;
      const status = responseOf(exchange)?.status;
      const started = exchange.timings.startedAtMs;
      const handed = cookies.size === 0 ? [] : kept.cookies.filter(({ name }) => cookies.has(name));
      const same =
        keys.size > 0 &&
        (kept.identities.some((key) => keys.has(key)) || handed.some((one) => keys.has(one.identity)));
      return {
        index: kept.index,
        exchange,
        kept,
        status,
        accepted: status !== undefined && ((status >= 200 && status < 300) || status === 304),
        refused: status === 401 || status === 403 || status === 407,
        sameOrigin: origin !== undefined && kept.origin === origin,
        sameRequest:
          exchange.request.method === present.request.method && exchange.request.url === present.request.url,
        sameCredential: same,
        sameSecretElsewhere:
          !same &&
          secrets.size > 0 &&
          (kept.secrets.some((text) => secrets.has(text)) ||
            handed.some(({ secret }) => secrets.has(secret))),
        before:
          started > 0 && present.timings.startedAtMs > 0 ? (present.timings.startedAtMs - started) / 1000 : 0,
      };
    });
};

/** What the body holds under the name of a session, token or key. */
const secretsIn = (form: readonly FormValue[]): readonly string[] =>
  form.flatMap(({ name, value }) => (/sid$|session|token$|key$/i.test(name) ? [value] : []));
