import { run } from './run.ts';

const { stdout, stderr, stdin, env } = process;
/** A reader that goes away (`why401 … | head`) ends the program quietly. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, stdin, env });
