import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { dpopProof } from '../../shared/oauth/dpop-proof.ts';
import type { DpopKey } from '../../shared/schemes/scheme.ts';
import { signWith } from '../schemes/signing.ts';
import type { TokenVault } from './tokens-types.ts';

/** Proves the key of a profile at an authorization server (RFC 9449 §5). */
export interface DpopProver {
  readonly key: DpopKey;
  /** `accessToken`: where the request carries it. */
  proof(method: string, url: string, accessToken?: string): string;
  /** Keeps the nonce of an answer for the next proof; true where it is another than before. */
  remember(response: Response): boolean;
}

/** The keys that tokens are bound to: one a profile, made when first needed, kept in the vault. */
export interface DpopKeys {
  of(profileId: string): Promise<DpopKey>;
  /** The key if there is one. */
  known(profileId: string): Promise<DpopKey | undefined>;
  forget(profileId: string): Promise<void>;
}

const entryId = (profileId: string): string => `oauth-dpop/${encodeURIComponent(profileId)}`;

export const createDpopKeys = (vault: TokenVault): DpopKeys => {
  const known = async (profileId: string): Promise<DpopKey | undefined> => {
    const privateJwk = await vault.get(entryId(profileId));
    return privateJwk === undefined ? undefined : { privateJwk };
  };
  return {
    known,
    async of(profileId) {
      const kept = await known(profileId);
      if (kept !== undefined) return kept;
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const privateJwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
      await vault.put(privateJwk, entryId(profileId));
      return { privateJwk };
    },
    forget: (profileId) => vault.remove([entryId(profileId)]),
  };
};

/** @param nonces by origin; those of one engine are shared, as one server's nonces are good for every client. */
export const createDpopProver = (
  key: DpopKey,
  nonces: Map<string, string>,
  origin: string,
  nowMs: () => number,
): DpopProver => ({
  key,
  proof(method, url, accessToken) {
    const nonce = nonces.get(origin);
    const request = {
      method,
      url,
      ...(accessToken === undefined ? {} : { accessToken }),
      ...(nonce === undefined ? {} : { nonce }),
    };
    const env = { nowMs, randomBytes: (count: number) => new Uint8Array(randomBytes(count)), sign: signWith };
    return dpopProof(key, request, env).proof;
  },
  remember({ headers }) {
    const nonce = headers.get('dpop-nonce');
    if (nonce === null || nonces.get(origin) === nonce) return false;
    nonces.set(origin, nonce);
    return true;
  },
});
