import type { Attempt, Exchange } from '../exchange/exchange.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import type { Calibration } from './calibration/calibration.ts';
import { calibrated } from './calibration/calibration.ts';
import type { Cause } from './causes.ts';
import { inDoubt, mayBeRefusal } from './doubt.ts';
import type { Diagnosis, Finding, RuledOut } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts.ts';
import { findingOf } from './finding.ts';
import { statementEvidence } from './heard.ts';
import { opinionOf, scoreWith } from './observed.ts';
import type { Observation } from './observation.ts';
import type { Phrased } from './phrased.ts';
import { phrasedIn } from './phrased.ts';
import type { Provider } from './providers/provider.ts';
import { recognise } from './providers/recognise.ts';
import { rank } from './rank.ts';
import type { Reading } from './reading/read.ts';
import type { Support, Weighed } from './rule.ts';
import { rules } from './rules/index.ts';
import { unexplained } from './rules/unexplained.ts';
import { mayHaveFailed, situationOf } from './situation.ts';
import { STATED } from './weights.ts';
import { POSSIBLE } from './words.ts';

export interface DiagnoseOptions {
  /** Index of the exchange to explain; the last failing one where absent. */
  readonly exchange?: number;
  /** What experiments found out about that exchange. */
  readonly observations?: readonly Observation[];
}

/** Candidates below this are not worth a line. */
const WORTH_A_LINE = 0.03;
const CANDIDATES = 6;
/** Confidence never passes this: what was not seen could still explain it. */
export const MOST = 0.98;

/** What an engine knows beside the rules, as data: tests and measurements run it with less. */
export interface Knowledge {
  readonly providers: readonly Provider[];
  readonly calibration: Calibration;
}

export interface Engine {
  diagnose(attempt: Attempt, options?: DiagnoseOptions): Diagnosis;
}

/** An engine that knows these tables and no others. */
export const engineOf = (knowledge: Knowledge): Engine => ({
  diagnose: (attempt, options = {}) => explain(attempt, options, knowledge),
});

const explain = (attempt: Attempt, options: DiagnoseOptions, knowledge: Knowledge): Diagnosis => {
  const found = failing(attempt, options.exchange, knowledge);
  const last = Math.max(0, attempt.exchanges.length - 1);
  const silence = { exchange: options.exchange ?? last, failed: false, findings: [], ruledOut: [] };
  if (found === undefined) return silence;
  const judged = judge(found, knowledge.calibration, options.observations ?? []);
  return found.certain ? judged : (inDoubt(judged, found.facts) ?? silence);
};

interface Failing {
  /** That it was a refusal, not that it was explained. */
  readonly certain: boolean;
  readonly facts: Facts;
  readonly heard: ReadonlyMap<Cause, readonly Weighed[]>;
}

/** The exchange to explain: the last that was refused, or else the last error of which that is open. */
const failing = (attempt: Attempt, only: number | undefined, knowledge: Knowledge): Failing | undefined => {
  let doubtful: Failing | undefined;
  for (let index = only ?? attempt.exchanges.length - 1; index >= (only ?? 0); index -= 1) {
    const exchange = attempt.exchanges[index];
    if (exchange === undefined || !mayHaveFailed(exchange)) continue;
    if (only === undefined && isHealed(attempt.exchanges, index)) continue;
    const facts = factsOf(attempt, index);
    if (facts === undefined) continue;
    let heard: Failing['heard'] | undefined;
    const known = (): Failing['heard'] => (heard ??= recognise(facts, knowledge.providers).heard);
    if (situationOf(facts, known) !== undefined) return { certain: true, facts, heard: known() };
    if (doubtful === undefined && mayBeRefusal(facts)) doubtful = { certain: false, facts, heard: known() };
  }
  return doubtful;
};

/** A challenge that a later exchange answered, a hop that was followed: what came after tells how it ended. */
const isHealed = (exchanges: readonly Exchange[], index: number): boolean => {
  const present = exchanges[index];
  if (present === undefined) return false;
  return exchanges.slice(index + 1).some((later) => {
    if (later.redirect?.from === present.request.url && (responseOf(present)?.status ?? 0) < 400) return true;
    if (later.request.method !== present.request.method || later.request.url !== present.request.url)
      return false;
    const status = responseOf(later)?.status;
    if (status === undefined) return false;
    if (atTheProxy(present)) return status !== 407;
    return status < 400 || answersChallenge(present, later);
  });
};

