import { isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';
import { checkServerIdentity } from 'node:tls';
import {
  destinationOf,
  parseConnectTo,
  type ConnectTo,
  type Destination,
} from '../../shared/workspace/connect-to.ts';
import { ownAddresses, parseOwnAnswer, type OwnAnswer } from '../../shared/workspace/own-answer.ts';
import type { Address } from './address.ts';
import type { Route } from './transport-types.ts';

/** How a socket gets to a host and port, in Node's words. */
export interface Reach {
  readonly family?: 4 | 6;
  readonly lookup?: LookupFunction;
  readonly localAddress?: string;
  readonly socketPath?: string;
  /** Where the socket goes, if not to the server that the request names. */
  readonly host?: string;
  readonly port?: number;
  /** The certificate is judged by the name of the server all the same. */
  readonly checkServerIdentity?: typeof checkServerIdentity;
}

/** The way of one request. */
export interface WayTo {
  /** To the server, or to the proxy before it. */
  readonly reach: Reach;
  /** The server that the connection leads to: the one of the address, or the one that a rule puts in its place. */
  readonly destination: Address;
}

/** How a route leads to an address, `through` a proxy where there is one; a sentence where it does not. */
export const wayTo = (
  route: Route,
  address: Address,
  through: { readonly hostname: string; readonly port: number; readonly asks: boolean } | undefined,
): WayTo | string => {
  const rules: ConnectTo[] = [];
  for (const text of route.connectTo ?? []) {
    const rule = parseConnectTo(text);
    if (rule === undefined) return `“${text}” names no other place. Write host:port:host:port.`;
    rules.push(rule);
  }
  const found = destinationOf(rules, address);
  const { hostname, port } = through ?? found;
  const reach = reachOf(route, hostname, port);
  if (typeof reach === 'string') return reach;
  if (found === address) return { reach, destination: address };
  if (through?.asks === true) return connectToNeedsTunnel;
  const bracketed = isIP(found.hostname) === 6 ? `[${found.hostname}]` : found.hostname;
  return {
    reach: through === undefined ? elsewhere(reach, found, address.hostname) : reach,
    destination: { ...address, ...found, hostAndPort: `${bracketed}:${found.port}` },
  };
};

const connectToNeedsTunnel =
  'A proxy that is asked for an http:// address chooses itself where to connect. Use https://, send it without the proxy, or remove Connect to in the settings of the request.';

/** Another place than the server's own, whose name decides on the certificate all the same. */
const elsewhere = (reach: Reach, { hostname, port }: Destination, server: string): Reach => ({
  ...reach,
  host: hostname,
  port,
  checkServerIdentity: (_, certificate) => checkServerIdentity(server, certificate),
});

/** What a route says of the way to a host and port; a sentence where that way does not exist. */
export const reachOf = (
  { ipVersion, resolve, bindAddress, unixSocket }: Route,
  hostname: string,
  port: number,
): Reach | string => {
  if (unixSocket !== undefined) return { socketPath: unixSocket };
  const answers: OwnAnswer[] = [];
  for (const text of resolve ?? []) {
    const answer = parseOwnAnswer(text);
    if (answer === undefined) return `“${text}” is no answer of a resolver. Write host:port:address.`;
    answers.push(answer);
  }
  const own = ownAddresses(answers, hostname, port);
  const version = ipVersion === undefined ? undefined : ipVersion === '4' ? 4 : 6;
  const fitting = own?.filter((address) => version === undefined || isIP(address) === version);
  if (fitting?.length === 0) return `No address of IPv${ipVersion} was named for ${hostname}:${port}.`;
  const local = bindAddress === undefined ? undefined : localAddressOf(bindAddress, version);
  if (bindAddress !== undefined && local === undefined) {
    return `“${bindAddress}” is neither an address nor a network interface of this computer. Check it in the settings.`;
  }
  return {
    ...(version === undefined ? {} : { family: version }),
    ...(fitting === undefined ? {} : { lookup: answering(fitting) }),
    ...(local === undefined ? {} : { localAddress: local }),
  };
};

/** An address stands for itself; an interface for its first address of the family, IPv4 unless said otherwise. */
const localAddressOf = (text: string, version: 4 | 6 | undefined): string | undefined => {
  if (isIP(text) !== 0) return text;
  return networkInterfaces()[text]?.find(({ family }) => family === `IPv${version ?? 4}`)?.address;
};

/** A resolver that knows one answer. */
const answering =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    // On the next turn, as a resolver answers: whoever connects listens for it only then.
    setImmediate(() => {
      if (all === true || first === undefined) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
