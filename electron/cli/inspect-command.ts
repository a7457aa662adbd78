import { parseArgs } from 'node:util';
import { inspect } from '../../shared/import/inspect.ts';
import { UsageError, type Command } from './command.ts';
import { inspectText } from './inspect-text.ts';
import { readText } from './read-text.ts';

/** `why401 inspect [--json] [FILE]`: says what a text is and what is in it; the standard input without a file. */
export const inspectCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [file = '-', ...more] = positionals;
    if (more.length > 0) throw new UsageError('inspect takes one file.');
    const inspected = inspect(await readText(file, shell));
    if (inspected.kind === 'unknown') {
      shell.stderr.write(`${inspected.why}\n`);
      if (values.json) shell.stdout.write(`${JSON.stringify(inspected)}\n`);
      return 2;
    }
    shell.stdout.write(values.json ? `${JSON.stringify(inspected)}\n` : inspectText(inspected));
    return 0;
  },
};
