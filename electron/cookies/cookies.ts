import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cookieSchema, type Cookie, type CookieKey } from '../../shared/cookies/cookie.ts';
import { parseJson } from '../../shared/exchange/json.ts';
import type { Vault } from '../vault/vault-types.ts';
import type { CookieChoice, CookieContext, CookieJar } from './cookie-jar.ts';
import { createQueue } from '../queue.ts';

/** Whose cookies: those of one environment. Without one, those of the workspace itself. */
export interface JarKey {
  readonly environmentId: string;
  readonly workspaceFolder: string;
}

export interface Cookies {
  receive(key: JarKey, url: string, setCookies: readonly string[]): Promise<void>;
  choose(key: JarKey, url: string, context: CookieContext): Promise<CookieChoice>;
  list(key: JarKey): Promise<readonly Cookie[]>;
  /** Puts them in; `instead` goes, where an edit gave a cookie another name, domain or path. */
  put(key: JarKey, cookies: readonly Cookie[], instead?: CookieKey): Promise<void>;
  remove(key: JarKey, keys: readonly CookieKey[]): Promise<void>;
  clear(key: JarKey): Promise<void>;
}

const storedSchema = z.object({ version: z.literal(1), cookies: z.array(cookieSchema) });

/** Ids of environments are random; a folder's is hashed, so that the vault's index does not tell where it lies. */
const entryId = ({ environmentId, workspaceFolder }: JarKey): string =>
  environmentId !== ''
    ? `cookies/environment/${encodeURIComponent(environmentId)}`
    : `cookies/workspace/${createHash('sha256').update(workspaceFolder).digest('base64url')}`;

interface OpenJar {
  readonly jar: CookieJar;
  /** What the vault held when the jar was filled from it. */
  readonly text: string | undefined;
}

const nothing: CookieChoice = { sent: [], held: [] };

/**
 * A jar per environment. Cookies that outlive a session lie in the vault; those that do not are in memory only and end
 * with the app. Another host may have changed the vault meanwhile, so each use looks there first.
 */
export const createCookies = (
  vault: Pick<Vault, 'get' | 'put' | 'remove'>,
  nowMs: () => number,
  onChange: (key: JarKey) => void = () => undefined,
): Cookies => {
  const open = new Map<string, OpenJar>();

  /** The jar as the vault has it now, with the session cookies of this process; `undefined` while there is none. */
  const jarOf = async (id: string): Promise<OpenJar | undefined> => {
    const text = await vault.get(id);
    const before = open.get(id);
    if (before === undefined && text === undefined) return undefined;
    return before !== undefined && before.text === text ? before : refill(id, text);
  };

  const refill = async (id: string, text: string | undefined): Promise<OpenJar> => {
    // Loaded when there is a cookie: the list of public suffixes is large, and a start in the shell is short.
    const { createCookieJar } = await import('./cookie-jar.ts');
    const read = storedSchema.safeParse(parseJson(text ?? ''));
    const sessions = open.get(id)?.jar.all(nowMs()).filter(isSession) ?? [];
    const filled = { jar: createCookieJar([...(read.success ? read.data.cookies : []), ...sessions]), text };
    open.set(id, filled);
    return filled;
  };

  // Changes follow one another, or one would undo the other.
  const changes = createQueue();
  const change = (key: JarKey, edit: (jar: CookieJar) => void): Promise<void> =>
    changes.run(async () => {
      const id = entryId(key);
      const { jar, text: before } = (await jarOf(id)) ?? (await refill(id, undefined));
      edit(jar);
      const lasting = jar.all(nowMs()).filter((cookie) => !isSession(cookie));
      const text = lasting.length === 0 ? undefined : JSON.stringify({ version: 1, cookies: lasting });
      if (text !== before) {
        if (text === undefined) await vault.remove([id]);
        else await vault.put(text, id);
      }
      open.set(id, { jar, text });
      onChange(key);
    });

  return {
    async receive(key, url, setCookies) {
      if (setCookies.length === 0) return;
      await change(key, (jar) => {
        jar.receive(url, setCookies, nowMs());
      });
    },
    async choose(key, url, context) {
      await changes.settled();
      return (await jarOf(entryId(key)))?.jar.choose(url, context, nowMs()) ?? nothing;
    },
    async list(key) {
      await changes.settled();
      return (await jarOf(entryId(key)))?.jar.all(nowMs()) ?? [];
    },
    put: (key, cookies, instead) =>
      change(key, (jar) => {
        if (instead !== undefined) jar.remove(instead);
        for (const cookie of cookies) jar.put(cookie);
      }),
    remove: (key, keys) =>
      change(key, (jar) => {
        for (const one of keys) jar.remove(one);
      }),
    clear: (key) =>
      change(key, (jar) => {
        for (const cookie of jar.all(nowMs())) jar.remove(cookie);
      }),
  };
};

const isSession = ({ expiresAtMs }: Cookie): boolean => expiresAtMs === undefined;
