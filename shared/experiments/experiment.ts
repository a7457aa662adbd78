import type { Cause } from '../diagnosis/causes.ts';
import type { RemedyOffer } from '../diagnosis/diagnosis.ts';
import type { SchemeSettings, Draft } from '../workspace/draft.ts';
import type { Ran } from './result.ts';
import type { Scene } from './scene.ts';

/** One thing that the engine does for an experiment. */
export type Step =
  /** Sends this draft; `token`: gets a token this way first. */
  | {
      readonly kind: 'request';
      readonly label: string;
      readonly draft: Draft;
      readonly token?: 'refresh' | 'fetch';
    }
  /** Asks the resolver; sends nothing to the host itself. */
  | { readonly kind: 'resolve'; readonly label: string; readonly host: string }
  /** Compares a signature with keys (RFC 7517), offline. `keys` is the text of the key set. */
  | { readonly kind: 'verify'; readonly label: string; readonly token: string; readonly keys: string }
  /** Asks for a token with these settings and throws it away. */
  | { readonly kind: 'token'; readonly label: string; readonly settings: SchemeSettings }
  /** Asks the authorization server about the stored access token (RFC 7662). */
  | { readonly kind: 'introspect'; readonly label: string };

/** How often each outcome comes under one cause: per cent, or any measure, since only their proportion counts. */
export type Row<O extends string> = Readonly<Record<O, number>>;

/** Under each cause that the experiment can tell from others; `otherwise` under all that are not named. */
export type Likelihoods<O extends string> = Readonly<Partial<Record<Cause, Row<O>>>> & {
  readonly otherwise: Row<O>;
};

/** What will be done, told before it is done. */
export interface Plan {
  /** Most requests that leave; 0 where nothing is sent. */
  readonly most: number;
  /** Hosts to which they go. */
  readonly hosts: readonly string[];
  /** What is sent, one sentence. */
  readonly sends: string;
  /** What it could do, one sentence: "It cannot lock an account". */
  readonly risk: string;
  /** How often a user name and its password are sent: each counts as a failed login where they are wrong. */
  readonly logins: number;
  /** The method, where repeating the request may change something (RFC 9110 §9.2.1): it needs a yes of its own. */
  readonly unsafe?: string;
}

/** A cause that an outcome names by itself, in words of its own. */
export interface Named {
  readonly cause: Cause;
  readonly title: string;
  readonly explanation: string;
  readonly remedies: readonly RemedyOffer[];
}

/** What came of it. */
export interface Reading<O extends string = string> {
  readonly outcome: O;
  /** The answer beside its status, a few words: "no error", "4 keys". */
  readonly answer: string;
  /** In the place of the outcome's own clause, with figures of this answer. */
  readonly says?: string;
  readonly named?: Named;
}

/**
 * A further exchange that tells causes apart, declared whole in one file: it changes one thing and compares. Pure: the
 * engine does the steps, `read` says what they mean.
 */
export interface Experiment<O extends string = string> {
  readonly id: string;
  /** What it changes, as a row of a table: "Without credentials". */
  readonly changed: string;
  /** As it is asked: "Does the server read the credential at all?" */
  readonly question: string;
  /**
   * It changes nothing, and this outcome says that the refusal stands: any other one says that what another experiment
   * showed may have been chance.
   */
  readonly control?: O;
  /** After this outcome the request is refused no longer, so that nothing further can be found out. */
  readonly settles?: O;
  /** What each outcome says, one clause: "The server reads the credential". */
  readonly says: Readonly<Record<O, string>>;
  readonly likelihoods: Likelihoods<O>;
  /** Nothing where it does not apply. */
  plan(scene: Scene): Plan | undefined;
  /** The step that follows those that ran; nothing when it is over. Never more requests than planned. */
  next(scene: Scene, runs: readonly Ran[]): Step | undefined;
  read(scene: Scene, runs: readonly Ran[]): Reading<O>;
}

/** Keeps the outcomes' names of one declaration together; the registry sees every experiment as `Experiment`. */
export const defineExperiment = <const O extends string>(experiment: Experiment<O>): Experiment<O> =>
  experiment;
