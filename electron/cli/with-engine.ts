import { createEngine, type Engine } from '../engine.ts';
import { openInBrowser } from '../serve/open-in-browser.ts';
import { version } from './version.ts';

/** Runs with the engine of the shell host, the one that the windows use too, and lets go of it afterwards. */
export const withEngine = async <T>(
  run: (engine: Engine) => Promise<T>,
  nowMs?: () => number,
): Promise<T> => {
  const engine = await createEngine({
    host: 'shell',
    openBrowser: openInBrowser,
    version,
    ...(nowMs === undefined ? {} : { nowMs }),
  });
  try {
    return await run(engine);
  } finally {
    await engine.close();
  }
};
