import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { RankedDifference } from '../../shared/compare/difference.ts';
import { differencesOf } from '../../shared/compare/differences.ts';
import { requestOfPaste } from '../../shared/compare/request-of.ts';
import type { ShownValue } from '../../shared/compare/shown-value.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { oddsFigure } from '../../shared/diagnosis/words.ts';
import type { SentRequest } from '../../shared/exchange/exchange.ts';
import { readPaste } from '../../shared/import/paste.ts';
import { paintFor, type Paint } from './colours.ts';
import { UsageError, type Command } from './command.ts';
import { readText } from './read-text.ts';

const requestIn = (file: string, text: string): SentRequest => {
  const read = requestOfPaste(text, randomUUID);
  if (!read.ok) throw new UsageError(`${file}: ${read.message}`);
  return read.request;
};

/** What the file says of its refusal, where it holds the answer. */
const diagnosisIn = (text: string): Diagnosis | undefined => {
  const pasted = readPaste(text, randomUUID);
  return pasted.kind === 'attempt' ? diagnose(pasted.attempt) : undefined;
};

const shown = (value: ShownValue | undefined): string =>
  value === undefined
    ? 'not sent'
    : `${value.text}${value.fingerprint === undefined ? '' : ` (fingerprint ${value.fingerprint})`}`;

const linesOf = (one: RankedDifference, paint: Paint): readonly string[] => [
  `${oddsFigure(one.matters).padStart(5)}  ${paint('bold', one.name)}  ${paint('dim', one.why)}`,
  `       refused  ${shown(one.mine)}`,
  `       works    ${shown(one.theirs)}`,
  ...(one.details ?? []).map(
    ({ name, mine, theirs }) => `                ${name}: ${mine || 'not there'} → ${theirs || 'not there'}`,
  ),
];

/** `why401 compare [--json] REFUSED WORKS`: sends nothing. Exit code 0 where nothing differs, 1 where something does. */
export const compareCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [refused, works, ...more] = positionals;
    if (refused === undefined || works === undefined || more.length > 0)
      throw new UsageError('compare takes two files: the request that is refused, then one that works.');
    const text = await readText(refused, shell);
    const differences = differencesOf(
      requestIn(refused, text),
      requestIn(works, await readText(works, shell)),
      diagnosisIn(text),
    );
    const paint = paintFor(shell);
    shell.stdout.write(
      values.json
        ? `${JSON.stringify(differences)}\n`
        : differences.length === 0
          ? 'Nothing differs that is compared.\n'
          : `${differences.flatMap((one) => linesOf(one, paint)).join('\n')}\n`,
    );
    return differences.length === 0 ? 0 : 1;
  },
};
