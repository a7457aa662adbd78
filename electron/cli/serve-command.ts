import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEngine } from '../engine.ts';
import { openInBrowser } from '../serve/open-in-browser.ts';
import { serve } from '../serve/serve.ts';
import { UsageError, type Command } from './command.ts';
import { version } from './version.ts';

/** The built page lies beside the built shell (out/renderer beside out/cli). */
const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${text}".`);
  }
  return port;
};

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** `why401 serve [--port N] [--no-open]`: the window in a browser, until the process is ended. */
export const serveCommand: Command = {
  async run(args, { stdout, stderr }) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: '0' }, open: { type: 'boolean', default: true } },
      allowNegative: true,
    });
    const port = portOf(values.port);
    if (!existsSync(rendererFolder)) {
      stderr.write('The window is not built. Run "npm run build" first.\n');
      return 2;
    }
    const engine = await createEngine({ host: 'browser', openBrowser: openInBrowser, version });
    const served = await serve({ engine, rendererFolder, port, open: values.open });
    stdout.write(`why401 runs at ${served.address}\n`);
    if (served.opened) stdout.write('It is open in your browser; the address works once.\n');
    await stopped();
    await served.close();
    await engine.close();
    return 0;
  },
};
