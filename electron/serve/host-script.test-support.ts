/** A browser host of its own process, from the sources: `node host-script.test-support.ts DATA WORKSPACE PAGE`. */
import { createEngine } from '../engine.ts';
import { serve } from './serve.ts';

const [dataFolder = '', workspaceFolder = '', rendererFolder = ''] = process.argv.slice(2);

const engine = await createEngine({
  host: 'browser',
  dataFolder,
  workspaceFolder,
  openBrowser: async () => false,
  version: '0.0.0',
});
const served = await serve({ engine, rendererFolder, port: 0, open: false });
process.stdout.write(`${served.address}\n`);
