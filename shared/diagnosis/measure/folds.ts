import { hostnameIn } from '../../exchange/url.ts';
import type { Calibration } from '../calibration/calibration.ts';
import { calibrated, uncalibrated } from '../calibration/calibration.ts';
import { engineOf, MOST } from '../engine.ts';
import { factsOf } from '../facts.ts';
import type { Provider } from '../providers/provider.ts';
import { recognise } from '../providers/recognise.ts';
import type { Answer, Case } from './answers.ts';
import { partsByKey } from './groups.ts';

/** Cases of one provider or product, none of whose kin is in another fold. */
export interface Fold {
  readonly cases: readonly Case[];
  /** Tables that recognise any of its cases. */
  readonly known: readonly Provider[];
}

/**
 * One fold per provider or product: cases belong together when a table recognises both, or when their hosts lie in one
 * registrable domain. `domainOf` names that domain, and is `undefined` for addresses that belong to nobody.
 */
export const providerFolds = (
  cases: readonly Case[],
  providers: readonly Provider[],
  domainOf: (host: string) => string | undefined,
): readonly Fold[] => {
  const known = new Map(cases.map((one) => [one, recognisedIn(one, providers)] as const));
  const keysOf = (one: Case): readonly string[] => {
    const domain = domainOf(hostOf(one));
    return [...(known.get(one) ?? []).map(({ id }) => id), ...(domain === undefined ? [] : [domain])];
  };
  return partsByKey(cases, keysOf).map((part) => ({
    cases: part,
    known: [...new Set(part.flatMap((one) => known.get(one) ?? []))],
  }));
};

const recognisedIn = (one: Case, providers: readonly Provider[]): readonly Provider[] => {
  const { exchange } = engineOf({ providers, calibration: uncalibrated }).diagnose(one.attempt);
  const facts = factsOf(one.attempt, exchange);
  return facts === undefined ? [] : recognise(facts, providers).providers;
};

const hostOf = ({ attempt }: Case): string => {
  const url = attempt.exchanges.at(-1)?.request.url ?? '';
  return hostnameIn(url) ?? '';
};

/** Answers without calibration, each fold by an engine that lacks the fold's own tables. */
export const answersWithout = (folds: readonly Fold[], providers: readonly Provider[]): readonly Answer[][] =>
  folds.map(({ cases, known }) => {
    const engine = engineOf({
      providers: providers.filter((provider) => !known.includes(provider)),
      calibration: uncalibrated,
    });
    return cases.map((of) => ({ of, diagnosis: engine.diagnose(of.attempt) }));
  });

export const withCalibration = ({ of, diagnosis }: Answer, calibration: Calibration): Answer => ({
  of,
  diagnosis: { ...diagnosis, findings: calibrated(diagnosis.findings, calibration, MOST) },
});
