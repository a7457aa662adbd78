import type { Attempt } from '../exchange/exchange.ts';
import { fitted } from './calibration/fitted.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { DiagnoseOptions } from './engine.ts';
import { engineOf } from './engine.ts';
import { providers } from './providers/index.ts';

export type { DiagnoseOptions } from './engine.ts';

/** The tables are read where an answer may be a refusal, so that a process which sees none does not load them. */
const engine = engineOf({
  get providers() {
    return providers;
  },
  get calibration() {
    return fitted;
  },
});

/** An attempt never changes, and history, panel and report all ask about the same one. */
const known = new WeakMap<Attempt, Diagnosis>();

/**
 * Explains the last failing exchange of the attempt; earlier ones are evidence. Pure and synchronous. `failed` is false,
 * and the findings are empty, where nothing failed for reasons of authentication.
 */
export const diagnose = (attempt: Attempt, options: DiagnoseOptions = {}): Diagnosis => {
  if (options.exchange !== undefined || options.observations !== undefined)
    return engine.diagnose(attempt, options);
  const diagnosis = known.get(attempt) ?? engine.diagnose(attempt);
  known.set(attempt, diagnosis);
  return diagnosis;
};
