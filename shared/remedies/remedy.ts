import type { Attempt } from '../exchange/exchange.ts';
import type { Finding, RemedyOffer } from '../diagnosis/diagnosis.ts';
import type { TokenWay } from '../schemes/scheme.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Profile, TokenState } from '../workspace/profile.ts';
import type { RemedyId } from './remedy-ids.ts';

/** How the token is got before the request is sent again. */
export type TokenAction = TokenWay;

/** What a remedy is planned from. Plain data; secrets of profiles are not in it. */
export interface Situation {
  readonly attempt: Attempt;
  readonly finding: Finding;
  readonly draft: Draft;
  readonly profile: Profile | undefined;
  /** The token of the profile, or of the request’s own auth. */
  readonly token: TokenState | undefined;
  readonly nowMs: number;
}

/** What was answered to a plan’s question, by the names of its fields. */
export type Answers = Readonly<Record<string, string>>;

/** A request that is sent for what its answer holds; what it leads to, or a sentence where the answer lacks it. */
export interface Errand {
  readonly draft: Draft;
  afterwards(
    attempt: Attempt,
  ): { readonly next: Draft } | { readonly errand: Errand } | { readonly problem: string };
}

/** A question that must be answered before the plan can run. */
export type Question =
  | {
      readonly kind: 'values';
      readonly fields: readonly {
        readonly name: string;
        readonly label: string;
        readonly secret: boolean;
        readonly value: string;
        /** May stay empty. */
        readonly optional?: true;
      }[];
    }
  /** Gives a secret to another host: names it, with what speaks for and against. */
  | {
      readonly kind: 'consent';
      readonly question: string;
      readonly speaksFor: readonly string[];
      readonly speaksAgainst: readonly string[];
      /** Also offered: remember for this profile. */
      readonly always?: string;
    };

/** One line of the request or setting that differs; values are shown masked. */
export interface Change {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a remedy will do, shown before it does it. */
export interface Plan {
  readonly id: RemedyId;
  /** Verb and object, as on the button: "Refresh token and retry". */
  readonly label: string;
  readonly changes: readonly Change[];
  /** What will be sent and where, one or two sentences. */
  readonly sends: string;
  readonly question?: Question;
  /** Said before a request that is not idempotent is sent a second time. */
  readonly warning?: string;
  /** The draft after the answers were given; pure. */
  apply(answers: Answers): Draft;
  /** The profile after the answers were given, where the change belongs to it: kept before anything is sent. */
  profile?(answers: Answers): Profile;
  /** Names of cookies that are taken out of the jar for the request’s host first. */
  readonly forgetCookies?: readonly string[];
  /** What must be fetched before the request itself is sent. */
  first?(answers: Answers): Errand;
  readonly token?: TokenAction;
  /** No connection that is kept open is used: the host’s name is looked up anew. */
  readonly freshConnection?: true;
  /** Whether the request is sent once the draft has changed. */
  readonly sendsRequest: boolean;
  /** Earliest time at which it makes sense, epoch milliseconds (Retry-After). */
  readonly notBeforeMs?: number;
}

/** One remedy, one file: from a situation to a plan, or nothing where it does not apply. */
export interface Remedy {
  readonly id: RemedyId;
  plan(situation: Situation, offer: RemedyOffer): Plan | undefined;
}

export const defineRemedy = (remedy: Remedy): Remedy => remedy;
