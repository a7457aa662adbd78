import type { ReceivedResponse } from '../../../shared/exchange/exchange.ts';
import { valuesOf } from '../../../shared/exchange/fields.ts';
import type { Challenge } from '../../../shared/http-auth/auth.ts';
import { parseChallenges } from '../../../shared/http-auth/challenges.ts';
import type { ProxyAuthScheme } from '../../../shared/proxy/network-settings.ts';
import { chooseDigest } from '../../../shared/schemes/digest/challenge.ts';
import { beginDigest, type DigestSession } from '../../../shared/schemes/digest/session.ts';
import { parseNtlmChallenge } from '../../../shared/schemes/ntlm/challenge.ts';
import { FlowStopped } from '../../../shared/schemes/scheme.ts';
import { createNegotiateTokens, type NegotiateTokens } from '../../schemes/negotiate.ts';
import { WireError } from '../failures.ts';
import type { Proxy } from '../proxy.ts';
import {
  basicAnswer,
  digestAnswer,
  negotiateAnswer,
  ntlmAnswer,
  ntlmGreeting,
  type ProxyLeg,
} from './proxy-answers.ts';
import type { ProxyAnswer, ProxyLogin } from './proxy-login.ts';

export interface ProxyLogins {
  /** `undefined` where no user is known. */
  begin(proxy: Proxy, leg: ProxyLeg): ProxyLogin | undefined;
}

/** What a proxy wanted last, by which the next request is answered before it asks again. */
type Wanted =
  | { readonly scheme: 'basic' | 'ntlm' | 'negotiate' }
  | { readonly scheme: 'digest'; readonly session: DigestSession };

/** The logins of one transport: they share what each proxy asked for, and how often a nonce was used. In memory only. */
export const createProxyLogins = (
  nowMs: () => number,
  newNegotiation: () => NegotiateTokens = createNegotiateTokens,
): ProxyLogins => {
  const remembered = new Map<string, Wanted>();
  return {
    begin(proxy, leg) {
      const { hostAndPort, username, password, scheme } = proxy;
      if ((username === '' && scheme !== 'negotiate') || proxy.kind === 'socks') return undefined;
      const key = JSON.stringify([hostAndPort, username, password, scheme]);
      const memory: Memory = {
        get: () => remembered.get(key),
        set: (next) => remembered.set(key, next),
      };
      return new Login(proxy, leg, memory, nowMs, newNegotiation());
    },
  };
};

interface Memory {
  get(): Wanted | undefined;
  set(next: Wanted): void;
}

class Login implements ProxyLogin {
  readonly #proxy: Proxy;
  readonly #leg: ProxyLeg;
  readonly #memory: Memory;
  readonly #nowMs: () => number;
  readonly #tickets: NegotiateTokens;
  /** What was shown because the proxy asked in this very request: what it refuses now is refused for good. */
  readonly #answered = new Set<Wanted['scheme']>();
  #greeted = false;
  #negotiating = false;

  constructor(proxy: Proxy, leg: ProxyLeg, memory: Memory, nowMs: () => number, tickets: NegotiateTokens) {
    this.#proxy = proxy;
    this.#leg = leg;
    this.#memory = memory;
    this.#nowMs = nowMs;
    this.#tickets = tickets;
  }

  get bound(): boolean {
    return this.#greeted || this.#negotiating;
  }

  async first(): Promise<ProxyAnswer | undefined> {
    const { scheme } = this.#proxy;
    const atOnce = scheme === 'basic' || scheme === 'ntlm' || scheme === 'negotiate';
    const known = atOnce ? { scheme } : this.#memory.get();
    return known === undefined ? undefined : await this.#show(known);
  }

  async next(response: ReceivedResponse): Promise<ProxyAnswer | undefined> {
    if (response.status !== 407) return undefined;
    const lines = valuesOf(response.fields, 'Proxy-Authenticate');
    const { challenges } = parseChallenges(lines);
    if (this.#greeted) return this.#prove(challenges);
    if (this.#negotiating) return await this.#continue(challenges);
    const wanted = this.#wanted(lines, challenges);
    return wanted === undefined ? undefined : await this.#show(wanted);
  }

  /** The strongest scheme that is offered, allowed, and was not refused just now. */
  #wanted(lines: readonly string[], challenges: readonly Challenge[]): Wanted | undefined {
    const chosen: ProxyAuthScheme = this.#proxy.scheme;
    const offered = (scheme: string): boolean => challenges.some((one) => one.scheme === scheme);
    const digest = chosen === 'automatic' || chosen === 'digest' ? chooseDigest(lines) : undefined;
    if (digest !== undefined) {
      const refused = this.#answered.has('digest') && !digest.stale;
      this.#answered.add('digest');
      return refused ? undefined : { scheme: 'digest', session: beginDigest(digest) };
    }
    if (chosen !== 'automatic') return undefined;
    const scheme = offered('ntlm') ? 'ntlm' : offered('basic') ? 'basic' : undefined;
    if (scheme === undefined || this.#answered.has(scheme)) return undefined;
    this.#answered.add(scheme);
    return { scheme };
  }

  async #show(what: Wanted): Promise<ProxyAnswer | undefined> {
    this.#memory.set(what);
    switch (what.scheme) {
      case 'basic':
        return basicAnswer(this.#proxy);
      case 'ntlm':
        this.#greeted = true;
        return ntlmGreeting(this.#proxy);
      case 'negotiate':
        this.#negotiating = true;
        return negotiateAnswer(await this.#ticket());
      case 'digest': {
        const { answer, session } = digestAnswer(this.#proxy, this.#leg, what.session);
        this.#memory.set({ scheme: 'digest', session });
        return answer;
      }
      default:
        return what satisfies never;
    }
  }

  /** A token of the proxy's continues the conversation (RFC 4559 §4.1); without one the ticket was refused for good. */
  async #continue(challenges: readonly Challenge[]): Promise<ProxyAnswer | undefined> {
    const token = challenges.find(({ scheme }) => scheme === 'negotiate')?.token68;
    return token === undefined ? undefined : negotiateAnswer(await this.#ticket(token));
  }

  async #ticket(challenge?: string): Promise<string> {
    try {
      return await this.#tickets(this.#proxy.hostname, challenge);
    } catch (error) {
      if (error instanceof FlowStopped) throw new WireError('invalid-request', error.message);
      throw error;
    }
  }

  /** The third message of NTLM, which is also the last: another challenge behind it is a refusal. */
  #prove(challenges: readonly Challenge[]): ProxyAnswer | undefined {
    const token = challenges.find(({ scheme }) => scheme === 'ntlm')?.token68;
    const challenge = token === undefined ? undefined : parseNtlmChallenge(token);
    return challenge?.ok === true ? ntlmAnswer(this.#proxy, challenge.challenge, this.#nowMs) : undefined;
  }
}
