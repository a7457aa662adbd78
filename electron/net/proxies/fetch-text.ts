import { failureOf, responseOf } from '../../../shared/exchange/exchange.ts';
import { hostIn } from '../../../shared/exchange/url.ts';
import type { Route, Transport } from '../transport-types.ts';
import type { PacFilesOptions } from './pac-files.ts';

const straight: Route = { verifyTls: true, ca: [], proxy: undefined };

/** Fetches a PAC file: straight, since it is what says which proxy to use. */
export const fetchTextBy =
  (transport: Transport, userAgent: string): PacFilesOptions['fetchText'] =>
  async (url, signal, limit) => {
    const host = hostIn(url) ?? '';
    const fields = [
      { name: 'Host', value: host },
      { name: 'User-Agent', value: userAgent },
      { name: 'Accept', value: 'application/x-ns-proxy-autoconfig, */*' },
    ];
    const request = { method: 'GET', url, fields, body: { kind: 'none' } } as const;
    const last = (await transport({ purpose: 'discovery', request, route: straight }, { signal })).at(-1);
    const response = last === undefined ? undefined : responseOf(last);
    if (response === undefined) {
      throw new Error((last === undefined ? undefined : failureOf(last)?.message) ?? 'it did not come.');
    }
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}. Check its address.`);
    const { body } = response;
    if (body.kind !== 'text' || body.size > limit)
      throw new Error(`${url} is not a PAC file: it is no text.`);
    return body.text;
  };
