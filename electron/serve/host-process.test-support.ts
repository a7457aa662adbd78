import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CommandArg, CommandName, CommandReply, Reply } from '../../shared/ipc/contract.ts';

/** A host in a process of its own, as a window knows it: through its door and nothing else. */
export interface HostProcess {
  /** `undefined` where the host ended before it answered: nobody knows what became of it. */
  call<K extends CommandName>(name: K, arg: CommandArg<K>): Promise<Reply<CommandReply<K>> | undefined>;
  /** Ends it at once, wherever it is (SIGKILL). */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL('host-script.test-support.ts', import.meta.url));

export const startHostProcess = async (
  dataFolder: string,
  workspaceFolder: string,
  pageFolder: string,
): Promise<HostProcess> => {
  const child = spawn(process.execPath, [script, dataFolder, workspaceFolder, pageFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', WHY401_KEYCHAIN: 'off' },
  });
  let printed = '';
  child.stderr.on('data', (piece: Buffer) => {
    printed += piece.toString();
  });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error(`The host ended before it listened:\n${printed}`);
    }),
  ])) as [Buffer];
  const address = new URL(line.toString().trim());
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    async call(name, arg) {
      try {
        const response = await fetch(new URL(`/api/${name}`, address), {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'X-Why401': '1',
            Origin: address.origin,
            Cookie: cookie,
          },
          body: JSON.stringify(arg),
        });
        return (await response.json()) as Reply<CommandReply<typeof name>>;
      } catch {
        return undefined;
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
