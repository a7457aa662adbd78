import type { Cause } from '../../../shared/diagnosis/causes.ts';
import { emptyDraft, splitUrl, type Draft, type SchemeSettings } from '../../../shared/workspace/draft.ts';
import { plainSecret } from '../../../shared/workspace/secret.ts';
import { loginRedirect, zoo } from '../../zoo.test-support.ts';

/** What a journey may use: the zoo’s tokens and keys, and servers of the test’s own where the zoo has none. */
export interface World {
  /** An access token of one of the zoo’s clients. */
  token(client: string, scope?: string): Promise<string>;
  /** Folder of the zoo’s keys and certificates. */
  readonly keys: string;
  /** Origin of the loopback servers. */
  readonly loopback: string;
}

/** An OAuth profile, and whether it holds a token before the request is sent. */
export interface StartProfile {
  readonly settings: SchemeSettings;
  readonly token?: 'fetch' | 'authorize';
}

/** How it begins: a command as a person pastes it, or a request as it lies in the workspace. */
export type Start =
  | { readonly command: string }
  | ({ readonly request: Partial<Draft> & { readonly url: string } } & {
      readonly profile?: StartProfile;
    });

/** One refusal of a real server: what it is, what is pressed, what is answered. */
export interface Journey {
  readonly name: string;
  readonly cause: Cause;
  start(world: World): Promise<Start> | Start;
  /** Before the request is sent: a token runs out. Milliseconds. */
  readonly waitMs?: number;
  /** How far the engine’s clock is off, in milliseconds. */
  readonly clockMs?: number;
  /** The remedy’s button. Absent where only the server’s side can mend it: then a report must be offered. */
  readonly press?: RegExp;
  /** What is typed, by the labels of the question. */
  answers?(world: World): Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
}

export const draftOf = ({ url: address, ...change }: Partial<Draft> & { readonly url: string }): Draft => {
  const { url, params } = splitUrl(address);
  return { ...emptyDraft('journey'), url, params: [...params], ...change };
};

export const field = (name: string, value: string) => ({ name, value, on: true });

export const own = (scheme: string, settings: SchemeSettings): Pick<Draft, 'auth'> => ({
  auth: { kind: 'own', scheme, settings },
});

/** A client of the zoo’s provider. */
export const client = (id: string, change: SchemeSettings = {}): SchemeSettings => ({
  grant: 'client-credentials',
  issuer: `http://127.0.0.1:${zoo.oidc}`,
  clientId: id,
  clientSecret: plainSecret(`${id}-secret`),
  scope: 'read write',
  ...change,
});

/** An app of the zoo’s provider that a person logs in to. */
export const app = (id: string, change: SchemeSettings = {}): SchemeSettings => ({
  grant: 'authorization-code',
  issuer: `http://127.0.0.1:${zoo.oidc}`,
  clientId: id,
  clientAuthentication: 'none',
  redirectUri: loginRedirect,
  scope: 'openid offline_access read write',
  authorizationParameters: 'prompt=consent',
  ...change,
});

export const api = `http://127.0.0.1:${zoo.api}`;
export const nginx = `http://127.0.0.1:${zoo.nginx}`;
export const apache = `http://127.0.0.1:${zoo.apache}`;
