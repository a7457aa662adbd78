import { z } from 'zod';
import { exchangeSchema } from '../exchange/exchange.ts';

/** What one step of an experiment brought: data alone, so that it crosses to the window and is read there anew. */
const ranSchema = z.discriminatedUnion('kind', [
  /** A request; of several exchanges (a token first, redirects) the last one is its answer. */
  z.object({
    kind: z.literal('request'),
    label: z.string(),
    exchanges: z.array(exchangeSchema),
    /** Why the flow ended before the request was answered. */
    stopped: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
  /** Addresses of a host, as the resolver of this computer gives them now. */
  z.object({ kind: z.literal('resolve'), label: z.string(), addresses: z.array(z.string()) }),
  /** Whether a signature fits one of the keys (RFC 7515); `because` is a clause for a person where it does not. */
  z.object({
    kind: z.literal('verify'),
    label: z.string(),
    valid: z.boolean(),
    because: z.string().optional(),
  }),
  /** A token request of its own, or a question to the authorization server about a token. */
  z.object({
    kind: z.literal('token'),
    label: z.string(),
    exchanges: z.array(exchangeSchema),
    ok: z.boolean(),
    /** Members of the answer to a question (RFC 7662 §2.2). */
    answer: z.record(z.string(), z.unknown()).optional(),
  }),
]);
export type Ran = z.infer<typeof ranSchema>;

export const experimentResultSchema = z.object({
  /** Of the registry. */
  id: z.string(),
  /** Epoch milliseconds at which it began. */
  atMs: z.number(),
  runs: z.array(ranSchema),
});
export type ExperimentResult = z.infer<typeof experimentResultSchema>;

/** All that crossed the wire for it. */
export const exchangesOf = ({ runs }: ExperimentResult): Extract<Ran, { kind: 'request' }>['exchanges'] =>
  runs.flatMap((ran) => ('exchanges' in ran ? ran.exchanges : []));