/** The server asked for credentials, got them, and came to an error that refuses nobody: what is asked for is not there. */
const answersChallenge = (challenge: Exchange, later: Exchange): boolean =>
  responseOf(challenge)?.status === 401 &&
  fieldNamed(challenge.request.fields, 'authorization') === undefined &&
  fieldNamed(later.request.fields, 'authorization') !== undefined;

/** What stopped the request before the server: any answer of the server shows that it is past. */
const atTheProxy = (exchange: Exchange): boolean =>
  responseOf(exchange)?.status === 407 || failureOf(exchange)?.code === 'proxy';

const judge = (
  { facts, heard: known }: Failing,
  calibration: Calibration,
  observations: readonly Observation[],
): Diagnosis => {
  const heardFor = hearing(facts, known, phrasedIn(facts));
  const supports = new Map<Cause, Support>();
  const ruledOut: RuledOut[] = [];
  for (const rule of rules) {
    const opinion = opinionOf(rule, facts, heardFor(rule.cause), observations);
    if (opinion?.kind === 'support') supports.set(rule.cause, opinion);
    if (opinion?.kind === 'ruled-out') ruledOut.push({ cause: rule.cause, because: opinion.because });
  }
  const ranked = rank([...supports].map(([cause, { weighed }]) => ({ cause, score: scoreWith(weighed) })));
  const findings = ranked
    .filter(({ probability }, at) => probability >= WORTH_A_LINE || at === 0)
    .slice(0, CANDIDATES)
    .flatMap(({ cause, probability }) => {
      const confidence = Math.min(MOST, probability);
      const supported = supports.get(cause);
      if (cause === 'unexplained') return [unexplained(facts, confidence)];
      return supported === undefined ? [] : [findingOf(cause, confidence, supported)];
    });
  return {
    exchange: facts.index,
    failed: true,
    findings: calibrated(settled(findings, facts), calibration, MOST),
    ruledOut,
  };
};

const SILENCE: readonly Weighed[] = [];

/** So short a statement says one thing; a longer one may say several, and a rule's wording be but one of them. */
const ONE_THING = 80;

/**
 * What tables and phrases know of a cause. The words are read one by one only where no table knows the answer, nor a
 * phrase the cause, and no short statement that a rule knows in its very wording. That the server itself lacks something
 * no table of its refusals says.
 */
const hearing = (
  facts: Facts,
  known: ReadonlyMap<Cause, readonly Weighed[]>,
  phrased: Phrased,
): ((cause: Cause) => readonly Weighed[]) => {
  const plain = new Set(
    [...phrased.values()].flatMap((found) =>
      [...found].flatMap(([statement, { weight }]) =>
        weight >= STATED && statement.text.length <= ONE_THING ? [statement] : [],
      ),
    ),
  );
  const read = new Map<Cause, Reading>();
  for (const reading of facts.readings)
    if (
      reading.weight > (read.get(reading.cause)?.weight ?? -Infinity) &&
      !plain.has(reading.statement) &&
      (known.size === 0 || reading.subject === 'backend')
    )
      read.set(reading.cause, reading);
  return (cause) => {
    const [tables, phrases] = [known.get(cause), phrased.get(cause)];
    if (tables !== undefined || phrases !== undefined)
      return [...(tables ?? []), ...(phrases?.values() ?? [])];
    const reading = read.get(cause);
    return reading === undefined
      ? SILENCE
      : [
          {
            weight: reading.weight,
            evidence: statementEvidence(facts, reading.statement, reading.statement.text),
          },
        ];
  };
};

/** Where nothing reaches "possible", the verdict is that nobody knows. */
const settled = (findings: readonly Finding[], facts: Facts): readonly Finding[] => {
  const [first] = findings;
  if (first !== undefined && (first.confidence >= POSSIBLE || first.cause === 'unexplained')) return findings;
  const known =
    findings.find(({ cause }) => cause === 'unexplained') ??
    unexplained(facts, first?.confidence ?? POSSIBLE);
  return [known, ...findings.filter(({ cause }) => cause !== 'unexplained')];
};
