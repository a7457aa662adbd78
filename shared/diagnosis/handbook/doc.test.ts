import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { experimentById } from '../../experiments/index.ts';
import { maskText } from '../../exchange/redact.ts';
import { remedyIds, type RemedyId } from '../../remedies/remedy-ids.ts';
import { remedyTitle } from '../../remedies/words.ts';
import { causes, type Cause } from '../causes.ts';
import { providers } from '../providers/index.ts';
import { rules } from '../rules/index.ts';
import { causeTitle } from '../words.ts';
import { exampleLines, exampleOf } from './example.test-support.ts';
import { seeds, type Seed } from './seeds.ts';
import { groups, told } from './told.ts';

const opening = `# Causes

The closed list of what a diagnosis may name, made from what the rules, the providers' tables and the project's own cases
say (\`npx vitest run shared/diagnosis/handbook -u\` writes it). A diagnosis' first finding is its answer, the others are candidates. The codes
are stable: they stand in \`--json\`, in saved reports and in tests.

## Who goes first

1. The most specific cause that the evidence carries: \`token-expired\` before \`token-rejected\` before
   \`credentials-rejected\`.
2. What is on the wire (a status, a field, a challenge's parameter, a decoded claim, two clocks, an earlier exchange)
   before what a sentence in a body suggests.
3. What the server says outright (\`error=\`, a provider's known code) before what can be inferred, unless the wire
   contradicts it.
4. What the client can see in its own request (a placeholder, a malformed field, a passed \`exp\`) before the server's
   general "unauthorized".
5. Where nothing is shown: \`unexplained\`, and what to try. Never a guess with confidence.
`;

const seedsOpening = `## What the usual articles advise

Each advice of the usual "how to fix a 401" and its place here: the causes it is for, the remedies that do it, the
experiments that find out whether it applies.
`;

/** Names of a list that is too long to be read. */
const PROVIDERS_SHOWN = 12;

/** What the rule's file can offer, in its order. */
const remediesOf = (cause: Cause): readonly RemedyId[] => {
  const source = readFileSync(fileURLToPath(new URL(`../rules/${cause}.ts`, import.meta.url)), 'utf8');
  const named = [...source.matchAll(/\bid: '([\w-]+)'/g)].map(([, id]) => id);
  return [...new Set(remedyIds.filter((id) => named.includes(id)))].toSorted(
    (a, b) => named.indexOf(a) - named.indexOf(b),
  );
};

const providersOf = (cause: Cause): readonly string[] =>
  providers
    .filter(({ signs }) => signs.some((sign) => sign.cause === cause))
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, 'en'));

const listed = (names: readonly string[]): string => {
  const more = names.length - PROVIDERS_SHOWN;
  return more > 0 ? `${names.slice(0, PROVIDERS_SHOWN).join(', ')} and ${more} more` : names.join(', ');
};

/** Foreign words in a page: no markup of theirs takes effect. */
const plain = (text: string): string =>
  maskText(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[<>*_[\]|\\]/g, '\\$&');

const exampleText = (cause: Cause): readonly string[] => {
  const example = exampleOf(cause);
  const [finding] = example?.diagnosis.findings ?? [];
  if (example === undefined || finding === undefined) return [];
  return [
    `For example: ${plain(example.title)}${example.source === undefined ? '' : ` ([source](${example.source}))`}.`,
    `\`\`\`http\n${exampleLines(example).join('\n')}\n\`\`\``,
    `**${plain(finding.title)}.** ${plain(finding.explanation)}`,
  ];
};

const section = (cause: Cause): string => {
  const { meaning, shownBy } = told[cause];
  const references = rules.find((rule) => rule.cause === cause)?.references ?? [];
  const stated = providersOf(cause);
  return [
    `### \`${cause}\``,
    `**${causeTitle(cause)}:** ${meaning}. Shown by ${shownBy}.`,
    ...exampleText(cause),
    `What helps:\n\n${remediesOf(cause)
      .map((id) => `- ${remedyTitle(id)}`)
      .join('\n')}`,
    ...(references.length === 0 ? [] : [`References: ${references.join(', ')}.`]),
    ...(stated.length === 0 ? [] : [`Named by ${listed(stated)}.`]),
  ].join('\n\n');
};

const linked = (cause: Cause): string => `[\`${cause}\`](#${cause})`;

const overview = groups.map((group) =>
  [
    `**${group}**: ${causes
      .filter((cause) => told[cause].group === group)
      .map(linked)
      .join(', ')}.`,
  ].join('\n'),
);

const seedRow = ({ advice, causes: meant, remedies, experiments, also }: Seed): string =>
  [
    '',
    advice,
    meant.map(linked).join(', '),
    [...remedies.map(remedyTitle), ...(also === undefined ? [] : [also])].join('; '),
    experiments.map((id) => experimentById(id)?.changed ?? id).join('; ') || '–',
    '',
  ]
    .join(' | ')
    .trim();

const page = (): string =>
  [
    opening,
    '## All of them',
    ...overview,
    ...groups.flatMap((group) => [
      `## ${group}`,
      ...causes.filter((cause) => told[cause].group === group).map(section),
    ]),
    seedsOpening,
    `| advice | causes | remedies | experiments |\n| --- | --- | --- | --- |\n${seeds.map(seedRow).join('\n')}`,
  ].join('\n\n');

test('docs/causes.md says what the rules say; `vitest -u` writes it anew', async () => {
  const file = fileURLToPath(new URL('../../../docs/causes.md', import.meta.url));
  const options = await resolveConfig(file);
  await expect(await format(page(), { ...options, parser: 'markdown' })).toMatchFileSnapshot(file);
});

describe.each(causes)('%s', (cause) => {
  test('has an example whose verdict it is', () => {
    expect(exampleOf(cause)?.diagnosis.findings[0]?.cause).toBe(cause);
  });

  test('offers a remedy that acts, or the report', () => {
    expect(remediesOf(cause).length).toBeGreaterThan(0);
  });
});

describe('each advice of the usual articles', () => {
  test.each(seeds)('$advice', ({ causes: meant, remedies, experiments }) => {
    expect([meant.length, remedies.length]).not.toContain(0);
    expect(experiments.filter((id) => experimentById(id) === undefined)).toEqual([]);
    // What it advises is really offered for one of its causes.
    const offered = new Set(meant.flatMap(remediesOf));
    expect(remedies.filter((id) => id !== 'report' && !offered.has(id))).toEqual([]);
  });
});
