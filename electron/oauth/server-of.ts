import type { AuthorizationServer } from 'oauth4webapi';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import {
  addressProblem,
  endpointOf,
  issuerOf,
  readMetadata,
  type EndpointName,
} from './authorization-server.ts';
import { cancelled, stopped } from './oauth-errors.ts';
import type { Carrier } from './transport-fetch.ts';
import type { Stopped } from './tokens-types.ts';

/** The authorization server of a profile. */
export interface Server {
  /** For oauth4webapi: the endpoints that were asked for are there. */
  readonly metadata: AuthorizationServer;
  /** False where the profile names no issuer: an endpoint stands in for its name, and `iss` cannot be checked. */
  readonly issuerKnown: boolean;
}

export type Found =
  { readonly ok: true; readonly server: Server } | { readonly ok: false; readonly stopped: Stopped };

/** Metadata are kept this long, in memory. */
const freshForMs = 600_000;

export interface ServerFinder {
  /** Typed endpoints win over discovered ones; a login also asks the metadata whether `iss` must come back (RFC 9207). */
  find(settings: OAuth2Settings, needed: readonly EndpointName[], carrier: Carrier): Promise<Found>;
}

const typedIn = (settings: OAuth2Settings): Readonly<Partial<Record<EndpointName, string>>> => ({
  authorization_endpoint: settings.authorizationEndpoint.trim(),
  token_endpoint: settings.tokenEndpoint.trim(),
  device_authorization_endpoint: settings.deviceAuthorizationEndpoint.trim(),
  pushed_authorization_request_endpoint: settings.pushedAuthorizationEndpoint.trim(),
});

/** With its article, as a person reads it. */
const words = {
  authorization_endpoint: 'an authorization endpoint',
  token_endpoint: 'a token endpoint',
  device_authorization_endpoint: 'a device authorization endpoint',
  pushed_authorization_request_endpoint: 'an endpoint for pushed authorization requests',
  introspection_endpoint: 'an introspection endpoint',
  revocation_endpoint: 'a revocation endpoint',
  userinfo_endpoint: 'a userinfo endpoint',
} as const satisfies Record<EndpointName, string>;

const withoutArticle = (text: string): string => text.replace(/^an? /, '');

const no = (code: string, sentence: string): Found => ({ ok: false, stopped: stopped(code, sentence) });

export const createServerFinder = (nowMs: () => number): ServerFinder => {
  const known = new Map<string, { readonly server: AuthorizationServer; readonly atMs: number }>();

  const metadataOf = async (settings: OAuth2Settings, carrier: Carrier) => {
    const issuer = issuerOf(settings.issuer);
    const kept = known.get(issuer);
    if (kept !== undefined && nowMs() - kept.atMs < freshForMs)
      return { ok: true, server: kept.server } as const;
    const read = await readMetadata(issuer, carrier, settings.allowHttp);
    if (read.ok) known.set(issuer, { server: read.server, atMs: nowMs() });
    return read;
  };

  return {
    async find(settings, needed, carrier) {
      const hasIssuer = settings.issuer.trim() !== '';
      const typed = typedIn(settings);
      const untyped = needed.filter((name) => (typed[name] ?? '') === '');
      const [firstUntyped] = untyped;
      if (!hasIssuer && firstUntyped !== undefined) {
        return no(
          'no-endpoint',
          `The profile names neither an issuer nor ${words[firstUntyped]}; fill in one of them.`,
        );
      }
      const asks = untyped.length > 0 || needed.includes('authorization_endpoint');
      const read = hasIssuer && asks ? await metadataOf(settings, carrier) : undefined;
      if (read?.ok === false) {
        if (read.cancelled) return { ok: false, stopped: cancelled };
        if (untyped.length > 0) return no('discovery-failed', read.message);
      }
      const discovered = read?.ok === true ? read.server : undefined;
      const found: Partial<Record<EndpointName, string>> = {};
      for (const name of needed) {
        const aliased = settings.clientAuthentication === 'certificate';
        const address = typed[name] || (discovered && endpointOf(discovered, name, aliased));
        if (address === undefined) {
          return no(
            'no-endpoint',
            `The metadata of the issuer name no ${withoutArticle(words[name])}; type it.`,
          );
        }
        const problem = addressProblem(withoutArticle(words[name]), address, settings.allowHttp);
        if (problem !== undefined) return no('endpoint-unfit', problem);
        found[name] = address;
      }
      const metadata: AuthorizationServer = {
        ...discovered,
        issuer:
          discovered?.issuer ??
          (hasIssuer ? settings.issuer.trim() : (found.token_endpoint ?? found.authorization_endpoint ?? '')),
        ...found,
      };
      return { ok: true, server: { metadata, issuerKnown: hasIssuer } };
    },
  };
};
