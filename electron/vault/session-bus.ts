import { connect } from 'node:net';
import { join } from 'node:path';
import { percentDecoded } from '../../shared/exchange/percent.ts';

/**
 * Whether Linux's session bus is there and answers. The keychain's own client waits for it in native code, which no
 * timer can end: a bus that is dead or stuck would freeze the whole program.
 */

/** Sockets named by a D-Bus address list: "unix:path=/run/user/1000/bus,guid=…;unix:abstract=…". */
export const busSockets = (env: NodeJS.ProcessEnv): readonly string[] => {
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  const usual = runtime === '' ? [] : [join(runtime, 'bus')];
  const list = env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  if (list === '') return usual;
  return list.split(';').flatMap((address) => {
    if (!address.startsWith('unix:')) return [];
    const pairs = address.slice('unix:'.length).split(',');
    const value = (key: string): string | undefined =>
      pairs.find((pair) => pair.startsWith(`${key}=`))?.slice(key.length + 1);
    const path = value('path');
    if (path !== undefined) return [percentDecoded(path)];
    const abstract = value('abstract');
    if (abstract !== undefined) return [`\0${percentDecoded(abstract)}`];
    return value('runtime') === 'yes' ? usual : [];
  });
};

/** Greets a bus as any client does (D-Bus specification, "Authentication Protocol"); any answer will do. */
const answers = (socketPath: string, patienceMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath);
    const end = (alive: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(alive);
    };
    const timer = setTimeout(() => end(false), patienceMs);
    socket.once('connect', () => {
      const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
      socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
    });
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });

export const sessionBusAnswers = async (env: NodeJS.ProcessEnv, patienceMs = 1000): Promise<boolean> => {
  for (const socket of busSockets(env)) if (await answers(socket, patienceMs)) return true;
  return false;
};
