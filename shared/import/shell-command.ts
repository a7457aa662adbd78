/** A command as a shell would have started it. Words are byte strings, as a program receives them. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** What the command reads from its standard input, where the text says. */
  readonly stdin?: { readonly text: string } | { readonly file: string };
}

export type ShellRead =
  | { readonly ok: true; readonly commands: readonly ShellCommand[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };
