import type { Field } from '../../exchange/exchange.ts';

/** A field of the answer by which a cache tells that it did not ask the server. */
export interface CacheMark {
  readonly name: string;
  readonly value: string;
}

/** Fields that speak of caching and not of this answer's origin. */
const aboutCaching = /control|key|ttl|tags?$|age$|expires|policy|info|zone|vary|level|enabled|group|type$/i;
const hit = /(?:^|[\W_])(?:refresh)?hit(?:$|[\W_])/i;
const hitForMiss = /hit-for-(?:miss|pass)|hit for (?:miss|pass)/i;
const served = /^(?:1|true|yes|on)$|^fresh\b|served (?:from|cached|supercache)/i;

/** Counts hits, one number per cache on the way: "0, 3". */
const counts = /-hits$/i;

/** Fields that may be one; most answers have none. */
const maybe = /cache|^x-varnish$|^warning$|^server-timing$/i;

const isMark = ({ name, value }: Field, missed: boolean): boolean => {
  if (hitForMiss.test(value)) return false;
  if (/^x-varnish$/i.test(name)) return /^\d+ \d+$/.test(value.trim());
  if (/^warning$/i.test(name)) return /^\s*110\b/.test(value);
  if (/^server-timing$/i.test(name)) return /cache[^,]*;\s*desc="?hit\b/i.test(value);
  if (!/cache/i.test(name) || aboutCaching.test(name)) return false;
  if (counts.test(name)) return /[1-9]\d*\s*$/.test(value);
  if (/lookup$/i.test(name) && missed) return false;
  return hit.test(value) || served.test(value.trim());
};

/** The field that tells a hit; CDNs and frameworks each have a name of their own for it, beside RFC 9211's Cache-Status. */
export const cacheMarkIn = (fields: readonly Field[]): CacheMark | undefined => {
  const own = fields.filter(({ name }) => maybe.test(name));
  const missed = own.some(({ name, value }) => /^x-cache$/i.test(name) && /\bmiss\b/i.test(value));
  return own.find((field) => isMark(field, missed));
};
