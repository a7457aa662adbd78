import type { Attempt } from '../exchange/exchange.ts';
import { maskText } from '../exchange/redact.ts';
import { hidingSecrets } from '../exchange/secrets.ts';
import type { Diagnosis, Evidence, Figure } from './diagnosis.ts';

/** Shorter ones may be words of a sentence, and so may longer ones that hold no digit. */
const LEAST = 8;
const LEAST_OF_LETTERS = 20;

const isTelling = (secret: string): boolean =>
  secret.length >= (/\d/.test(secret) ? LEAST : LEAST_OF_LETTERS);

/** Servers write back what they were sent. What stands in a secret's place and is known for a placeholder stays. */
export const hiding = (attempt: Attempt, { findings: [first] }: Diagnosis): ((text: string) => string) => {
  const placeholder = first?.cause === 'placeholder-unresolved' ? first.title : '';
  return hidingSecrets(attempt, (secret) => isTelling(secret) && !placeholder.includes(secret));
};

/**
 * The diagnosis as it may be shown, printed and kept: no sentence of it holds a secret of the attempt. What remedies
 * need stays as it is.
 */
export const masked = (
  attempt: Attempt,
  diagnosis: Diagnosis,
  hidden = hiding(attempt, diagnosis),
): Diagnosis => {
  const shown = (text: string): string => maskText(hidden(text));
  const evidence = (all: readonly Evidence[]): readonly Evidence[] =>
    all.map((one) => ({ ...one, text: shown(one.text) }));
  return {
    ...diagnosis,
    findings: diagnosis.findings.map((finding) => ({
      ...finding,
      title: shown(finding.title),
      explanation: shown(finding.explanation),
      evidence: evidence(finding.evidence),
      ...(finding.figure === undefined ? {} : { figure: figureOf(finding.figure, shown) }),
    })),
    ruledOut: diagnosis.ruledOut.map((out) => ({ ...out, because: shown(out.because) })),
  };
};

const figureOf = (figure: Figure, shown: (text: string) => string): Figure =>
  figure.kind === 'values' ? { ...figure, got: shown(figure.got), wanted: shown(figure.wanted) } : figure;
