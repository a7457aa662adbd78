import type { Attempt, Exchange, Field } from '../exchange/exchange.ts';
import { failureOf, responseOf } from '../exchange/exchange.ts';
import { utf8OfBytes } from '../exchange/bytes.ts';
import { maskField, maskText, maskUrl } from '../exchange/redact.ts';
import { remedyTitle } from '../remedies/words.ts';
import type { Diagnosis, Finding } from './diagnosis.ts';
import { textOfBody } from './facts/response-body.ts';
import { pointer } from './pointer.ts';
import { causeTitle, oddsFigure, oddsWord } from './words.ts';

const BODY_SHOWN = 2_000;

/** Markdown for a ticket: what was seen, what it means, every exchange with its secrets masked. */
export const report = (attempt: Attempt, diagnosis: Diagnosis): string => {
  const [first, ...others] = diagnosis.findings;
  const count = attempt.exchanges.length;
  const sections = [
    first === undefined || !diagnosis.failed ? ['# No authentication failure'] : verdict(first, count),
    others.length === 0
      ? []
      : [
          '## Further candidates',
          others
            .map((one) => `- ${oddsFigure(one.confidence)} ${causeTitle(one.cause)}: ${plain(one.title)}`)
            .join('\n'),
        ],
    diagnosis.ruledOut.length === 0
      ? []
      : [
          '## Ruled out',
          diagnosis.ruledOut.map((one) => `- ${causeTitle(one.cause)}: ${plain(one.because)}`).join('\n'),
        ],
    [
      '## Exchanges',
      ...attempt.exchanges.map((exchange, index) =>
        exchangeText(exchange, index, index === diagnosis.exchange && diagnosis.failed),
      ),
    ],
    ['Secrets are masked: eight dots stand for each, whatever its length.'],
  ];
  return `${sections.flat().join('\n\n')}\n`;
};

const verdict = (finding: Finding, count: number): readonly string[] => [
  `# ${plain(finding.title)}`,
  `${causeTitle(finding.cause)} (\`${finding.cause}\`): ${oddsFigure(finding.confidence)}, ${oddsWord(finding.confidence)}.`,
  plain(finding.explanation),
  '## Evidence',
  finding.evidence
    .map(({ text, place }, index) => `${index + 1}. ${plain(text)} (${pointer(place, count)})`)
    .join('\n'),
  ...(finding.remedies.length === 0
    ? []
    : ['## What helps', finding.remedies.map(({ id }) => `- ${remedyTitle(id)}`).join('\n')]),
];

/** Words of a foreign server go into a ticket: no markup of theirs may take effect, no secret may pass. */
const plain = (text: string): string =>
  maskText(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[<>`*_[\]|\\]/g, '\\$&');

const exchangeText = (exchange: Exchange, index: number, explained: boolean): string => {
  const { request, timings } = exchange;
  const response = responseOf(exchange);
  const failure = failureOf(exchange);
  const started = timings.startedAtMs > 0 ? `, ${new Date(timings.startedAtMs).toISOString()}` : '';
  const title = `### ${index + 1}. ${exchange.purpose}${started}${explained ? ', explained above' : ''}`;
  const lines = [
    `> ${request.method} ${maskUrl(request.url)} ${request.httpVersion}`,
    ...request.fields.map((field) => `> ${fieldText(field)}`),
    ...bodyLines('>', textOfBody(request.body)),
    ...trailerLines('>', request.trailers),
    ...(response === undefined
      ? [`< no answer: ${failure?.code ?? 'unknown'}. ${failure?.message ?? ''}`]
      : [
          `< ${response.httpVersion} ${response.status} ${utf8OfBytes(response.reason)}`.trimEnd(),
          ...response.fields.map((field) => `< ${fieldText(field)}`),
          ...bodyLines('<', textOfBody(response.body)),
          ...trailerLines('<', response.trailers),
        ]),
  ];
  const fence = fenceFor(lines);
  return `${title}\n\n${fence}http\n${lines.join('\n')}\n${fence}`;
};

const fieldText = (field: Field): string => `${field.name}: ${utf8OfBytes(maskField(field))}`;

const trailerLines = (mark: string, trailers: readonly Field[] = []): readonly string[] =>
  trailers.length === 0 ? [] : [mark, ...trailers.map((field) => `${mark} ${fieldText(field)}`)];

const bodyLines = (mark: string, text: string): readonly string[] =>
  text === ''
    ? []
    : [
        mark,
        ...maskText(text)
          .slice(0, BODY_SHOWN)
          .split(/\r?\n/)
          .map((line) => `${mark} ${line}`),
        ...(text.length > BODY_SHOWN ? [`${mark} …`] : []),
      ];

/** Longer than any run of backticks inside. */
const fenceFor = (lines: readonly string[]): string => {
  const longest = lines
    .flatMap((line) => [...line.matchAll(/`+/g)].map((run) => run[0].length))
    .reduce((a, b) => Math.max(a, b), 2);
  return '`'.repeat(Math.max(3, longest + 1));
};
