import type { Finding } from '../diagnosis/diagnosis.ts';
import { pointer } from '../diagnosis/pointer.ts';
import { causeTitle, oddsFigure, oddsWord } from '../diagnosis/words.ts';
import { utf8OfBytes } from '../exchange/bytes.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { maskText } from '../exchange/redact.ts';
import { offersInWords } from '../remedies/offers-in-words.ts';
import { seenAtServer, serversOf } from '../server-logs/index.ts';
import { fenced } from './fenced.ts';
import { exchangeText } from './exchange-text.ts';
import { pseudonymsOf, type Pseudonym, type Pseudonyms } from './pseudonyms.ts';
import { pseudonymised } from './pseudonymised.ts';
import type { Reported } from './reported.ts';

/**
 * A report for a ticket: what was seen, what it means, every exchange. Secrets are replaced by names that stay the same
 * throughout, so that it can be attached as it is.
 */
export const markdownReport = (reported: Reported): string => {
  const { attempt, diagnosis, experiments = [] } = reported;
  const names = pseudonymsOf(attempt);
  const plain = plainWith(names);
  const shown = pseudonymised(attempt, names);
  const [first, ...others] = diagnosis.findings;
  const count = attempt.exchanges.length;
  const sections = [
    first === undefined || !diagnosis.failed
      ? ['# No authentication failure']
      : verdict(first, attempt.exchanges[diagnosis.exchange], count, plain),
    list(
      'Further candidates',
      others.map((one) => `${oddsFigure(one.confidence)} ${causeTitle(one.cause)}: ${plain(one.title)}`),
    ),
    list(
      'Ruled out',
      diagnosis.ruledOut.map((one) => `${causeTitle(one.cause)}: ${plain(one.because)}`),
    ),
    list(
      'Experiments',
      experiments.map(({ changed, answer, says }) => `${plain(changed)}: ${plain(answer)}. ${plain(says)}.`),
    ),
    diagnosis.failed ? atTheServer(shown.exchanges[diagnosis.exchange]) : [],
    [
      '## Exchanges',
      ...shown.exchanges.map((exchange, index) =>
        exchangeText(exchange, index, index === diagnosis.exchange && diagnosis.failed),
      ),
    ],
    secrets(names.list),
    [`Written by why401 ${reported.version} at ${new Date(reported.nowMs).toISOString()}.`],
  ];
  return `${sections.flat().join('\n\n')}\n`;
};

type Plain = (text: string) => string;

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${line}`).join('\n')];

const verdict = (
  finding: Finding,
  exchange: Exchange | undefined,
  count: number,
  plain: Plain,
): readonly string[] => [
  `# ${plain(finding.title)}`,
  `${causeTitle(finding.cause)} (\`${finding.cause}\`): ${oddsFigure(finding.confidence)}, ${oddsWord(finding.confidence)}.`,
  plain(finding.explanation),
  '## Evidence',
  finding.evidence
    .map(({ text, place }, index) => `${index + 1}. ${plain(text)} (${plain(pointer(place, count))})`)
    .join('\n'),
  ...list('What helps', offersInWords(finding, exchange).map(plain)),
];

/** Where its log shows this exchange, for the software that the answer gives away. */
const atTheServer = (exchange: Exchange | undefined): readonly string[] => {
  const seen = exchange === undefined ? undefined : seenAtServer(exchange);
  if (exchange === undefined || seen === undefined) return [];
  return serversOf(exchange).flatMap(({ label, commands }) => [
    `## In the server’s log (${label})`,
    fenced(
      'sh',
      commands(seen).flatMap(({ shows, command }) => [`# ${shows}`, command]),
    ),
  ]);
};

/** "token A (fingerprint 3f9c), in exchanges 1 and 3": which are the same can be told, what they are cannot. */
const secrets = (pseudonyms: readonly Pseudonym[]): readonly string[] =>
  pseudonyms.length === 0
    ? ['No secret was found in these exchanges.']
    : [
        ...list(
          'Secrets',
          pseudonyms.map(({ name, fingerprint, exchanges }) => {
            const print = fingerprint === undefined ? '' : ` (fingerprint ${fingerprint})`;
            return exchanges.length === 1
              ? `${name}${print}, in exchange ${exchanges.join('')}`
              : `${name}${print}, the same in exchanges ${exchanges.slice(0, -1).join(', ')} and ${exchanges.at(-1)}`;
          }),
        ),
        'Each name stands for one secret wherever it was sent. A fingerprint is the beginning of its SHA-256: whoever holds the secret can compare it; passwords and short secrets have none.',
      ];

/** Words of a foreign server go into a ticket: no markup of theirs may take effect, no secret may pass. */
const plainWith =
  ({ scrub }: Pseudonyms): Plain =>
  (text) =>
    utf8OfBytes(maskText(scrub(text)))
      .replace(/[\r\n]+/g, ' ')
      .replace(/[<>`*_[\]|\\]/g, '\\$&');
