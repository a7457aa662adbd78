import type { Exchange, Field, Purpose, RedirectNote } from '../../shared/exchange/exchange.ts';
import type { ProxyServer, Way } from '../../shared/proxy/choice.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { ClientCertificateSource } from './client-certificate.ts';
import type { Spill } from './spill.ts';
import type { ConnectionSettings } from '../../shared/workspace/connection-settings.ts';
import type { ProxyLogin } from './proxies/proxy-login.ts';

/** How one request travels. */
export interface Route extends ConnectionSettings {
  readonly verifyTls: boolean;
  /** PEM authorities besides the system's. */
  readonly ca: readonly string[];
  /** Whatever the address is; `undefined` for none. */
  readonly proxy: ProxyServer | undefined;
  /** Chooses for each address instead: the ways in the order in which to try them, or a sentence where there is none. */
  proxyFor?(url: string, signal: AbortSignal): Promise<readonly Way[] | string>;
  /** Client certificates by the servers they are for; the most exact one is shown. */
  readonly clientCertificates?: readonly ClientCertificateSource[];
  /** Patterns of servers whose certificate is not checked, whatever `verifyTls` says. */
  readonly uncheckedHosts?: readonly string[];
  /** Requests with the same object share one connection that no other request uses; it is theirs by identity. */
  readonly ownConnection?: object;
  /** What is sent belongs to that connection (NTLM, Negotiate), so that HTTP/2, which shares it, is not spoken. */
  readonly boundToConnection?: true;
}

export interface Delivery {
  readonly purpose: Purpose;
  readonly request: OutgoingRequest;
  readonly route: Route;
  readonly redirect?: RedirectNote;
  /** Why this proxy, or none, for a person. */
  readonly proxyNote?: string;
  /** Shows a proxy on the way to a tunnel who asks. */
  readonly proxyLogin?: ProxyLogin;
}

/** What is known of an answer before its body comes. */
export interface AnswerHead {
  readonly status: number;
  readonly fields: readonly Field[];
}

export interface TransportHooks {
  readonly signal: AbortSignal;
  /** Where the body of an answer goes should it be large; a file of the engine's where this says nothing. */
  spillFor?(answer: AnswerHead): Spill | undefined;
  /** Bytes of the response body so far, decoded; `total` where Content-Length says. A few times a second, and at the end. */
  onReceived?(received: number, total: number | undefined): void;
  /** Bytes of the request body that left so far, for a body above 1 MiB. As often as the above. */
  onSent?(sent: number, total: number | undefined): void;
}

/**
 * Carries one request over the network. Never throws: what the network does is the exchange's outcome. A CONNECT to a
 * proxy is an exchange of its own and comes first, hence the list; the last one is the request's.
 */
export type Transport = (delivery: Delivery, hooks: TransportHooks) => Promise<readonly Exchange[]>;
