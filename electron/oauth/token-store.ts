import { z } from 'zod';
import { parseJson } from '../../shared/exchange/json.ts';
import { decodeJwt, numericClaim } from '../../shared/token/jwt.ts';
import type { TokenState } from '../../shared/workspace/profile.ts';
import type { TokenVault, WhichToken } from './tokens-types.ts';
import { createQueue } from '../queue.ts';

/** Whose token: of one profile in one environment. */
export interface TokenKey {
  readonly profileId: string;
  readonly environmentId: string;
}

const storedSchema = z.object({
  version: z.literal(1),
  accessToken: z.string(),
  tokenType: z.string(),
  refreshToken: z.string().optional(),
  idToken: z.string().optional(),
  scope: z.string().optional(),
  /** Epoch milliseconds. */
  obtainedAtMs: z.number(),
  /** Epoch milliseconds; absent where nobody says. */
  expiresAtMs: z.number().optional(),
  /** The pasted refresh token that this one descends from. */
  descendsFrom: z.string().optional(),
  /** The refresh token that the server refused, so that it is not tried again by itself. */
  refused: z.string().optional(),
});
export type StoredToken = z.infer<typeof storedSchema>;

const indexSchema = z.array(z.object({ profileId: z.string(), environmentId: z.string() }));

const indexId = 'oauth-tokens';
const entryId = ({ profileId, environmentId }: TokenKey): string =>
  `${indexId}/${encodeURIComponent(profileId)}/${encodeURIComponent(environmentId)}`;

const isSame = (a: TokenKey, b: TokenKey): boolean =>
  a.profileId === b.profileId && a.environmentId === b.environmentId;

export interface TokenStore {
  read(key: TokenKey): Promise<StoredToken | undefined>;
  write(key: TokenKey, token: StoredToken): Promise<void>;
  /** Of all environments where none is named. */
  forget(profileId: string, environmentId?: string): Promise<void>;
  states(environmentId?: string): Promise<readonly TokenState[]>;
}

/**
 * Tokens in the vault, one entry each and one list of them. Nothing is kept in memory: another host on the same vault
 * may have renewed a token meanwhile, and a rotated refresh token is good only once.
 */
export const createTokenStore = (vault: TokenVault): TokenStore => {
  const index = async (): Promise<readonly TokenKey[]> => {
    const read = indexSchema.safeParse(parseJson((await vault.get(indexId)) ?? '[]'));
    return read.success ? read.data : [];
  };

  const read = async (key: TokenKey): Promise<StoredToken | undefined> => {
    const text = await vault.get(entryId(key));
    if (text === undefined) return undefined;
    const stored = storedSchema.safeParse(parseJson(text));
    return stored.success ? stored.data : undefined;
  };

  // Changes of the list follow one another, or one would undo the other.
  const changes = createQueue();
  const changeIndex = (change: (keys: readonly TokenKey[]) => readonly TokenKey[]): Promise<void> =>
    changes.run(async () => {
      const before = await index();
      const after = change(before);
      if (after !== before) await vault.put(JSON.stringify(after), indexId);
    });

  return {
    read,
    async write(key, token) {
      await vault.put(JSON.stringify(token), entryId(key));
      await changeIndex((keys) => (keys.some((other) => isSame(other, key)) ? keys : [...keys, key]));
    },
    async forget(profileId, environmentId) {
      const isMeant = (key: TokenKey): boolean =>
        key.profileId === profileId && (environmentId === undefined || key.environmentId === environmentId);
      const listed = (await index()).filter(isMeant);
      const named = environmentId === undefined ? [] : [{ profileId, environmentId }];
      await vault.remove([...new Set([...listed, ...named].map(entryId))]);
      await changeIndex((keys) => (keys.some(isMeant) ? keys.filter((key) => !isMeant(key)) : keys));
    },
    async states(environmentId) {
      const keys = (await index()).filter(
        (key) => environmentId === undefined || key.environmentId === environmentId,
      );
      const states = await Promise.all(
        keys.map(async (key) => {
          const stored = await read(key);
          return stored === undefined ? [] : [stateOf(key, stored)];
        }),
      );
      return states.flat();
    },
  };
};

const claimsOf = (token: string): TokenState['decoded'] => {
  const decoded = decodeJwt(token);
  return decoded.kind === 'jwt' ? { header: decoded.jwt.header, claims: decoded.jwt.claims } : undefined;
};

/** What the window may know: never the token itself. */
export const stateOf = ({ profileId, environmentId }: TokenKey, stored: StoredToken): TokenState => {
  const decoded = claimsOf(stored.accessToken);
  const decodedIdToken = stored.idToken === undefined ? undefined : claimsOf(stored.idToken);
  return {
    profileId,
    environmentId,
    tail: stored.accessToken.slice(-2),
    length: stored.accessToken.length,
    obtainedAtMs: stored.obtainedAtMs,
    hasRefreshToken: stored.refreshToken !== undefined,
    hasIdToken: stored.idToken !== undefined,
    ...(stored.expiresAtMs === undefined ? {} : { expiresAtMs: stored.expiresAtMs }),
    ...(stored.scope === undefined ? {} : { scope: stored.scope }),
    ...(decoded === undefined ? {} : { decoded }),
    ...(decodedIdToken === undefined ? {} : { decodedIdToken }),
  };
};

/** Epoch milliseconds at which an access token ends: `expires_in` (seconds), else its `exp`; absent where neither says. */
export const expiryOf = (
  accessToken: string,
  expiresIn: number | undefined,
  nowMs: number,
): number | undefined => {
  if (expiresIn !== undefined) return nowMs + expiresIn * 1000;
  const decoded = decodeJwt(accessToken);
  const exp = decoded.kind === 'jwt' ? numericClaim(decoded.jwt, 'exp') : undefined;
  return exp === undefined ? undefined : exp * 1000;
};

export const tokenOf = (stored: StoredToken, which: WhichToken): string | undefined => {
  switch (which) {
    case 'access':
      return stored.accessToken;
    case 'refresh':
      return stored.refreshToken;
    case 'id':
      return stored.idToken;
    default:
      return which satisfies never;
  }
};
