import { responseOf } from '../../exchange/outcome.ts';
import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** An earlier refusal whose answer shares with this one what no two answers share. */
export interface Replayed {
  readonly index: number;
  readonly field: string;
}

/** Fields that servers fill anew for each answer. */
const unique: readonly string[] = [
  'X-Request-Id',
  'X-Correlation-Id',
  'X-Trace-Id',
  'X-Amzn-RequestId',
  'X-Amz-Request-Id',
  'Request-Id',
  'Traceparent',
];

/** Shorter ids may be counters of a process that began anew. */
const TELLING = 12;
/** Two answers of one second share their Date. */
const APART = 1.5;

export const replayedFrom = (facts: Facts): Replayed | undefined => {
  const same = facts.earlier.filter(
    (one) => one.refused && one.exchange.request.url === facts.exchange.request.url,
  );
  for (const field of [...unique, 'Date']) {
    const value = responseValue(facts, field);
    if (value === undefined || value.length < TELLING) continue;
    const sentBack = field !== 'Date' && facts.exchange.request.fields.some((sent) => sent.value === value);
    const twin = sentBack
      ? undefined
      : same.findLast(
          (one) => one.before > APART && valueOf(responseOf(one.exchange)?.fields ?? [], field) === value,
        );
    if (twin !== undefined) return { index: twin.index, field };
  }
  return undefined;
};

/** The same call with one more parameter in its address, which no cache knew: it passed, and without it the call had not. */
export const passedUnderAnotherKey = (facts: Facts): number | undefined => {
  const { url } = facts;
  if (url === undefined) return undefined;
  const refusedBefore = facts.earlier.findIndex((one) => one.refused && one.sameRequest);
  if (refusedBefore < 0) return undefined;
  const present = [...url.searchParams];
  return facts.earlier.slice(refusedBefore).find(({ accepted, sameCredential, exchange }) => {
    if (!accepted || !URL.canParse(exchange.request.url)) return false;
    if (!sameCredential && facts.credentials.length > 0) return false;
    const other = new URL(exchange.request.url);
    const params = [...other.searchParams];
    return (
      exchange.request.method === facts.exchange.request.method &&
      other.origin === url.origin &&
      other.pathname === url.pathname &&
      params.length === present.length + 1 &&
      present.every(([name, value]) => other.searchParams.get(name) === value)
    );
  })?.index;
};

/** A refusal is as good as old where it was made this long before it was asked for. Seconds. */
const LONG_BEFORE = 3_600;
/** Clocks that are set to another zone differ by such steps. Seconds. */
const ZONE = 1_800;

/** How long before the request its answer was made, by both clocks, seconds; absent where that is no sign of a store. */
export const madeLongBefore = (facts: Facts): number | undefined => {
  const { offset, uncertainty } = facts.clocks;
  if (offset === undefined || -offset < LONG_BEFORE || facts.signing.written.length > 0) return undefined;
  const rest = Math.abs(((-offset + ZONE / 2) % ZONE) - ZONE / 2);
  return rest <= 60 + uncertainty || facts.tokens.some(({ jwt }) => jwt !== undefined) ? undefined : -offset;
};

/** No answer crosses a network and comes back in such a time. Milliseconds. */
const AT_ONCE = 15;

export const cameAtOnce = ({ exchange: { timings } }: Facts): boolean => {
  const took = timings.endMs ?? timings.firstByteMs;
  return took !== undefined && took > 0 && took <= AT_ONCE;
};
