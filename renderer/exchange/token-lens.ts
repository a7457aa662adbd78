import type { Exchange, Field } from '../../shared/exchange/exchange.ts';
import { sameName } from '../../shared/exchange/fields.ts';
import { parseCredentials } from '../../shared/http-auth/credentials.ts';
import { decodeJwt } from '../../shared/token/jwt.ts';
import { claimRows, tokenKind, type ClaimRow } from '../auth/claim-words.ts';
import type { FieldPlace, Located } from './evidence-places.ts';

/** What a token in a field says, set beneath the field's line. */
export interface Lens {
  readonly title: string;
  /** "JWT, RS256, key 2026-06". */
  readonly kind: string;
  readonly rows: readonly LensRow[];
  /** Claims that are left out for length, by name. */
  readonly further: readonly string[];
}

export interface LensRow extends ClaimRow {
  readonly evidence: readonly number[];
}

const carriers = ['Authorization', 'Proxy-Authorization', 'Authentication'];
const shownClaims = 10;

const tokenIn = (field: Field, evidence: readonly Located<FieldPlace>[]): string | undefined => {
  const pointed = evidence.find(({ place }) => place.claim !== undefined)?.place.span;
  if (pointed !== undefined) return field.value.slice(pointed.start, pointed.end);
  return carriers.some((name) => sameName(name, field.name)) ? parseCredentials(field.value).rest : undefined;
};

const titleOf = (claims: Readonly<Record<string, unknown>>): string =>
  'nonce' in claims || 'at_hash' in claims ? 'ID token, decoded' : 'Token, decoded';

/**
 * The decoded token of a request field, told against the moment of the request. `undefined` where the field carries
 * no readable JSON Web Token. `evidence` is that of the field alone.
 */
export const tokenLens = (
  field: Field,
  exchange: Exchange,
  evidence: readonly Located<FieldPlace>[],
  issuer: string | undefined,
): Lens | undefined => {
  const token = tokenIn(field, evidence);
  const decoded = token === undefined ? undefined : decodeJwt(token);
  if (decoded?.kind !== 'jwt') return undefined;
  const { header, claims } = decoded.jwt;
  const rows = claimRows(claims, {
    atMs: exchange.timings.startedAtMs,
    relation: 'request',
    url: exchange.request.url,
    ...(issuer === undefined ? {} : { issuer }),
  }).map((row) => ({
    ...row,
    evidence: evidence.flatMap(({ index, place }) => (place.claim === row.name ? [index] : [])),
  }));
  const kept = rows.filter((row, at) => at < shownClaims || row.evidence.length > 0);
  return {
    title: titleOf(claims),
    kind: tokenKind(header),
    rows: kept,
    further: rows.filter((row) => !kept.includes(row)).map((row) => row.name),
  };
};
