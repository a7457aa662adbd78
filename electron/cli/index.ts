import type { Command, ExitCode, Shell } from './command.ts';
import { UsageError } from './command.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  explain: async () => (await import('./explain-command.ts')).explainCommand,
  inspect: async () => (await import('./inspect-command.ts')).inspectCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
};

const run = async ([name = '', ...args]: readonly string[], shell: Shell): Promise<ExitCode> => {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    shell.stderr.write(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.\n`);
    return 2;
  }
  try {
    const command = await load();
    return await command.run(args, shell);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isUsage =
      error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    shell.stderr.write(`${error.message}\n`);
    return isUsage ? 2 : 3;
  }
};

const { stdout, stderr, stdin, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, stdin, env });
