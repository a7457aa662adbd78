import { responseOf, type Exchange } from '../../shared/exchange/exchange.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';
import { hostIn } from '../../shared/exchange/url.ts';
import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import { lastExchange, pillOf } from '../exchange/status-tone.ts';
import type { AttemptRecord } from '../state/state.ts';
import type { Tone } from '../ui/StatusPill.tsx';
import { oddsFigure, oddsWord } from '../../shared/diagnosis/words.ts';
import { verdictOf } from './odds.ts';
import { remedyOutcome, type RemedyOutcome } from './remedy-outcome.ts';

/** Who answered and what the panel's one large sentence is. */
export interface Headline {
  readonly pill: { readonly text: string; readonly tone: Tone } | undefined;
  /** "refused by api.acme.example". */
  readonly who: string;
  readonly title: string;
  /** The cause that is said, if one is likely enough. */
  readonly verdict: Finding | undefined;
  readonly outcome: RemedyOutcome | undefined;
  /** All of it in one breath, for who listens. */
  readonly spoken: string;
}

const hostOf = (exchange: Exchange): string => {
  const { url } = exchange.request;
  return hostIn(url) ?? maskUrl(url);
};

const whoOf = (exchange: Exchange | undefined, failed: boolean): string => {
  if (exchange === undefined) return 'nothing was sent';
  if (responseOf(exchange) === undefined) return `from ${hostOf(exchange)}`;
  return `${failed ? 'refused' : 'answered'} by ${hostOf(exchange)}`;
};

/** `before` is the attempt that a remedy mended, where there was one. */
export const headlineOf = (record: AttemptRecord, before: AttemptRecord | undefined): Headline => {
  const { diagnosis, attempt, remedy } = record;
  const exchange = diagnosis.failed ? attempt.exchanges[diagnosis.exchange] : lastExchange(attempt);
  const verdict = diagnosis.failed ? verdictOf(diagnosis) : undefined;
  const outcome =
    before === undefined || remedy === undefined ? undefined : remedyOutcome(before, record, remedy.id);
  const cause = verdict?.title ?? (diagnosis.failed ? 'Unexplained' : 'Nothing to explain');
  const title = outcome?.title ?? cause;
  const pill = exchange === undefined ? undefined : pillOf(exchange);
  const who = whoOf(exchange, diagnosis.failed);
  const odds =
    verdict === undefined ? '' : ` ${oddsFigure(verdict.confidence)}, ${oddsWord(verdict.confidence)}.`;
  const also = outcome !== undefined && verdict !== undefined ? ` ${cause}.` : '';
  return {
    pill,
    who,
    title,
    verdict,
    outcome,
    spoken: `${pill?.text ?? ''} ${who}. ${title}.${also}${odds}`.trim(),
  };
};
