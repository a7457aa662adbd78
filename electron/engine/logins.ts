import type { Handlers } from '../../shared/ipc/contract.ts';
import type { LoginPrompt } from '../oauth/tokens-types.ts';
import { EngineError } from '../errors.ts';

type Accept = NonNullable<LoginPrompt['accept']>;

/** The logins under way that a pasted address can end. */
export interface Logins {
  begin(sendId: string, accept: Accept): void;
  end(sendId: string): void;
  /** @throws EngineError where no login waits, or the address is not the one it waits for */
  paste(sendId: string, address: string): void;
}

export const createLogins = (): Logins => {
  const waiting = new Map<string, Accept>();
  return {
    begin: (sendId, accept) => void waiting.set(sendId, accept),
    end: (sendId) => void waiting.delete(sendId),
    paste(sendId, address) {
      const accept = waiting.get(sendId);
      if (accept === undefined) {
        throw new EngineError('not-found', 'No login waits for an address any more; start it again.');
      }
      const problem = accept(address);
      if (problem !== undefined) throw new EngineError('bad-argument', problem);
    },
  };
};

export const loginHandlers = (logins: Logins): Pick<Handlers, 'pasteRedirect'> => ({
  async pasteRedirect({ sendId, url }) {
    logins.paste(sendId, url);
  },
});
