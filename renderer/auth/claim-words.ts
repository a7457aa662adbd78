import { hostIn } from '../../shared/exchange/url.ts';
import { durationInWords } from '../../shared/diagnosis/durations.ts';
import { clockTimeNear } from '../exchange/time-words.ts';

/** What the meaning of a claim is told against. */
export interface ClaimContext {
  /** The moment in question, epoch milliseconds: that of the request, or now. */
  readonly atMs: number;
  readonly relation: 'request' | 'now';
  /** URL of the request that carries the token. */
  readonly url?: string;
  /** Issuer as the profile has it. */
  readonly issuer?: string;
  /** Scopes the profile asks for, separated by spaces. */
  readonly askedScope?: string;
}

/** One claim or header parameter as a person reads it. */
export interface ClaimRow {
  readonly name: string;
  /** The value as JSON writes it, strings without quotes. */
  readonly value: string;
  readonly words: string;
  /** Speaks against the token. */
  readonly warned: boolean;
}

type Claims = Readonly<Record<string, unknown>>;
type Meaning = Pick<ClaimRow, 'words' | 'warned'>;

const plain = (words: string): Meaning => ({ words, warned: false });
const warning = (words: string): Meaning => ({ words, warned: true });

const claimText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const seconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const lists = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.split(' ').filter((item) => item !== '');
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

/** "4 min 12 s before this request", "41 min ago", "in 41 min". */
const away = (from: number, { atMs, relation }: ClaimContext): string => {
  const gap = atMs / 1000 - from;
  const distance = durationInWords(gap);
  if (relation === 'now') return gap >= 0 ? `${distance} ago` : `in ${distance}`;
  return gap >= 0 ? `${distance} before this request` : `${distance} after this request`;
};

const at = (value: number, context: ClaimContext): string => clockTimeNear(value * 1000, context.atMs);

const moment = (value: unknown, context: ClaimContext): Meaning => {
  const time = seconds(value);
  return time === undefined
    ? warning('not a number of seconds')
    : plain(`${at(time, context)}, ${away(time, context)}`);
};

const meanings: Readonly<Record<string, (value: unknown, context: ClaimContext, claims: Claims) => Meaning>> =
  {
    exp(value, context) {
      const { words, warned } = moment(value, context);
      const time = seconds(value);
      return { words, warned: warned || (time !== undefined && time * 1000 <= context.atMs) };
    },
    nbf(value, context) {
      const { words, warned } = moment(value, context);
      const time = seconds(value);
      return { words, warned: warned || (time !== undefined && time * 1000 > context.atMs) };
    },
    iat(value, context, claims) {
      const issued = seconds(value);
      const ends = seconds(claims['exp']);
      if (issued === undefined) return warning('not a number of seconds');
      if (context.relation === 'request' && ends !== undefined && ends > issued) {
        return plain(`${at(issued, context)}, issued for ${durationInWords(ends - issued)}`);
      }
      return moment(value, context);
    },
    auth_time: moment,
    updated_at: moment,
    iss(value, { issuer }) {
      if (issuer === undefined || issuer === '' || typeof value !== 'string') return plain('');
      return value.replace(/\/$/, '') === issuer.replace(/\/$/, '')
        ? plain('the issuer in the profile')
        : warning('not the issuer in the profile');
    },
    aud(value, { url }) {
      const wanted = url === undefined ? undefined : hostIn(url);
      if (wanted === undefined) return plain('');
      const hosts = lists(value).map((item) => hostIn(item) ?? item);
      if (hosts.includes(wanted)) return plain('this host');
      const named = hosts.filter((item) => lists(value).some((audience) => audience !== item));
      return named.length > 0 ? plain('another host') : plain('');
    },
    scope: (value, context) => scopeMeaning(value, context),
    scp: (value, context) => scopeMeaning(value, context),
    cnf: () => plain('bound to a key: the sender must prove that it has it'),
    client_id: () => plain('the client that asked for it'),
    azp: () => plain('the client that asked for it'),
  };

const scopeMeaning = (value: unknown, { askedScope }: ClaimContext): Meaning => {
  const asked = lists(askedScope);
  if (asked.length === 0) return plain('');
  const given = lists(value);
  const missing = asked.filter((scope) => !given.includes(scope));
  return missing.length === 0 ? plain('all that was asked for') : warning(`without ${missing.join(', ')}`);
};

const algorithms: Readonly<Record<string, string>> = {
  none: 'not signed',
  HS256: 'HMAC, SHA-256',
  HS384: 'HMAC, SHA-384',
  HS512: 'HMAC, SHA-512',
  RS256: 'RSA signature, SHA-256',
  RS384: 'RSA signature, SHA-384',
  RS512: 'RSA signature, SHA-512',
  PS256: 'RSA-PSS signature, SHA-256',
  PS384: 'RSA-PSS signature, SHA-384',
  PS512: 'RSA-PSS signature, SHA-512',
  ES256: 'ECDSA signature, P-256',
  ES384: 'ECDSA signature, P-384',
  ES512: 'ECDSA signature, P-521',
  EdDSA: 'EdDSA signature',
  Ed25519: 'EdDSA signature, Ed25519',
};

const types: Readonly<Record<string, string>> = {
  'at+jwt': 'access token, RFC 9068',
  'application/at+jwt': 'access token, RFC 9068',
  'dpop+jwt': 'proof of a key, RFC 9449',
  'logout+jwt': 'logout token',
};

const order = ['iss', 'aud', 'sub', 'client_id', 'azp', 'scope', 'scp', 'iat', 'nbf', 'exp'];

const rank = (name: string): number => {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
};

/** Claims in the order in which they are judged: who, for whom, what, when; then the others as they stand. */
export const claimRows = (claims: Claims, context: ClaimContext): readonly ClaimRow[] =>
  Object.entries(claims)
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => {
      const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
      return { name, value: claimText(value), ...(meaning?.(value, context, claims) ?? plain('')) };
    });

/** Parameters of a token's header (RFC 7515 §4.1). */
export const headerRows = (header: Claims): readonly ClaimRow[] =>
  Object.entries(header).map(([name, value]) => {
    const text = claimText(value);
    const words = name === 'alg' ? algorithms[text] : name === 'typ' ? types[text.toLowerCase()] : undefined;
    return { name, value: text, words: words ?? '', warned: name === 'alg' && text.toLowerCase() === 'none' };
  });

/** "JWT, RS256, key 2026-06". */
export const tokenKind = (header: Claims): string =>
  [
    'JWT',
    ...(typeof header['alg'] === 'string' ? [header['alg']] : []),
    ...(typeof header['kid'] === 'string' ? [`key ${header['kid']}`] : []),
  ].join(', ');
