import { isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ownAddresses, parseOwnAnswer, type OwnAnswer } from '../../shared/workspace/own-answer.ts';
import type { Route } from './transport-types.ts';

/** How a socket gets to a host and port, in Node's words. */
export interface Reach {
  readonly family?: 4 | 6;
  readonly lookup?: LookupFunction;
  readonly localAddress?: string;
  readonly socketPath?: string;
}

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
