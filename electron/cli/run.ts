import { UsageError, type Command, type ExitCode, type Shell } from './command.ts';
import { helpText, usages } from './help-text.ts';

/** Loaded only when asked for: `explain` must not wait for the engine. */
export const commands: Readonly<Record<keyof typeof usages, () => Promise<Command>>> = {
  explain: async () => (await import('./explain-command.ts')).explainCommand,
  inspect: async () => (await import('./inspect-command.ts')).inspectCommand,
  curl: async () => (await import('./curl-command.ts')).curlCommand,
  send: async () => (await import('./send-command.ts')).sendCommand,
  experiment: async () => (await import('./experiment-command.ts')).experimentCommand,
  compare: async () => (await import('./compare-command.ts')).compareCommand,
  export: async () => (await import('./export-command.ts')).exportCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
};

const isCommand = (name: string): name is keyof typeof usages => Object.hasOwn(commands, name);

/** Runs one command line. What is wrong with it is one sentence on standard error. */
export const run = async ([name = '', ...args]: readonly string[], shell: Shell): Promise<ExitCode> => {
  if (name === '--version') {
    const { version } = await import('./version.ts');
    shell.stdout.write(`why401 ${version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    shell.stdout.write(helpText());
    return 0;
  }
  if (!isCommand(name)) {
    shell.stderr.write(
      name === ''
        ? helpText()
        : `There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.\n`,
    );
    return 2;
  }
  if (name !== 'curl' && args.includes('--help')) {
    const [usage, summary] = usages[name];
    shell.stdout.write(`why401 ${usage}\n${summary}\n`);
    return 0;
  }
  try {
    const command = await commands[name]();
    return await command.run(args, shell);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    shell.stderr.write(`${error.message}\n`);
    return isUsage(error) ? 2 : 3;
  }
};

/** Words that are wrong, or what the engine refuses with a sentence. */
const isUsage = (error: Error): boolean =>
  error instanceof UsageError ||
  error.name === 'EngineError' ||
  ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
