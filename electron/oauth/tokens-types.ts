import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Discovered, TokenChecked } from '../../shared/ipc/replies.ts';
import type { AccessToken, OpenSettings } from '../../shared/schemes/scheme.ts';
import type { TokenState } from '../../shared/workspace/profile.ts';
import type { Route, Transport } from '../net/transport-types.ts';
import type { SelfConfiguration } from './self-configuration.ts';
import type { QuestionAnswer, TokenQuestion } from './token-questions.ts';
import type { Vault } from '../vault/vault-types.ts';

/** All that tokens need of the vault. */
export type TokenVault = Pick<Vault, 'get' | 'put' | 'remove'>;

export interface TokensOptions {
  readonly vault: TokenVault;
  readonly transport: Transport;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Opens the system browser; false where there is none. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Called with the states of all tokens whenever one came or went. */
  readonly onChange?: (states: readonly TokenState[]) => void;
  readonly userAgent?: string;
  /** How long a login in the browser may take; five minutes where absent. */
  readonly loginTimeoutMs?: number;
}

/** What a person needs to log in. */
export interface LoginPrompt {
  readonly url: string;
  /** The system browser shows it already. */
  readonly opened: boolean;
  /** To be entered there, or compared with what is shown there (RFC 8628 §3.3). */
  readonly userCode?: string;
  /** The address that the browser ended at can, or must, be pasted. */
  readonly paste?: 'needed' | 'possible';
  /** Takes that address; one sentence why it is not the one. */
  readonly accept?: (address: string) => string | undefined;
}

export interface TokenHooks {
  readonly signal: AbortSignal;
  /** Each discovery and token exchange, as it ends. */
  onExchange?(exchange: Exchange): void;
  /** The person must log in now. */
  onLogin?(prompt: LoginPrompt): void;
  /** The login came to its end, good or bad. */
  onLoginDone?(): void;
}

/**
 * `auto`: the stored token, renewed first if the profile wants that and less than 30 s are left; got anew where there is
 * none. `refresh`, `fetch`, `authorize`: that, whatever is stored.
 */
export type How = 'auto' | 'refresh' | 'fetch' | 'authorize';

export interface TokenRequest {
  /** `settings` are those of the scheme oauth2, variables filled in and secrets opened. */
  readonly profile: {
    readonly id: string;
    readonly name: string;
    readonly settings: OpenSettings;
    readonly renew: boolean;
  };
  readonly environmentId: string;
  readonly how: How;
  readonly route: Route;
  readonly hooks: TokenHooks;
}

export interface QuestionRequest extends Omit<TokenRequest, 'how'> {
  readonly question: TokenQuestion;
  readonly which: 'access' | 'refresh';
}

/** Why there is no token: the server's own error code (RFC 6749 §5.2), or one of ours, and sentences for a person. */
export interface Stopped {
  readonly code: string;
  readonly message: string;
}

export type TokenOutcome =
  ({ readonly ok: true } & AccessToken) | { readonly ok: false; readonly stopped: Stopped };

export type WhichToken = 'access' | 'refresh' | 'id';

/** Access tokens by profile and environment: obtained, renewed, kept in the vault. */
export interface Tokens {
  /** Never throws for what servers, networks or people do. One request at a time per profile and environment. */
  obtain(request: TokenRequest): Promise<TokenOutcome>;
  /** Asks the authorization server about a stored token. Never throws for what servers or networks do. */
  ask(request: QuestionRequest): Promise<QuestionAnswer>;
  /** Of all environments where none is named. */
  states(environmentId?: string): Promise<readonly TokenState[]>;
  /** The stored access token, ready for a flow; absent where there is none. Nothing is renewed. */
  current(profileId: string, environmentId: string): Promise<AccessToken | undefined>;
  /** The stored token itself; absent where there is none. */
  reveal(profileId: string, environmentId: string, which: WhichToken): Promise<string | undefined>;
  /** Of all environments where none is named. */
  forget(profileId: string, environmentId?: string): Promise<void>;
  /** From the pointer in a 401 to the settings of a profile. */
  configure(
    pointer: { readonly metadata: string; readonly requestUrl: string; readonly scope: string },
    way: { readonly route: Route; readonly hooks: Pick<TokenHooks, 'signal' | 'onExchange'> },
  ): Promise<SelfConfiguration>;
  /** Checks the signature of any token against the keys that its own issuer publishes. The token is sent nowhere. */
  checkSignature(request: {
    readonly token: string;
    readonly route: Route;
    readonly signal: AbortSignal;
  }): Promise<TokenChecked>;
  /** Reads the metadata of an authorization server; each exchange is in the answer. */
  discover(request: {
    readonly issuer: string;
    readonly route: Route;
    readonly signal: AbortSignal;
    readonly allowHttp?: boolean;
  }): Promise<Discovered>;
}
