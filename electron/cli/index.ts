import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../data-folder.ts';
import { run } from './run.ts';

// What V8 made of the commands the last time; they are loaded after this line.
enableCompileCache(join(cacheFolder(), 'compiled'));

const { stdout, env } = process;
/** A reader that goes away (`why401 … | head`) ends the program quietly. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
void (async (): Promise<void> => {
  process.exitCode = await run(process.argv.slice(2), {
    stdout,
    env,
    // Node opens these when they are asked for, and most commands read nothing.
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
  });
})();
