/** What the process was started with and writes to; handed in, so that a command can be run by a test. */
export interface Shell {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stdin: NodeJS.ReadableStream;
  readonly env: NodeJS.ProcessEnv;
}

/** 0 answered without an authentication failure · 1 failure explained · 2 usage or unreadable input · 3 no answer. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One word behind `why401`. Loaded only when it is asked for, so that each starts fast. */
export interface Command {
  run(args: readonly string[], shell: Shell): Promise<ExitCode>;
}

/** What is wrong with the words on the command line, in one sentence; ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
