import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { masked } from '../../shared/diagnosis/masked.ts';
import { pointer } from '../../shared/diagnosis/pointer.ts';
import { causeTitle, oddsFigure, oddsWord } from '../../shared/diagnosis/words.ts';
import { responseOf, type Attempt } from '../../shared/exchange/exchange.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';
import { offersInWords } from '../../shared/remedies/offers-in-words.ts';
import type { Paint } from './colours.ts';

const headline = (attempt: Attempt, { exchange }: Diagnosis, paint: Paint): string => {
  const explained = attempt.exchanges[exchange];
  if (explained === undefined) return 'no exchange';
  const response = responseOf(explained);
  const status = response === undefined ? 'no answer' : `${response.status} ${response.reason}`.trim();
  const asked = explained.request.unseen
    ? ''
    : `  ${explained.request.method} ${maskUrl(explained.request.url)}`;
  return `${paint('red', status)}${paint('dim', asked)}`;
};

/** A diagnosis for a terminal, secrets masked: the sentence first, its evidence, what to do, what else it could be. */
export const diagnosisText = (file: string, attempt: Attempt, found: Diagnosis, paint: Paint): string => {
  const diagnosis = masked(attempt, found);
  const [first, ...others] = diagnosis.findings;
  if (!diagnosis.failed || first === undefined) return `${file}: no authentication failure\n`;
  const count = attempt.exchanges.length;
  const helps = offersInWords(first, attempt.exchanges[diagnosis.exchange]);
  const lines = [
    `${paint('dim', `${file}:`)} ${headline(attempt, diagnosis, paint)}`,
    paint('bold', first.title),
    `${oddsFigure(first.confidence)}, ${oddsWord(first.confidence)}${paint('dim', `  ${first.cause}`)}`,
    '',
    ...first.evidence.map(
      ({ text, place }, index) => `  ${index + 1}  ${text}  ${paint('dim', pointer(place, count))}`,
    ),
    ...(first.evidence.length > 0 ? [''] : []),
    first.explanation,
    ...(helps.length > 0 ? ['', 'What helps', ...helps.map((offer) => `  ${offer}`)] : []),
    ...(others.length > 0
      ? [
          '',
          'Further candidates',
          ...others.map((f) => `  ${oddsFigure(f.confidence).padStart(5)}  ${causeTitle(f.cause)}`),
        ]
      : []),
    ...(diagnosis.ruledOut.length > 0
      ? ['', 'Ruled out', ...diagnosis.ruledOut.map((out) => `  ${causeTitle(out.cause)}: ${out.because}`)]
      : []),
  ];
  return `${lines.join('\n')}\n\n`;
};
