import { commands, type CommandName, type Handlers } from '../shared/ipc/contract.ts';

/** Handlers of which only the given ones answer; the others tell `reached` that they were called. */
export const fakeHandlers = (
  given: Partial<Handlers>,
  reached: (name: CommandName) => unknown = () => undefined,
): Handlers => {
  const silent = Object.keys(commands).map((name) => [
    name,
    () => {
      reached(name as CommandName);
      return Promise.resolve();
    },
  ]);
  return { ...Object.fromEntries(silent), ...given } as Handlers;
};
