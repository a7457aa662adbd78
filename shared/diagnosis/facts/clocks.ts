import type { Exchange } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { valueOf } from '../../exchange/fields.ts';

/** Both clocks of one exchange, epoch seconds. */
export interface Clocks {
  /** When the request began, by the client's clock; absent where the file does not say. */
  readonly client: number | undefined;
  /** The answer's Date, corrected by its Age (RFC 9110 §6.6.1, RFC 9111 §5.1). */
  readonly server: number | undefined;
  /** Server minus client, seconds; absent unless both are known. */
  readonly offset: number | undefined;
  /** How far the offset may be off: the round trip and the Date field's whole seconds. */
  readonly uncertainty: number;
  /** The best guess at the true time of the request: the server's clock, else the client's. */
  readonly now: number | undefined;
}

/** Closer than this the answer's Date is the client's own time: some networks write it anew and leave Age. Seconds. */
const REWRITTEN = 60;

/** A Date field's second is already over by up to one when it arrives. */
const DATE_RESOLUTION = 1;

export const clocksOf = (exchange: Exchange): Clocks => {
  const { startedAtMs, endMs, firstByteMs } = exchange.timings;
  const client = startedAtMs > 0 ? startedAtMs / 1000 : undefined;
  const fields = responseOf(exchange)?.fields ?? [];
  const date = Date.parse(valueOf(fields, 'Date') ?? '');
  const age = Number(valueOf(fields, 'Age') ?? '0');
  const stored = Number.isFinite(age) && age > 0 && age < 864_000 ? age : 0;
  const rewritten = client !== undefined && Math.abs(date / 1000 - client) < REWRITTEN && stored > REWRITTEN;
  const server = Number.isNaN(date) ? undefined : date / 1000 + (rewritten ? 0 : stored);
  const answered = (firstByteMs ?? endMs ?? 0) / 1000;
  const offset = client === undefined || server === undefined ? undefined : server - client - answered / 2;
  return { client, server, offset, uncertainty: DATE_RESOLUTION + answered / 2, now: server ?? client };
};
