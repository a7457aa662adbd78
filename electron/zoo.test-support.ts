import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

/** Ports of the auth zoo: other people's servers, where they run on this machine. */
export const zoo = {
  apache: 18101,
  lighttpd: 18105,
  nginx: 18111,
  nginxOther: 18112,
  nginxTls: 18113,
  nginxMtls: 18114,
  squidBasic: 18121,
  squidDigest: 18122,
  ntlm: 18123,
  squidNtlm: 18124,
  httpbin: 18131,
  oidc: 18141,
  api: 18142,
  s3: 18151,
} as const;

/** Where its OpenID provider sends a browser back to after a login: all its apps have this one address. */
export const loginRedirect = 'http://127.0.0.1:18199/callback';

/**
 * Waits until nobody else holds the port of `loginRedirect`, and holds it until the returned function is called. Tests run
 * side by side, and of two logins at a time only one can listen there.
 */
export const takeLoginPort = (): Promise<() => Promise<void>> =>
  lock(join(tmpdir(), 'why401-login-port'), {
    realpath: false,
    retries: { retries: 1200, factor: 1, minTimeout: 50, maxTimeout: 50 },
  });

/** The folder of its keys and certificates. */
export const zooKeys = process.env['ZOO_KEYS'] ?? join(homedir(), '.cache', 'auth-zoo', 'keys');

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });

/** Whether each of these ports is listened on; all of the zoo's where none are named. */
export const allListen = async (ports: readonly number[] = Object.values(zoo)): Promise<boolean> =>
  (await Promise.all(ports.map(listens))).every(Boolean);
