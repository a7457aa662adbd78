import type { AuthorizationServer } from 'oauth4webapi';
import type { OAuth2Settings } from '../../shared/schemes/oauth2.ts';
import { addressProblem, endpointOf, issuerOf, readMetadata } from './authorization-server.ts';
import { cancelled, stopped } from './oauth-errors.ts';
import type { Carrier } from './transport-fetch.ts';
import type { Stopped } from './tokens-types.ts';

/** The authorization server of a profile. */
export interface Server {
  /** For oauth4webapi: token_endpoint is there, authorization_endpoint where it was asked for. */
  readonly metadata: AuthorizationServer;
  /** False where the issuer's name was made up, because the profile names none: then `iss` cannot be checked. */
  readonly issuerKnown: boolean;
}

export type Found =
  { readonly ok: true; readonly server: Server } | { readonly ok: false; readonly stopped: Stopped };

/** Metadata are kept this long, in memory. */
const freshForMs = 600_000;

export interface ServerFinder {
  /** Typed endpoints win over discovered ones; a login also asks the metadata whether `iss` must come back (RFC 9207). */
  find(settings: OAuth2Settings, need: 'token' | 'login', carrier: Carrier): Promise<Found>;
}

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
    async find(settings, need, carrier) {
      const no = (code: string, sentence: string): Found => ({ ok: false, stopped: stopped(code, sentence) });
      const hasIssuer = settings.issuer.trim() !== '';
      const typedToken = settings.tokenEndpoint.trim();
      const typedLogin = settings.authorizationEndpoint.trim();
      const complete = typedToken !== '' && (need === 'token' || typedLogin !== '');
      if (!hasIssuer && !complete) {
        return no(
          'no-endpoint',
          `The profile names neither an issuer nor ${missing(typedToken)}; fill in one of them.`,
        );
      }
      const read =
        hasIssuer && (need === 'login' || !complete) ? await metadataOf(settings, carrier) : undefined;
      if (read?.ok === false) {
        if (read.cancelled) return { ok: false, stopped: cancelled };
        if (!complete) return no('discovery-failed', read.message);
      }
      const discovered = read?.ok === true ? read.server : undefined;
      const token = typedToken || (discovered && endpointOf(discovered, 'token_endpoint'));
      const login = typedLogin || (discovered && endpointOf(discovered, 'authorization_endpoint'));
      if (token === undefined || (need === 'login' && login === undefined)) {
        return no(
          'no-endpoint',
          `The metadata of the issuer name no ${missing(token ?? '').replace(/^an? /, '')}; type it.`,
        );
      }
      const problem =
        addressProblem('token endpoint', token, settings.allowHttp) ??
        (need === 'login' && login !== undefined
          ? addressProblem('authorization endpoint', login, settings.allowHttp)
          : undefined);
      if (problem !== undefined) return no('endpoint-unfit', problem);
      const metadata: AuthorizationServer = {
        ...discovered,
        issuer: discovered?.issuer ?? (hasIssuer ? settings.issuer.trim() : new URL(token).origin),
        token_endpoint: token,
        ...(login === undefined ? {} : { authorization_endpoint: login }),
      };
      return { ok: true, server: { metadata, issuerKnown: hasIssuer } };
    },
  };
};

const missing = (token: string): string => (token === '' ? 'a token endpoint' : 'an authorization endpoint');
