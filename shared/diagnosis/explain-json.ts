import type { Attempt, Exchange } from '../exchange/exchange.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import { maskUrl } from '../exchange/redact.ts';
import type { RemedyId } from '../remedies/remedy-ids.ts';
import type { Cause } from './causes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { hiding, masked } from './masked.ts';
import { pointer } from './pointer.ts';
import { remedyTitle } from '../remedies/words.ts';

/** One line of `why401 explain --json`. The shape is a promise to scripts. Secrets are masked. */
export interface ExplainedFile {
  readonly file: string;
  readonly attempt: {
    /** ISO 8601; absent where the file does not say. */
    readonly startedAt?: string;
    /** Index of the explained exchange. */
    readonly explained: number;
    readonly failed: boolean;
    readonly exchanges: readonly ExplainedExchange[];
  };
  readonly findings: readonly {
    readonly cause: Cause;
    /** A probability, four decimals. */
    readonly confidence: number;
    readonly summary: string;
    readonly evidence: readonly { readonly text: string; readonly at: string }[];
    readonly remedies: readonly { readonly id: RemedyId; readonly label: string }[];
  }[];
  readonly ruledOut: readonly { readonly cause: Cause; readonly because: string }[];
}

export interface ExplainedExchange {
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  /** Why there was no answer. */
  readonly failure?: string;
}

export const explainJson = (file: string, attempt: Attempt, diagnosis: Diagnosis): ExplainedFile => {
  const count = attempt.exchanges.length;
  const hidden = hiding(attempt, diagnosis);
  const { findings, ruledOut } = masked(attempt, diagnosis, hidden);
  return {
    file,
    attempt: {
      ...(attempt.startedAtMs > 0 ? { startedAt: new Date(attempt.startedAtMs).toISOString() } : {}),
      explained: diagnosis.exchange,
      failed: diagnosis.failed,
      exchanges: attempt.exchanges.map((exchange) => brief(exchange, hidden)),
    },
    findings: findings.map((finding) => ({
      cause: finding.cause,
      confidence: Number(finding.confidence.toFixed(4)),
      summary: finding.title,
      evidence: finding.evidence.map(({ text, place }) => ({
        text,
        at: pointer(place, count),
      })),
      remedies: finding.remedies.map(({ id }) => ({ id, label: remedyTitle(id) })),
    })),
    ruledOut,
  };
};

const brief = (exchange: Exchange, hidden: (text: string) => string): ExplainedExchange => {
  const response = responseOf(exchange);
  const failure = failureOf(exchange);
  return {
    method: exchange.request.method,
    url: hidden(maskUrl(exchange.request.url)),
    ...(response === undefined ? {} : { status: response.status }),
    ...(failure === undefined ? {} : { failure: failure.code }),
  };
};
