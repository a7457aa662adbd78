import { byteStringOfBase64, utf8OfBytes } from '../../exchange/bytes.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { SeenChallenge } from './seen-challenges.ts';

/** Claims that the next token must hold: OpenID Connect Core 1.0 §5.5, in a challenge as Microsoft Entra's APIs send it. */
export interface ClaimsChallenge {
  /** The request for claims as JSON, to go along with the login. */
  readonly claims: string;
  /** Authentication contexts or methods that the login must reach: "c1", "mfa". */
  readonly levels: readonly string[];
  /** The token must have been issued after this, epoch seconds. */
  readonly issuedAfter: number | undefined;
  /** The token must have been asked for from this address. */
  readonly address: string | undefined;
  readonly place: Place;
}

const levelNames: readonly string[] = ['acrs', 'acr', 'amr'];

/** Base64 in Entra's challenges, plain JSON where a proxy or another maker wrote it. */
const jsonOf = (text: string): string | undefined => {
  if (text.trimStart().startsWith('{')) return text;
  const bytes = byteStringOfBase64(text.trim());
  return bytes === undefined ? undefined : utf8OfBytes(bytes);
};

const valuesOf = (wanted: unknown): readonly string[] => {
  if (!isRecord(wanted)) return [];
  const all = Array.isArray(wanted['values']) ? wanted['values'] : [wanted['value']];
  return all.filter((value) => typeof value === 'string' || typeof value === 'number').map(String);
};

const read = (text: string, place: Place): ClaimsChallenge | undefined => {
  const claims = jsonOf(text);
  const value = claims === undefined ? undefined : parseJson(claims);
  if (claims === undefined || !isRecord(value)) return undefined;
  const wanted = Object.values(value).flatMap((token) => (isRecord(token) ? Object.entries(token) : []));
  const ofName = (...names: readonly string[]): readonly string[] =>
    wanted.filter(([name]) => names.includes(name)).flatMap(([, one]) => valuesOf(one));
  const [nbf] = ofName('nbf').map(Number).filter(Number.isFinite);
  const [address] = ofName('xms_rp_ipaddr');
  return { claims, levels: ofName(...levelNames), issuedAfter: nbf, address, place };
};

/** The first challenge that asks for claims; nothing where what it asks for cannot be read. */
export const claimsChallengeIn = (challenges: readonly SeenChallenge[]): ClaimsChallenge | undefined => {
  for (const { challenge, place } of challenges) {
    const text = authParam(challenge, 'claims');
    const found = text === undefined ? undefined : read(text, place);
    if (found !== undefined) return found;
  }
  return undefined;
};
