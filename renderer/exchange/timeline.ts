import type { Exchange, Timings } from '../../shared/exchange/exchange.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';

/** In their order. Setting up a connection is drawn thin, waiting and moving bytes thick. */
export const phases = ['dns', 'connect', 'tls', 'send', 'wait', 'receive'] as const;
export type Phase = (typeof phases)[number];

export interface Bar {
  readonly phase: Phase;
  /** Milliseconds after the start of the chart. */
  readonly from: number;
  readonly to: number;
}

export interface TimelineRow {
  readonly exchange: Exchange;
  /** Which attempt it belongs to, from 1; absent where only one is shown. */
  readonly attempt: number | undefined;
  readonly method: string;
  /** Path, or host and path where the host is not that of the attempt's own request. */
  readonly target: string;
  /** Milliseconds after the start of the chart. */
  readonly beganMs: number;
  readonly bars: readonly Bar[];
  readonly totalMs: number;
}

export const phaseWords: Readonly<Record<Phase, string>> = {
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  send: 'send',
  wait: 'wait',
  receive: 'receive',
};

/** The moments of an exchange as bars, `offset` being where the exchange begins in the chart. Phases that did not occur have none. */
export const barsOf = (timings: Timings, offset: number): readonly Bar[] => {
  const resolved = timings.dnsMs ?? 0;
  const connected = timings.connectMs ?? resolved;
  const secure = timings.tlsMs ?? connected;
  const sent = timings.requestSentMs ?? secure;
  const end = timings.endMs ?? timings.firstByteMs ?? sent;
  const first = timings.firstByteMs ?? end;
  const bars: readonly Bar[] = [
    { phase: 'dns', from: 0, to: resolved },
    { phase: 'connect', from: resolved, to: connected },
    { phase: 'tls', from: connected, to: secure },
    { phase: 'send', from: secure, to: sent },
    { phase: 'wait', from: sent, to: first },
    { phase: 'receive', from: first, to: end },
  ];
  return bars
    .filter(({ from, to }) => to > from)
    .map((bar) => ({ ...bar, from: bar.from + offset, to: bar.to + offset }));
};

const steps = [1, 2, 5];

/** Round ticks from zero to at least `total`, three to six of them. */
export const ticksOf = (total: number): readonly number[] => {
  const wanted = Math.max(total, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = (steps.find((factor) => factor * power >= wanted) ?? 10) * power;
  const count = Math.ceil(Math.max(total, 1) / step);
  return Array.from({ length: count + 1 }, (_, at) => Math.round(at * step * 1000) / 1000);
};

const urlParts = (url: string): { readonly host: string; readonly path: string } => {
  if (!URL.canParse(url)) return { host: '', path: maskUrl(url) };
  const { host, pathname, search } = new URL(url);
  return { host, path: maskUrl(`${pathname}${search}`) };
};

const rowOf = (
  exchange: Exchange,
  startMs: number,
  home: string,
  attempt: number | undefined,
): TimelineRow => {
  const { host, path } = urlParts(exchange.request.url);
  const beganMs = Math.max(0, exchange.timings.startedAtMs - startMs);
  return {
    exchange,
    attempt,
    method: exchange.request.method,
    target: host === home ? path : `${host}${path}`,
    beganMs,
    bars: barsOf(exchange.timings, beganMs),
    totalMs: exchange.timings.endMs ?? 0,
  };
};

/** Rows of one or several attempts; each attempt begins at zero, so that they can be compared. */
export const timelineRows = (attempts: readonly (readonly Exchange[])[]): readonly TimelineRow[] =>
  attempts.flatMap((exchanges, at) => {
    const home = urlParts(exchanges.at(-1)?.request.url ?? '').host;
    const start = Math.min(...exchanges.map(({ timings }) => timings.startedAtMs));
    return exchanges.map((exchange) =>
      rowOf(exchange, start, home, attempts.length > 1 ? at + 1 : undefined),
    );
  });

export const timelineEnd = (rows: readonly TimelineRow[]): number =>
  Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ to }) => to)));

/** One sentence for who cannot see the bars: "12 ms connect, 64 ms wait, 7 ms receive". */
export const barsInWords = (row: TimelineRow, words: (ms: number) => string): string =>
  row.bars.map(({ phase, from, to }) => `${words(to - from)} ${phaseWords[phase]}`).join(', ') ||
  'no timings';
