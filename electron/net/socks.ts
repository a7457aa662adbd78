import { lookup } from 'node:dns/promises';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import type { Address } from './address.ts';
import { WireError } from './failures.ts';
import type { Proxy } from './proxy.ts';
import type { Reach } from './reach.ts';

export interface SocksOptions {
  readonly proxy: Proxy;
  /** Where the connection leads. */
  readonly address: Address;
  /** How the socket gets to the proxy. */
  readonly reach: Reach;
  /** How the server's name is resolved, where that happens here; a sentence where it cannot be. */
  readonly onward: Reach | string;
  readonly signal: AbortSignal;
}

/** A handshake of a few bytes that takes longer than this hangs. */
const handshakeMs = 30_000;

/**
 * A connection to a server through a SOCKS5 proxy (RFC 1928), with user and password where there are any (RFC 1929).
 * @throws WireError where the proxy refuses; the platform's own error where the proxy cannot be reached
 */
export const openSocks = async ({ proxy, address, reach, onward, signal }: SocksOptions): Promise<Socket> => {
  // A name that is resolved here is looked up first: its failure is the server's, not the proxy's.
  const host = proxy.resolvesNames ? address.hostname : await resolved(address.hostname, onward);
  const socket = await connected(proxy, reach, signal);
  const stop = (): void => void socket.destroy(new Error('The request was stopped.'));
  signal.addEventListener('abort', stop);
  try {
    const { SocksClient } = await import('socks');
    await SocksClient.createConnection({
      command: 'connect',
      timeout: handshakeMs,
      existing_socket: socket,
      destination: { host, port: address.port },
      proxy: {
        host: proxy.hostname,
        port: proxy.port,
        type: 5,
        ...(proxy.username === '' ? {} : { userId: proxy.username, password: proxy.password }),
      },
    });
    return socket;
  } catch (error) {
    socket.destroy();
    throw socksError(error, proxy, address);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};

const resolved = async (hostname: string, onward: Reach | string): Promise<string> => {
  if (typeof onward === 'string') throw new WireError('invalid-request', onward);
  const { family, lookup: own } = onward;
  if (own !== undefined) return await ownAnswer(hostname, own);
  if (isIP(hostname) !== 0) return hostname;
  try {
    return (await lookup(hostname, { family: family ?? 0 })).address;
  } catch (error) {
    throw new WireError(
      'dns',
      `The name ${hostname} could not be resolved here. Write socks5h:// in the proxy's address to leave that to the proxy.`,
      { cause: error },
    );
  }
};

const ownAnswer = (hostname: string, own: LookupFunction): Promise<string> =>
  new Promise((resolve, reject) => {
    own(hostname, {}, (error, found) => {
      const address = typeof found === 'string' ? found : found[0]?.address;
      if (error === null && address !== undefined) resolve(address);
      else reject(error ?? new Error(`There is no address of ${hostname}.`));
    });
  });

const connected = ({ hostname, port }: Proxy, reach: Reach, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ ...reach, host: hostname, port, signal: undefined });
    const stop = (): void => void socket.destroy(new Error('The request was stopped.'));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const settled = (): void => signal.removeEventListener('abort', stop);
    socket.once('connect', () => {
      settled();
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject).once('close', settled);
  });

/** What the library says, which is an English sentence about one reply of RFC 1928 §6, in ours. */
const socksError = (error: unknown, { hostAndPort, username }: Proxy, address: Address): WireError => {
  const text = error instanceof Error ? error.message : String(error);
  const target = address.hostAndPort;
  const say = (code: WireError['code'], sentence: string): WireError =>
    new WireError(code, sentence, { cause: error });
  if (/authentication failed/i.test(text)) {
    return say(
      'proxy',
      `The SOCKS proxy ${hostAndPort} refused the user name or password. Check them in the proxy's settings.`,
    );
  }
  if (/no accepted authentication type|unknown authentication type/i.test(text)) {
    return username === ''
      ? say('proxy', `The SOCKS proxy ${hostAndPort} wants a user name and password. Enter them.`)
      : say(
          'proxy',
          `The SOCKS proxy ${hostAndPort} takes no user name and password. Remove them, or ask its owner.`,
        );
  }
  const reply = replies.find(([pattern]) => pattern.test(text));
  if (reply !== undefined) return say(reply[1], reply[2](hostAndPort, target));
  if (/timed out/i.test(text)) {
    return say(
      'proxy',
      `The SOCKS proxy ${hostAndPort} did not finish its handshake in time. Check that it runs.`,
    );
  }
  return say(
    'proxy',
    `${hostAndPort} broke off the SOCKS handshake. Check that a SOCKS5 proxy listens on this port.`,
  );
};

type Sentence = (proxy: string, target: string) => string;

const replies: readonly (readonly [RegExp, WireError['code'], Sentence])[] = [
  [
    /ConnectionRefused/,
    'refused',
    (proxy, target) =>
      `The SOCKS proxy ${proxy} says that ${target} refused the connection. Check the port, and that the server runs.`,
  ],
  [
    /HostUnreachable/,
    'unreachable',
    (proxy, target) =>
      `The SOCKS proxy ${proxy} cannot reach the host of ${target}. Check the name, and the proxy's own network.`,
  ],
  [
    /NetworkUnreachable/,
    'unreachable',
    (proxy, target) => `The SOCKS proxy ${proxy} has no route to the network of ${target}.`,
  ],
  [
    /TTLExpired/,
    'unreachable',
    (proxy, target) => `The way from the SOCKS proxy ${proxy} to ${target} is too long: its packets expired.`,
  ],
  [
    /NotAllowed/,
    'proxy',
    (proxy, target) =>
      `The rules of the SOCKS proxy ${proxy} do not allow a connection to ${target}. Ask its owner.`,
  ],
  [
    /AddressNotSupported/,
    'proxy',
    (proxy, target) =>
      `The SOCKS proxy ${proxy} does not know this kind of address for ${target}. Try socks5 in place of socks5h, or the other way round.`,
  ],
  [
    /CommandNotSupported/,
    'proxy',
    (proxy) => `The SOCKS proxy ${proxy} opens no connections. Name another one.`,
  ],
  [
    /rejected connection/,
    'proxy',
    (proxy, target) => `The SOCKS proxy ${proxy} could not open a connection to ${target}.`,
  ],
];
