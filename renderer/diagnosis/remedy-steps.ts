import { compareAttempts } from '../../shared/compare/compare.ts';
import { responseOf, type Exchange } from '../../shared/exchange/exchange.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';
import { hostIn } from '../../shared/exchange/url.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import { countWords } from '../exchange/measures.ts';
import type { AttemptRecord } from '../state/state.ts';

/** One thing that was done while a remedy ran. */
export interface RemedyStep {
  readonly text: string;
  /** Host, or where something was stored. */
  readonly where: string;
  readonly ok: boolean;
  /** Absent for what was not measured. */
  readonly ms: number | undefined;
}

const tokenWords: Partial<Record<RemedyId, string>> = {
  'refresh-token': 'Refresh token sent to the token endpoint',
  'fetch-token': 'Token asked for at the token endpoint',
  'authorize-again': 'Login exchanged for a token at the token endpoint',
};

const isAnswered = (exchange: Exchange): boolean => (responseOf(exchange)?.status ?? 500) < 400;

const changedWords = (before: AttemptRecord, after: AttemptRecord): string => {
  const request = compareAttempts(before.attempt, after.attempt).sections.find(
    ({ title }) => title === 'Request',
  );
  const count = request?.rows.filter(({ differs }) => differs).length ?? 0;
  return count === 0 ? 'nothing changed' : `${countWords(count, 'line')} changed`;
};

/** What was done, step by step, told from the exchanges of the attempt that the remedy caused. */
export const remedySteps = (
  before: AttemptRecord,
  after: AttemptRecord,
  id: RemedyId,
  stored: { readonly profile: string | undefined; readonly where: string },
): readonly RemedyStep[] => {
  let resources = 0;
  return after.attempt.exchanges.flatMap((exchange): readonly RemedyStep[] => {
    const step = {
      where: hostIn(exchange.request.url) ?? maskUrl(exchange.request.url),
      ok: isAnswered(exchange),
      ms: exchange.timings.endMs,
    };
    switch (exchange.purpose) {
      case 'token':
        return [
          { ...step, text: tokenWords[id] ?? 'Token asked for at the token endpoint' },
          ...(step.ok && stored.profile !== undefined
            ? [
                {
                  text: `New token stored for ${stored.profile}`,
                  where: stored.where,
                  ok: true,
                  ms: undefined,
                },
              ]
            : []),
        ];
      case 'discovery':
        return [{ ...step, text: 'Metadata of the authorization server read' }];
      case 'connect':
        return [{ ...step, text: 'Connection through the proxy asked for' }];
      case 'experiment':
        return [{ ...step, text: 'Experiment sent' }];
      case 'resource':
        resources += 1;
        return [
          {
            ...step,
            text:
              resources > 1
                ? 'Followed on, as the answer asked'
                : `Request sent again, ${changedWords(before, after)}`,
          },
        ];
      default:
        return exchange.purpose satisfies never;
    }
  });
};
