import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import { areKin } from './environments.ts';
import { hostWritten } from './hosts-in-text.ts';

/** The way back of a login named another host of the service than the one at which its code is redeemed. */
export interface CallbackHost {
  /** Of the exchange whose address names it. */
  readonly index: number;
  readonly host: string;
}

/** Parameters by which services with several regions or tenants tell where the code is good. */
const tellsHost =
  /^(?:accounts?[-_]server|api[-_](?:server|domain|endpoint|url)|instance[-_]url|token[-_](?:endpoint|url)|shop|region[-_]url)$/i;

/** Only where the very code that came with the name is redeemed elsewhere in the same service. */
export const callbackHost = (facts: Facts): CallbackHost | undefined => {
  if (!facts.tokenRequest) return undefined;
  const code = facts.form.find(({ name }) => name === 'code')?.value;
  if (code === undefined || code === '') return undefined;
  const called = hostOf(facts);
  for (const { index, exchange } of facts.earlier) {
    const { url } = exchange.request;
    if (!url.includes('code=') || !URL.canParse(url)) continue;
    const query = new URL(url).searchParams;
    if (query.get('code') !== code) continue;
    const named = [...query].find(([name]) => tellsHost.test(name))?.[1];
    const host = named === undefined ? undefined : hostWritten(named);
    if (host !== undefined && host !== called && areKin(host, called)) return { index, host };
  }
  return undefined;
};
