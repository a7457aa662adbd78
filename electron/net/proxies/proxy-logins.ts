import { randomBytes } from 'node:crypto';
import type { ReceivedResponse, SentField } from '../../../shared/exchange/exchange.ts';
import { valuesOf } from '../../../shared/exchange/fields.ts';
import { parseChallenges } from '../../../shared/http-auth/challenges.ts';
import { encodeBasic } from '../../../shared/schemes/basic-codec.ts';
import { chooseDigest } from '../../../shared/schemes/digest-challenge.ts';
import { answerDigest } from '../../../shared/schemes/digest-credentials.ts';
import { beginDigest, type DigestSession } from '../../../shared/schemes/digest-session.ts';
import type { Proxy } from '../proxy.ts';
import type { ProxyLogin } from './proxy-login.ts';

/** What one request says to the proxy: the method and the target of its request line (RFC 7616 §3.4). */
export interface ProxyLeg {
  readonly method: string;
  readonly target: string;
}

export interface ProxyLogins {
  /** `undefined` where no user is known. */
  begin(proxy: Proxy, leg: ProxyLeg): ProxyLogin | undefined;
}

/** What a proxy wanted last, by which the next request is answered before it asks again. */
type Remembered =
  { readonly scheme: 'basic' } | { readonly scheme: 'digest'; readonly session: DigestSession };

/** The logins of one transport: they share what each proxy asked for, and how often a nonce was used. In memory only. */
export const createProxyLogins = (): ProxyLogins => {
  const remembered = new Map<string, Remembered>();
  return {
    begin(proxy, leg) {
      const { hostAndPort, username, password, scheme } = proxy;
      if (username === '' || proxy.kind === 'socks') return undefined;
      const key = JSON.stringify([hostAndPort, username, password, scheme]);
      return new Login(proxy, leg, {
        get: () => remembered.get(key),
        set: (next) => remembered.set(key, next),
      });
    },
  };
};

interface Memory {
  get(): Remembered | undefined;
  set(next: Remembered): void;
}

class Login implements ProxyLogin {
  readonly #proxy: Proxy;
  readonly #leg: ProxyLeg;
  readonly #memory: Memory;
  /** What was shown because the proxy asked in this very request: what it refuses now is refused for good. */
  readonly #answered = new Set<Remembered['scheme']>();

  constructor(proxy: Proxy, leg: ProxyLeg, memory: Memory) {
    this.#proxy = proxy;
    this.#leg = leg;
    this.#memory = memory;
  }

  get bound(): boolean {
    return false;
  }

  first(): SentField | undefined {
    const known: Remembered | undefined =
      this.#proxy.scheme === 'basic' ? { scheme: 'basic' } : this.#memory.get();
    return known === undefined ? undefined : this.#show(known);
  }

  next(response: ReceivedResponse): SentField | undefined {
    if (response.status !== 407) return undefined;
    const lines = valuesOf(response.fields, 'Proxy-Authenticate');
    const wanted = this.#wanted(lines);
    if (wanted === undefined) return undefined;
    this.#answered.add(wanted.scheme);
    return this.#show(wanted);
  }

  /** The strongest scheme that is offered, allowed, and was not refused just now. */
  #wanted(lines: readonly string[]): Remembered | undefined {
    const { scheme } = this.#proxy;
    const allowed = (which: Remembered['scheme']): boolean => scheme === 'automatic' || scheme === which;
    const challenge = allowed('digest') ? chooseDigest(lines) : undefined;
    if (challenge !== undefined) {
      const refused = this.#answered.has('digest') && !challenge.stale;
      return refused ? undefined : { scheme: 'digest', session: beginDigest(challenge) };
    }
    const basic = parseChallenges(lines).challenges.some((one) => one.scheme === 'basic');
    return basic && scheme === 'automatic' && !this.#answered.has('basic') ? { scheme: 'basic' } : undefined;
  }

  #show(what: Remembered): SentField | undefined {
    const { username, password } = this.#proxy;
    if (what.scheme === 'basic') {
      const encoded = encodeBasic(username, password, 'utf-8');
      if (!encoded.ok) return undefined;
      this.#memory.set(what);
      return this.#field(encoded.value);
    }
    const login = { username, password, charset: 'utf-8' } as const;
    const request = { method: this.#leg.method, uri: this.#leg.target };
    const { value, session } = answerDigest(what.session, login, request, 'auth', (count) =>
      Uint8Array.from(randomBytes(count)),
    );
    this.#memory.set({ scheme: 'digest', session });
    return this.#field(value);
  }

  #field(value: string): SentField {
    return {
      name: 'Proxy-Authorization',
      value,
      origin: { from: 'proxy', note: `${value.split(' ', 1)[0]} for proxy user ${this.#proxy.username}` },
    };
  }
}
