import {
  commands,
  type CommandName,
  type Handlers,
  type HostError,
  type Reply,
} from '../shared/ipc/contract.ts';
import { EngineError } from './errors.ts';

/** Calls a command by name with an argument that nobody has looked at yet. Never rejects. */
export type Door = (name: string, arg: unknown) => Promise<Reply<unknown>>;

const refuse = (error: HostError): Reply<never> => ({ ok: false, error });

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

const call = async <K extends CommandName>(
  handlers: Handlers,
  name: K,
  arg: unknown,
): Promise<Reply<unknown>> => {
  const checked = commands[name].arg.safeParse(arg);
  if (!checked.success) {
    // Paths only: the values may be secrets.
    const where = checked.error.issues.slice(0, 3).map(({ path }) => path.join('.') || 'the argument itself');
    return refuse({
      code: 'bad-argument',
      message: `The command "${name}" does not take this: ${where.join(', ')}.`,
    });
  }
  const handler: (checkedArg: never) => Promise<unknown> = handlers[name];
  return { ok: true, value: await handler(checked.data as never) };
};

/**
 * The one way from a window to the engine: an unknown command or an argument that does not fit the contract's schema
 * is refused before anything happens, an `EngineError` crosses as data, and any other error as `internal`, without its
 * words, which may hold what a person typed.
 *
 * @param onFault told of every error that is a fault of ours
 */
export const door =
  (handlers: Handlers, onFault: (name: string, error: unknown) => void = reportFault): Door =>
  async (name, arg) => {
    if (!isCommand(name)) return refuse({ code: 'bad-argument', message: 'There is no such command.' });
    try {
      return await call(handlers, name, arg);
    } catch (error) {
      if (error instanceof EngineError) return refuse({ code: error.code, message: error.message });
      onFault(name, error);
      return refuse({
        code: 'internal',
        message: `why401 failed at "${name}" by a fault of its own. Nothing else was changed; try again.`,
      });
    }
  };

/** Writes where a fault happened to the error stream: the kind of error and its frames, never its message. */
export const reportFault = (name: string, error: unknown): void => {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write([`why401: fault in ${name}: ${kind}`, ...frames.slice(0, 8), ''].join('\n'));
};
