import { z } from 'zod';
import { chooseDigest, type DigestPreference } from './challenge.ts';
import type { DigestSession } from './session.ts';
import type { SchemeMemory } from '../scheme.ts';

/** Whose nonces: of a user name at an origin, scheme://host:port of a server or of a proxy. */
export interface DigestOwner {
  readonly origin: string;
  readonly username: string;
}

/** Realms of one origin, and paths of one realm: the last ones. */
const mostKept = 8;

const storedSchema = z.array(
  z.object({
    /** Paths under which the realm is known to be asked for. */
    space: z.array(z.string()),
    written: z.string(),
    nonce: z.string(),
    count: z.number(),
    prime: z.object({ nonce: z.string(), cnonce: z.string() }).optional(),
  }),
);
type Stored = z.infer<typeof storedSchema>[number];

/**
 * The session of the realm that this path most likely belongs to (RFC 7616 §3.3 `domain`), so that the request need not
 * be refused first: the one with the longest path above it, else the last used one that covers the whole server.
 */
export const recallDigest = (
  memory: SchemeMemory,
  owner: DigestOwner,
  uri: string,
  preference: DigestPreference,
): DigestSession | undefined => {
  const sessions = read(memory, owner).flatMap(({ space, written, nonce, count, prime }) => {
    const challenge = chooseDigest([written], preference);
    return challenge === undefined ? [] : [{ space, session: { challenge, nonce, count, prime } }];
  });
  const depth = (space: readonly string[]): number =>
    Math.max(-1, ...space.filter((path) => uri.startsWith(path)).map((path) => path.length));
  const above = sessions.filter(({ space }) => depth(space) >= 0);
  const [nearest] = above.toSorted((a, b) => depth(b.space) - depth(a.space));
  return (nearest ?? sessions.find(({ session }) => session.challenge.domain.length === 0))?.session;
};

/**
 * Keeps a session for the requests to come; the one of the same realm gives way and leaves it its paths.
 * @param accepted target of a request that the server let pass: its folder belongs to the realm
 */
export const rememberDigest = (
  memory: SchemeMemory,
  owner: DigestOwner,
  { challenge, nonce, count, prime }: DigestSession,
  accepted?: string,
): void => {
  const { realm, domain, written } = challenge;
  const stored = read(memory, owner);
  const isSame = (one: Stored): boolean => chooseDigest([one.written])?.realm === realm;
  const learned = [
    ...(stored.find(isSame)?.space ?? []),
    ...(accepted === undefined ? [] : [folderOf(accepted)]),
  ];
  const paths = domain.length > 0 ? pathsWithin(domain, owner.origin) : learned;
  const space = [...new Set(paths)].slice(-mostKept);
  const session = { space, written, nonce, count, ...(prime === undefined ? {} : { prime }) };
  const others = stored.filter((one) => !isSame(one)).slice(0, mostKept - 1);
  memory.set(keyOf(owner), JSON.stringify([session, ...others]));
};

const keyOf = ({ origin, username }: DigestOwner): string => JSON.stringify(['digest', origin, username]);

const read = (memory: SchemeMemory, owner: DigestOwner): readonly Stored[] => {
  const text = memory.get(keyOf(owner));
  return text === undefined ? [] : storedSchema.parse(JSON.parse(text));
};

/** URIs of `domain` are paths of this server or whole; those of other servers are not for its credentials. */
const pathsWithin = (domain: readonly string[], origin: string): readonly string[] =>
  domain.flatMap((uri) => {
    if (uri.startsWith('/')) return [uri];
    if (uri.toLowerCase() === origin) return ['/'];
    return uri.toLowerCase().startsWith(`${origin}/`) ? [uri.slice(origin.length)] : [];
  });

const folderOf = (uri: string): string => /^[^?]*\//.exec(uri)?.[0] ?? '/';
