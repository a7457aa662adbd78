/** A piece of a word: bytes as a byte string, or a variable of the shell in whose place the secret will stand. */
export type Segment = { readonly bytes: string } | { readonly variable: string };
export type Word = readonly Segment[];

/** An option with its value, or a switch. */
export type Group = readonly Word[];

/** What is fed to curl's standard input, one after the other. Paths are of files. */
export type Feed = Segment | { readonly path: string };

export const shellIds = ['posix', 'cmd', 'powershell'] as const;
export type ShellId = (typeof shellIds)[number];

/** What stands where a secret would: dots, a variable of the shell, or the secret itself. */
export const secretForms = ['masked', 'variables', 'included'] as const;
export type SecretForm = (typeof secretForms)[number];

export interface ShellText {
  readonly command: string;
  readonly notes: readonly string[];
}

/** How one shell is told to run curl with these very words. One shell, one file. */
export interface CurlShell {
  readonly id: ShellId;
  /** "POSIX shells", as a sentence goes on with it. */
  readonly label: string;
  /** Longest word, in bytes, that it hands to a program. */
  readonly longestWord: number;
  /** Whether a word of it can hold these bytes. */
  canHold(bytes: string): boolean;
  /** Whether it can feed bytes and files to curl's standard input. */
  readonly feeds: boolean;
  write(groups: readonly Group[], feed: readonly Feed[] | undefined): ShellText;
}

export const isVariable = (segment: Segment): segment is { readonly variable: string } =>
  'variable' in segment;
