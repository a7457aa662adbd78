import { spawn } from 'node:child_process';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { nodeHosts } from './bundle.mjs';
import { childEnvironment, root } from './pinned-node.mjs';

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {{ child: ChildProcess | undefined, cookie: string }} Engine
 */

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createNetServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * Trades the one-time token of the printed address for the session's cookie, as a browser would.
 *
 * @param {string} address
 */
const cookieOf = async (address) => {
  const answer = await fetch(address, { redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
};

/**
 * Runs the built browser host and resolves with it and its cookie as soon as it has printed its address.
 *
 * @param {number} port
 * @returns {Promise<Engine>}
 */
const startEngine = (port) =>
  new Promise((resolve, reject) => {
    const args = [join(root, 'out/cli/why401.js'), 'serve', '--port', String(port), '--no-open'];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: childEnvironment(),
    });
    let printed = '';
    child.on('exit', (code) => reject(new Error(`The engine ended with ${code}.`)));
    child.stdout.on('data', (piece) => {
      printed += piece;
      const [address] = printed.match(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/) ?? [];
      if (address !== undefined) cookieOf(address).then((cookie) => resolve({ child, cookie }), reject);
    });
  });

/** @param {ChildProcess} child */
const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(undefined);
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill();
  });

/**
 * The page from Vite's development server, and the engine behind it: built anew and restarted with each change. The
 * proxy speaks to the engine as the engine's own page would.
 */
export const developInBrowser = async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  /** @type {Engine} */
  let engine = { child: undefined, cookie: '' };

  /** @type {NonNullable<import('vite').ProxyOptions['configure']>} */
  const asOwnPage = (proxy) => {
    /** @param {import('node:http').ClientRequest} request */
    const dress = (request) => {
      request.setHeader('origin', origin);
      request.setHeader('cookie', engine.cookie);
    };
    proxy.on('proxyReq', dress);
    proxy.on('proxyReqWs', dress);
  };

  const watcher = await build({ ...nodeHosts, build: { ...nodeHosts.build, watch: {} } });
  if (!('on' in watcher)) throw new Error('Vite does not watch.');
  let turn = Promise.resolve();
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code !== 'END') return;
    turn = turn.then(async () => {
      if (engine.child !== undefined) await ended(engine.child);
      try {
        engine = await startEngine(port);
        console.log('The engine is up to date.');
      } catch (error) {
        engine = { child: undefined, cookie: '' };
        console.error(error instanceof Error ? error.message : error);
      }
    });
  });

  const { default: config } = await import('../electron.vite.config.ts');
  const { renderer } = /** @type {{ renderer: import('vite').UserConfig }} */ (config);
  const page = await createServer({
    ...renderer,
    configFile: false,
    root: join(root, 'renderer'),
    server: {
      host: '127.0.0.1',
      proxy: {
        '/api': { target: origin, changeOrigin: true, configure: asOwnPage },
        '/events': { target: origin, changeOrigin: true, ws: true, configure: asOwnPage },
      },
    },
  });
  await page.listen();
  page.printUrls();
  const stop = () => {
    engine.child?.kill();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};
