import { spawn, type ChildProcess } from 'node:child_process';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';

const addressOf = (host: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    host.once('exit', (code) => reject(new Error(`The browser host ended with ${String(code)}.`)));
    host.stdout?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
  });

export interface BenchHost {
  /** With the one-time token. */
  readonly address: string;
  readonly pid: number;
  stop(): void;
}

/** Starts the built browser host on a data folder. */
export const startHost = async (home: string): Promise<BenchHost> => {
  const host = spawn(process.execPath, ['out/cli/why401.js', 'serve', '--port', '0', '--no-open'], {
    env: { ...process.env, WHY401_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(host);
  return {
    address,
    pid: host.pid ?? 0,
    stop() {
      host.removeAllListeners('exit');
      host.kill();
    },
  };
};

export const startBrowser = async (): Promise<Browser> => {
  const executablePath = await findChromium();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu'],
  });
};
