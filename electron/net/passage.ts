import type { Exchange } from '../../shared/exchange/exchange.ts';
import { TunnelRefused, type Ticket } from './agents.ts';
import { openSocks, type SocksOptions } from './socks.ts';
import { openTunnel, type TunnelOptions } from './tunnel.ts';

/** A connection to the server that leads through a proxy; the CONNECTs that it takes are added to `tunnels`. */
export const passageThrough = (
  options: TunnelOptions & SocksOptions,
  tunnels: Promise<readonly Exchange[]>[],
): Ticket => ({
  open: async () => {
    if (options.proxy.kind === 'socks') return await openSocks(options);
    const opening = openTunnel(options);
    tunnels.push(opening.then(({ exchanges }) => exchanges));
    const { socket } = await opening;
    if (socket === undefined) throw new TunnelRefused();
    return socket;
  },
});
