import type { z } from 'zod';
import { cookiesCommands } from './commands/cookies.ts';
import { exchangingCommands } from './commands/exchanging.ts';
import { experimentingCommands } from './commands/experimenting.ts';
import { historyCommands } from './commands/history.ts';
import { profilesCommands } from './commands/profiles.ts';
import { sendingCommands } from './commands/sending.ts';
import { startingCommands } from './commands/starting.ts';
import { workspaceCommands } from './commands/workspace.ts';
import type { HostEvent } from './events.ts';

/**
 * The one door between a window and the engine. Arguments are checked against these schemas on the engine's side;
 * every side (handlers, preload, browser host, window) is derived from this table. Errors cross as data with a code.
 */
export const commands = {
  ...startingCommands,
  ...sendingCommands,
  ...experimentingCommands,
  ...workspaceCommands,
  ...profilesCommands,
  ...cookiesCommands,
  ...historyCommands,
  ...exchangingCommands,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArg<K extends CommandName> = z.infer<Commands[K]['arg']>;
export type CommandReply<K extends CommandName> = Commands[K]['reply'];

/** Codes of errors that cross the door. */
const errorCodes = [
  'bad-argument',
  'not-found',
  'newer-format',
  'unreadable-file',
  'vault-locked',
  'not-supported',
  'conflict',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface HostError {
  readonly code: ErrorCode;
  /** One sentence for a person: what happened and what to do. */
  readonly message: string;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: HostError };

/** What the engine offers, by command. Thrown `EngineError`s become data at the door. */
export type Handlers = { readonly [K in CommandName]: (arg: CommandArg<K>) => Promise<CommandReply<K>> };

/** What a window sees. */
export interface HostApi {
  call<K extends CommandName>(name: K, arg: CommandArg<K>): Promise<Reply<CommandReply<K>>>;
  /** Returns the function that stops listening. */
  listen(listener: (event: HostEvent) => void): () => void;
  /** Where a file lies that a person chose (a DOM File); a browser does not say it. */
  pathOf?(file: object): string;
}
