import { parseArgs } from 'node:util';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { explainJson } from '../../shared/diagnosis/explain-json.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { readHar } from '../../shared/exchange/har.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import type { ExperimentsJson } from '../../shared/experiments/experiments-json.ts';
import { readPaste } from '../../shared/import/paste.ts';
import { harReport } from '../../shared/report/har.ts';
import { markdownReport } from '../../shared/report/markdown.ts';
import { paintFor, type Paint } from './colours.ts';
import { UsageError, type Command, type ExitCode } from './command.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { exitCodeOf, gravest } from './exit-code.ts';
import type { FoundOut } from './find-out.ts';
import { readText } from './read-text.ts';
import { version } from './version.ts';

/** A HAR, a case file that holds one, a transcript of curl -v, or raw HTTP. */
const attemptOf = (text: string, file: string): Attempt => {
  const json = text.trimStart().startsWith('{') ? parseJson(text) : undefined;
  if (json !== undefined) {
    const read = readHar(json, file);
    if (read.ok) return read.attempt;
    throw new UsageError(`${file}: ${read.message}`);
  }
  const pasted = readPaste(text, () => file);
  if (pasted.kind === 'attempt') return pasted.attempt;
  const why =
    pasted.kind === 'unknown' ? pasted.why : `It is a ${pasted.kind}; explain needs the answer as well.`;
  throw new UsageError(`${file}: ${why}`);
};

/** What is explained: the last failing exchange, or with --all each one, what came before it being evidence. */
const diagnosesOf = (attempt: Attempt, all: boolean): readonly Diagnosis[] => {
  if (!all) return [diagnose(attempt)];
  const each = attempt.exchanges.map((_, index) =>
    diagnose({ ...attempt, exchanges: attempt.exchanges.slice(0, index + 1) }),
  );
  const failed = each.filter((diagnosis, index) => diagnosis.failed && diagnosis.exchange === index);
  return failed.length > 0 ? failed : [diagnose(attempt)];
};

const writers = { md: markdownReport, har: harReport } as const;

const isForm = (form: string): form is keyof typeof writers => Object.hasOwn(writers, form);

type Print = (file: string, attempt: Attempt, diagnosis: Diagnosis, found: FoundOut | undefined) => string;

const noExperiments: ExperimentsJson = { experiments: { made: [], next: [] } };

/** How a diagnosis is printed: for a person, as a line of JSON, or as a report with its exchanges. */
const printer = ({ json, report }: { json: boolean; report?: string | undefined }, paint: Paint): Print => {
  if (report === undefined)
    return json
      ? (file, attempt, diagnosis, found) =>
          `${JSON.stringify({ ...explainJson(file, attempt, diagnosis), ...(found?.json() ?? noExperiments) })}\n`
      : (file, attempt, diagnosis, found) =>
          `${diagnosisText(file, attempt, diagnosis, paint)}${found?.text(paint) ?? ''}`;
  if (!isForm(report)) throw new UsageError(`A report is written as md or har, not as ${report}.`);
  if (json) throw new UsageError('--json and --report are two forms of one answer; ask for one of them.');
  const write = writers[report];
  return (_, attempt, diagnosis) => write({ attempt, diagnosis, version, nowMs: Date.now() });
};

/** Surer than this, nobody asks further. */
const SURE = 0.9;

/** What the recording itself can tell, and what could be asked; loaded only where the cause is in doubt. */
const findOut = async (attempt: Attempt, diagnosis: Diagnosis) =>
  diagnosis.failed && (diagnosis.findings[0]?.confidence ?? 0) < SURE
    ? (await import('./find-out.ts')).findOut(attempt, diagnosis)
    : undefined;

/** `why401 explain [--json | --report md|har] [--all] FILE…` */
export const explainCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new UsageError('explain needs a file, or - for the standard input.');
    const paint = paintFor(shell);
    const print = printer(values, paint);
    const codes: ExitCode[] = [];
    for (const file of positionals) {
      try {
        const attempt = attemptOf(await readText(file, shell), file);
        for (const seen of diagnosesOf(attempt, values.all)) {
          const found = values.all ? undefined : await findOut(attempt, seen);
          const diagnosis = found?.diagnosis ?? seen;
          codes.push(exitCodeOf(attempt, diagnosis));
          shell.stdout.write(print(file, attempt, diagnosis, found));
        }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        shell.stderr.write(`${error.message}\n`);
        codes.push(2);
      }
    }
    return gravest(codes);
  },
};
