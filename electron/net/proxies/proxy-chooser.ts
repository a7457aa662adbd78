import { chooseProxy, type ProxyWishes } from '../../../shared/proxy/choice.ts';
import type { Environment } from '../../../shared/proxy/environment.ts';
import { parsePacAnswer } from '../../../shared/proxy/pac-answer.ts';
import type { Route } from '../transport-types.ts';
import type { PacFiles } from './pac-files.ts';

/** The app's own setting with its password opened. */
export type OpenNetwork = ProxyWishes['network'] & {
  /** Address, path or text of the PAC file. */
  readonly pac: string;
};

export interface ProxySources {
  readonly env: Environment;
  readonly pac: PacFiles;
  /** Read anew for each address, so that a changed setting counts at once. */
  network(): Promise<OpenNetwork>;
}

/** Chooses the ways for the addresses of one request, redirects included. */
export const proxyChooser =
  (sources: ProxySources, request: ProxyWishes['request']): NonNullable<Route['proxyFor']> =>
  async (url, signal) => {
    const network = await sources.network();
    const way = chooseProxy({ request, network, env: sources.env }, url);
    if (way !== 'ask-pac') return [way];
    const said = await sources.pac.ask(network.pac, url, signal);
    return said.ok ? parsePacAnswer(said.answer, network.proxy) : said.message;
  };
