import { durationInWords, instantInWords } from '../../shared/diagnosis/durations.ts';

/** The drawing of a token's life: where the moments stand on the line, 0 to 1, and what they are called. */
export interface LifetimeDrawing {
  readonly endedAt: number;
  readonly at: number;
  readonly over: boolean;
  /** How long it is over, or what is left. */
  readonly gap: string;
  readonly issued: string | undefined;
  readonly ended: string;
  readonly now: string;
  /** For who cannot see it. */
  readonly sentence: string;
}

interface Life {
  /** Epoch seconds. */
  readonly issued: number | undefined;
  readonly ended: number;
  readonly at: number;
}

/** Words of the moment in question: that of a request, or now. */
type Moment = 'sent' | 'now';

/** A day and a time are too wide beside the other two captions. */
const dayOrTime = (seconds: number, beside: number): string =>
  instantInWords(seconds, beside).replace(/\s.*$/, '');

const clamp = (share: number): number => Math.min(0.97, Math.max(0.03, share));

/**
 * A token that is over ends at `split` of the line, so that the gap behind it can be seen however short it is; the
 * beginning fades out, being not to scale. One that lives is drawn to scale.
 */
export const lifetimeDrawing = (
  { issued, ended, at }: Life,
  moment: Moment,
  split: number,
): LifetimeDrawing => {
  const over = at >= ended;
  const begins = issued ?? Math.min(at, ended - 3600);
  const gap = durationInWords(at - ended);
  const when = instantInWords(at, at);
  const end = instantInWords(ended, at);
  const sameDay = end.length <= 8;
  return {
    endedAt: over ? split : 1,
    at: over ? 1 : clamp((at - begins) / (ended - begins)),
    over,
    gap: over ? gap : `${gap} left`,
    issued: issued === undefined || !sameDay ? undefined : `issued ${dayOrTime(issued, at)}`,
    ended: `${over ? 'expired' : 'expires'} ${end}`,
    now: `${moment} ${when}`,
    sentence: over
      ? `The token was valid until ${end}; ${moment === 'sent' ? 'the request was sent at' : 'it is now'} ${when}, ${gap} later.`
      : `The token is valid until ${end}; ${moment === 'sent' ? 'the request was sent at' : 'it is now'} ${when}, ${gap} before.`,
  };
};
