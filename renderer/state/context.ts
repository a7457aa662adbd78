import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import type { CommandArg, CommandName, CommandReply, HostApi } from '../../shared/ipc/contract.ts';
import type { Notice, WindowState } from './state.ts';
import { noticed } from './view.ts';

/** The world of the actions, handed in so that tests can hold the clock and the host in their hands. */
export interface Context {
  get(): WindowState;
  update(change: (state: WindowState) => WindowState): void;
  host(): HostApi;
  nowMs(): number;
  newId(): string;
  diagnose(attempt: Attempt): Diagnosis;
  /** Runs once after that many milliseconds; returns the function that calls it off. */
  later(ms: number, run: () => void): () => void;
}

export const notify = (context: Context, notice: Omit<Notice, 'id'>): void => {
  const id = context.newId();
  context.update((state) => noticed(state, { ...notice, id }));
};

/** Calls the host; an error becomes a notice and `undefined`. */
export const ask = async <K extends CommandName>(
  context: Context,
  name: K,
  arg: CommandArg<K>,
): Promise<{ readonly value: CommandReply<K> } | undefined> => {
  const reply = await context.host().call(name, arg);
  if (reply.ok) return { value: reply.value };
  notify(context, { tone: 'refused', text: reply.error.message });
  return undefined;
};
