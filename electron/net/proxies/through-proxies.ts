import { fieldNamed } from '../../../shared/exchange/fields.ts';
import { failureOf, responseOf, type Exchange } from '../../../shared/exchange/exchange.ts';
import type { Way } from '../../../shared/proxy/choice.ts';
import type { OutgoingRequest } from '../../../shared/schemes/scheme.ts';
import { addressOf } from '../address.ts';
import { WireError } from '../failures.ts';
import { proxyOf } from '../proxy.ts';
import type { Delivery, Transport } from '../transport-types.ts';
import type { ProxyAnswer } from './proxy-login.ts';
import { createProxyLogins, type ProxyLogins } from './proxy-logins.ts';

/** What ends a login that never ends: NTLM takes two answers, a stale nonce one more. */
const mostAnswers = 4;

/** Carries a request by the way that is chosen; with a sentence in hand it refuses with it instead. */
type Carry = (...given: [...Parameters<Transport>, refusal?: string]) => ReturnType<Transport>;

/**
 * A transport that finds its way: it chooses the proxy of each address, tries the next way where a proxy is not there,
 * and answers a proxy that asks who it is. Every leg is an exchange.
 */
export const throughProxies = (carry: Carry, nowMs: () => number): Transport => {
  const logins = createProxyLogins(nowMs);
  const choosing: Transport = async (delivery, hooks) => {
    const { route, request } = delivery;
    const ways = await waysOf(delivery, hooks.signal);
    if (typeof ways === 'string') return await carry(delivery, hooks, ways);
    const made: Exchange[] = [];
    for (const { proxy, why } of ways) {
      const along: Delivery = {
        ...delivery,
        request,
        // The same object as long as nothing differs: pools know a route by it.
        route: proxy === route.proxy ? route : { ...route, proxy },
        ...(why === undefined ? {} : { proxyNote: why }),
      };
      made.push(...(await carryWithLogin(carry, logins, along, hooks)));
      if (!proxyIsAway(made)) break;
    }
    return made;
  };
  return (delivery, hooks) =>
    delivery.route.proxy === undefined && delivery.route.proxyFor === undefined
      ? carry(delivery, hooks)
      : choosing(delivery, hooks);
};

const waysOf = async (
  { route, request }: Delivery,
  signal: AbortSignal,
): Promise<readonly Way[] | string> => {
  const fixed = [{ proxy: route.proxy, why: undefined }];
  if (route.unixSocket !== undefined) return [{ proxy: undefined, why: undefined }];
  return route.proxyFor === undefined ? fixed : await route.proxyFor(request.url, signal);
};

const proxyIsAway = (made: readonly Exchange[]): boolean => {
  const last = made.at(-1);
  return last !== undefined && failureOf(last)?.code === 'proxy';
};

const carryWithLogin = async (
  carry: Carry,
  logins: ProxyLogins,
  delivery: Delivery,
  hooks: Parameters<Transport>[1],
): Promise<readonly Exchange[]> => {
  const { request, route } = delivery;
  const proxy = proxyOf(route);
  if (typeof proxy !== 'object') return await carry(delivery, hooks);
  const address = addressOf(request.url);
  if (address === undefined) return await carry(delivery, hooks);
  if (address.secure) {
    const login = logins.begin(proxy, { method: 'CONNECT', target: address.hostAndPort });
    return await carry(login === undefined ? delivery : { ...delivery, proxyLogin: login }, hooks);
  }
  const typed = fieldNamed(request.fields, 'Proxy-Authorization') !== undefined;
  const login = typed
    ? undefined
    : logins.begin(proxy, { method: request.method, target: address.absoluteForm });
  if (login === undefined) return await carry(delivery, hooks);

  const own = route.ownConnection ?? {};
  const leg = (answer: ProxyAnswer | undefined): Promise<readonly Exchange[]> =>
    carry(
      {
        ...delivery,
        request: answer === undefined ? request : showing(request, answer),
        route: login.bound ? { ...route, ownConnection: own } : route,
      },
      hooks,
    );
  const made: Exchange[] = [];
  try {
    made.push(...(await leg(await login.first())));
    for (let answers = 0; answers < mostAnswers; answers += 1) {
      const last = made.at(-1);
      const response = last === undefined ? undefined : responseOf(last);
      const answer = response === undefined ? undefined : await login.next(response);
      if (answer === undefined) break;
      made.push(...(await leg(answer)));
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    made.push(...(await carry(delivery, hooks, error.message)));
  }
  return made;
};

/** The way to a signature of the server's scheme is more worth seeing than the one to the proxy's. */
const showing = (request: OutgoingRequest, { field, xray }: ProxyAnswer): OutgoingRequest => ({
  ...request,
  fields: [...request.fields, field],
  ...(request.xray !== undefined || xray === undefined ? {} : { xray }),
});
