import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRecord, parseJson } from '../exchange/json.ts';
import { readHar } from '../exchange/har.ts';
import type { Cause } from './causes.ts';
import { causes } from './causes.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';

/** One recorded failure. `cause` is absent for what is no authentication failure. */
export interface Case {
  readonly id: string;
  readonly cause: Cause | undefined;
  readonly alsoAccept: readonly Cause[];
  readonly diagnosis: Diagnosis;
  readonly milliseconds: number;
}

const isCause = (value: unknown): value is Cause => causes.some((cause) => cause === value);

/** The corpus lies beside the checkout; the project's own cases in this folder. `undefined` where the folder is missing. */
export const casesIn = (folder: string): readonly Case[] | undefined => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  if (!existsSync(path)) return undefined;
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => caseOf(name, readFileSync(`${path}/${name}`, 'utf8')));
};

const caseOf = (name: string, text: string): Case => {
  const value = parseJson(text);
  const read = readHar(value);
  if (!read.ok || !isRecord(value)) throw new Error(`${name} is no case file`);
  const started = performance.now();
  const diagnosis = diagnose(read.attempt);
  const accepted = Array.isArray(value['alsoAccept']) ? value['alsoAccept'] : [];
  return {
    id: name.replace(/\.json$/, ''),
    cause: isCause(value['cause']) ? value['cause'] : undefined,
    alsoAccept: accepted.filter(isCause),
    diagnosis,
    milliseconds: performance.now() - started,
  };
};

const accepts = (one: Case, cause: Cause | undefined): boolean =>
  cause !== undefined && (cause === one.cause || one.alsoAccept.includes(cause));

const CONFIDENT = 0.9;

export interface Score {
  readonly count: number;
  /** The first finding is the case's cause. */
  readonly exact: number;
  /** The first finding is the cause or one that a fair judge accepts. */
  readonly first: number;
  /** One of the first three is. */
  readonly three: number;
  /** Wrong at 0.9 and above. */
  readonly confidentErrors: readonly string[];
  readonly missed: readonly string[];
  /** Ten bins of confidence: how many, how many right, what was said on average. */
  readonly reliability: readonly {
    readonly from: number;
    readonly count: number;
    readonly right: number;
    readonly said: number;
  }[];
}

export const scoreOf = (cases: readonly Case[]): Score => {
  const right = (one: Case): boolean => accepts(one, one.diagnosis.findings[0]?.cause);
  const wrong = cases.filter((one) => !right(one));
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const inside = cases.filter(
      ({ diagnosis }) => Math.min(9, Math.floor((diagnosis.findings[0]?.confidence ?? 0) * 10)) === bin,
    );
    const said = inside.reduce((sum, { diagnosis }) => sum + (diagnosis.findings[0]?.confidence ?? 0), 0);
    return {
      from: bin / 10,
      count: inside.length,
      right: inside.filter(right).length,
      said: inside.length === 0 ? 0 : said / inside.length,
    };
  });
  return {
    count: cases.length,
    exact: cases.filter((one) => one.diagnosis.findings[0]?.cause === one.cause).length / cases.length,
    first: (cases.length - wrong.length) / cases.length,
    three:
      cases.filter((one) => one.diagnosis.findings.slice(0, 3).some(({ cause }) => accepts(one, cause)))
        .length / cases.length,
    confidentErrors: wrong
      .filter(({ diagnosis }) => (diagnosis.findings[0]?.confidence ?? 0) >= CONFIDENT)
      .map(({ id }) => id),
    missed: wrong.map(
      ({ id, cause, diagnosis }) =>
        `${id}: ${cause}, answered ${diagnosis.findings.map((f) => `${f.cause} ${f.confidence.toFixed(2)}`).join(', ') || 'nothing'}`,
    ),
    reliability: bins.filter(({ count }) => count > 0),
  };
};

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

export const scoreText = (score: Score): string =>
  [
    `${score.count} cases: first answer ${percent(score.first)} acceptable, ${percent(score.exact)} exact; among three ${percent(score.three)}`,
    `wrong at ${CONFIDENT} and above: ${score.confidentErrors.length === 0 ? 'none' : score.confidentErrors.join(', ')}`,
    'said  count  right',
    ...score.reliability.map(
      ({ said, count, right }) =>
        `${said.toFixed(2)}  ${String(count).padStart(5)}  ${(right / count).toFixed(2)}`,
    ),
    ...score.missed.map((line) => `missed ${line}`),
  ].join('\n');
