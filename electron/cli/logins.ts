import { createInterface, type Interface } from 'node:readline';
import type { Engine } from '../engine.ts';
import { EngineError } from '../errors.ts';
import type { Shell } from './command.ts';

/**
 * Tells the person at the shell where to log in. Where the address that the browser ends at can be pasted, it is read
 * from the standard input, line by line, until the login is over.
 */
export const tellLogins = ({ listen, handlers }: Engine, { stderr, stdin }: Shell): void => {
  let lines: Interface | undefined;
  const stop = (): void => {
    lines?.close();
    lines = undefined;
  };
  listen((event) => {
    if (event.event === 'login-done') stop();
    if (event.event !== 'login') return;
    const { sendId, url, opened, userCode, paste } = event;
    stderr.write(opened ? 'Log in in the browser.\n' : `Log in at this address:\n${url}\n`);
    if (userCode !== undefined) stderr.write(`The code is ${userCode}\n`);
    if (paste === undefined) return;
    stderr.write(
      paste === 'needed'
        ? 'Paste the address that the browser ends at:\n'
        : 'If the browser ends at a page that it cannot show, paste its address here.\n',
    );
    stop();
    lines = createInterface({ input: stdin });
    lines.on('line', (line) => {
      if (line.trim() === '') return;
      handlers.pasteRedirect({ sendId, url: line }).catch((error: unknown) => {
        stderr.write(`${error instanceof EngineError ? error.message : String(error)}\n`);
      });
    });
  });
};
