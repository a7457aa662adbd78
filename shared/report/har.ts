import { pointer } from '../diagnosis/pointer.ts';
import { attemptToHar } from '../exchange/har-write.ts';
import { maskText } from '../exchange/redact.ts';
import { offersInWords } from '../remedies/offers-in-words.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { pseudonymised } from './pseudonymised.ts';
import type { Reported } from './reported.ts';

/**
 * The attempt as HTTP Archive 1.2 with its secrets replaced by names. What the diagnosis says stands beside the log under
 * a name of our own, as the format allows.
 */
export const harReport = ({ attempt, diagnosis, version, nowMs, experiments = [] }: Reported): string => {
  const names = pseudonymsOf(attempt);
  const plain = (text: string): string => maskText(names.scrub(text));
  const count = attempt.exchanges.length;
  const { log } = attemptToHar(pseudonymised(attempt, names), { name: 'why401', version });
  const findings = diagnosis.findings.map((finding) => ({
    cause: finding.cause,
    confidence: Number(finding.confidence.toFixed(4)),
    summary: plain(finding.title),
    explanation: plain(finding.explanation),
    evidence: finding.evidence.map(({ text, place }) => ({ text: plain(text), at: pointer(place, count) })),
    remedies: offersInWords(finding, attempt.exchanges[diagnosis.exchange]).map(plain),
  }));
  const told = {
    writtenAt: new Date(nowMs).toISOString(),
    failed: diagnosis.failed,
    explained: diagnosis.exchange,
    findings,
    ruledOut: diagnosis.ruledOut.map(({ cause, because }) => ({ cause, because: plain(because) })),
    experiments: experiments.map(({ changed, answer, says }) => ({
      changed: plain(changed),
      answer: plain(answer),
      says: plain(says),
    })),
    secrets: names.list,
  };
  return `${JSON.stringify({ log: { ...log, comment: 'Secrets are replaced by names.', ['_why401']: told } }, undefined, 2)}\n`;
};
