import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where vault, history and preferences lie: the system's own place, or what WHY401_HOME says. */
export const dataFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const home = environment['WHY401_HOME'];
  return home === undefined || home === '' ? envPaths('why401', { suffix: '' }).data : home;
};

/** What can be made again at any time: the system's place for that. */
export const cacheFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const home = environment['WHY401_HOME'];
  return home === undefined || home === '' ? envPaths('why401', { suffix: '' }).cache : join(home, 'cache');
};
