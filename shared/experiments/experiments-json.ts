import { maskText } from '../exchange/redact.ts';
import type { Finished, Proposal } from './propose.ts';

/** What `--json` says of experiments, beside the findings. The shape is a promise to scripts. Secrets are masked. */
export interface ExperimentsJson {
  readonly experiments: {
    /** What was found out, in the order in which it was asked. */
    readonly made: readonly {
      readonly id: string;
      readonly question: string;
      readonly outcome: string;
      readonly says: string;
      /** The answer in a few words. */
      readonly answer: string;
    }[];
    /** What would tell most, first; nothing of it was sent. Empty where the cause is not in doubt. */
    readonly next: readonly {
      readonly id: string;
      readonly question: string;
      /** By how many bits it is expected to lower the uncertainty; two decimals. */
      readonly information: number;
      readonly sends: string;
      readonly risk: string;
      /** Requests at most. */
      readonly requests: number;
      /** How often a user name and its password would go along. */
      readonly logins: number;
      /** The method, where sending it again may change something. */
      readonly unsafe?: string;
    }[];
  };
}

export const experimentsJson = (made: readonly Finished[], next: readonly Proposal[]): ExperimentsJson => ({
  experiments: {
    made: made.map(({ experiment: { id, question }, reading, says }) => ({
      id,
      question,
      outcome: reading.outcome,
      says: maskText(says),
      answer: maskText(reading.answer),
    })),
    next: next.map(({ experiment: { id, question }, plan, information }) => ({
      id,
      question,
      information: Number(information.toFixed(2)),
      sends: maskText(plan.sends),
      risk: plan.risk,
      requests: plan.most,
      logins: plan.logins,
      ...(plan.unsafe === undefined ? {} : { unsafe: plan.unsafe }),
    })),
  },
});
