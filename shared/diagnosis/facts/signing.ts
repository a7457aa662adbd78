import type { Exchange } from '../../exchange/exchange.ts';
import { authParam } from '../../http-auth/auth.ts';
import { numericClaim } from '../../token/jwt.ts';
import { valueOf } from '../../exchange/fields.ts';
import type { Place } from '../diagnosis.ts';
import type { FormValue } from './form.ts';
import type { SentCredential } from './sent-credentials.ts';
import type { SentToken } from './sent-tokens.ts';
import { claimPlace } from './sent-tokens.ts';

/** A time that the client wrote into the request, by its own clock. */
export interface WrittenTime {
  /** "X-Amz-Date", "the assertion's iat". */
  readonly what: string;
  /** Epoch seconds. */
  readonly seconds: number;
  readonly place: Place;
}

/** AWS Signature Version 4's credential scope. */
export interface AwsScope {
  readonly accessKey: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly place: Place;
}

export interface Signing {
  /** "AWS4", "OAuth 1.0a", "HTTP signature", "HMAC", "Hawk", "Azure shared key", "SAS"; absent where the request is not signed. */
  readonly kind: string | undefined;
  readonly aws: AwsScope | undefined;
  readonly written: readonly WrittenTime[];
  /** Where a presigned address ends its life, epoch seconds. */
  readonly presignedUntil: number | undefined;
}

const compactDate = (text: string): number | undefined => {
  const m = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text.trim());
  return m === null ? undefined : Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`) / 1000;
};

const dated = (text: string): number | undefined => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time / 1000;
};

/** Epoch seconds from digits in seconds, milliseconds, microseconds or nanoseconds. */
const epochSeconds = (value: number): number | undefined => {
  for (const unit of [1, 1e3, 1e6, 1e9]) {
    const seconds = value / unit;
    if (seconds > 946_684_800 && seconds < 4_102_444_800) return seconds;
  }
  return undefined;
};

const timeField =
  /^(x-amz-date|x-ms-date|x-goog-date|date|x-date|x-(?:[a-z]+-)*(?:timestamp|date|ts)|timestamp|.*-(?:request-)?timestamp)$/i;

const writtenInFields = (exchange: Exchange, index: number): readonly WrittenTime[] =>
  exchange.request.fields.flatMap(({ name, value }) => {
    if (!timeField.test(name)) return [];
    const seconds =
      compactDate(value) ?? (/^\d{9,19}$/.test(value.trim()) ? epochSeconds(Number(value)) : dated(value));
    return seconds === undefined
      ? []
      : [
          {
            what: name,
            seconds,
            place: { in: 'field' as const, exchange: index, side: 'request' as const, name },
          },
        ];
  });

const signedSchemes: readonly (readonly [RegExp, string])[] = [
  [/^aws4-/, 'AWS4'],
  [/^aws$/, 'AWS2'],
  [/^goog4-/, 'GOOG4'],
  [/^oauth$/, 'OAuth 1.0a'],
  [/^hawk$/, 'Hawk'],
  [/^signature$/, 'HTTP signature'],
  [/^(hmac|hmac-.*|hmacauth|amx|acs|tc3-.*|eg1-.*|mac)$/, 'HMAC'],
  [/^sharedkey(lite)?$/, 'Azure shared key'],
  [/^(oss|oss4-.*|obs|cos|qbox|qiniu|upyun|goog1|bce-.*|sdk-hmac.*|jdcloud.*|volc.*|acs\d-.*)$/, 'HMAC'],
];

/** Schemes that carry a secret or a token as it is. */
const ordinary =
  /^(?:|basic|bearer|digest|negotiate|ntlm|dpop|token|jwt|apikey|api-key|key|bot|oauth|oauth2|gnap|privatetoken|scram-.*|sso-key|genie-?key)$/;

/** A signature under its name, or `id:signature`, as vendors write it behind a scheme of their own. */
const ownScheme =
  /(?:^|[,;&\s])(?:signature|sign|sig|mac|hmac|hash)="?[\w+/%-]{16,}|^[\w.-]{3,}:[A-Za-z0-9+/]{20,}={0,2}(?::|$)/i;

const signingKind = (credentials: readonly SentCredential[], url: string): string | undefined => {
  const sent = credentials.find((credential) => credential.in === 'authorization');
  const authorization = sent?.parsed;
  const authorizationValue = sent?.value ?? '';
  if (authorization !== undefined) {
    const known = signedSchemes.find(([pattern]) => pattern.test(authorization.scheme));
    if (
      known !== undefined &&
      (known[1] !== 'OAuth 1.0a' || /oauth_(signature|consumer_key)/.test(authorization.rest))
    )
      return known[1];
  }
  if (
    authorization !== undefined &&
    !ordinary.test(authorization.scheme) &&
    ownScheme.test(authorization.rest)
  )
    return 'HMAC';
  // Azure's document database writes type, version and signature into one encoded value.
  if (/^type(?:%3d|=)\w+(?:%26|&)ver.*sig(?:%3d|=)/i.test(authorizationValue)) return 'HMAC';
  if (/[?&]X-(Amz|Goog)-Signature=/i.test(url)) return 'AWS4';
  if (/[?&]oauth_signature=/.test(url)) return 'OAuth 1.0a';
  if (/[?&]sig=/.test(url) && /[?&](se|sr|sv)=/.test(url)) return 'SAS';
  if (
    /[?&]Signature=/.test(url) &&
    /[?&](AWSAccessKeyId|Key-Pair-Id|GoogleAccessId|OSSAccessKeyId)=/.test(url)
  )
    return 'AWS2';
  if (credentials.some((c) => c.in === 'field' && /sign(ature)?$/i.test(c.name))) return 'HMAC';
  return /[?&](?:\w+_)?sig(?:n|nature)?=(?:[0-9a-f]{32,}|[\w%/+-]{24,}(?:=|%3D))/i.test(url)
    ? 'HMAC'
    : undefined;
};

/** Exchanges and payment gateways sign a member of the body. */
const isBodySignature = ({ name, value }: FormValue): boolean =>
  /^(?:[a-z]+_)?sign(?:ature)?$/i.test(name) && /^[\w+/-]{24,}={0,2}$/.test(value);

export const signingOf = (
  exchange: Exchange,
  index: number,
  credentials: readonly SentCredential[],
  tokens: readonly SentToken[],
  form: readonly FormValue[] = [],
): Signing => {
  const { url } = exchange.request;
  const queryAt = url.indexOf('?');
  const query = new URLSearchParams(queryAt < 0 ? '' : url.slice(queryAt + 1));
  const authorization = credentials.find((credential) => credential.in === 'authorization');
  const written: WrittenTime[] = [...writtenInFields(exchange, index)];
  const add = (what: string, seconds: number | undefined, place: Place): void => {
    if (seconds !== undefined) written.push({ what, seconds, place });
  };
  const urlPlace: Place = { in: 'url', exchange: index };
  const presignedAt = compactDate(query.get('X-Amz-Date') ?? query.get('X-Goog-Date') ?? '');
  add('X-Amz-Date', presignedAt, urlPlace);
  for (const name of ['oauth_timestamp', 'timestamp', 'ts']) {
    const inQuery = query.get(name);
    if (inQuery !== null && /^\d{9,19}$/.test(inQuery)) add(name, epochSeconds(Number(inQuery)), urlPlace);
  }
  if (authorization?.parsed !== undefined) {
    const { parsed, place } = authorization;
    for (const name of ['oauth_timestamp', 'ts', 'created', 'timestamp']) {
      const value = authParam(parsed, name);
      if (value !== undefined && /^\d{9,19}$/.test(value)) add(name, epochSeconds(Number(value)), place);
    }
  }
  for (const token of tokens) {
    const selfMade = token.role === 'assertion' || token.role === 'proof' || isSelfSigned(token);
    const iat = selfMade && token.jwt !== undefined ? numericClaim(token.jwt, 'iat') : undefined;
    if (iat !== undefined && iat < 1e11)
      add(
        `${token.role === 'access' ? 'The token’s' : `The ${token.role}’s`} iat`,
        iat,
        claimPlace(token, 'iat'),
      );
  }
  for (const { name, value } of form)
    if (name === 'Created')
      add('the UsernameToken’s Created', dated(value), { in: 'body', exchange: index, side: 'request' });
  const life = Number(query.get('X-Amz-Expires') ?? query.get('X-Goog-Expires') ?? Number.NaN);
  const expires = Number(query.get('Expires') ?? endBesideSignature(query) ?? Number.NaN);
  const sasEnd = Date.parse(query.get('se') ?? query.get('expires') ?? '') / 1000;
  const presignedUntil = [presignedAt === undefined ? Number.NaN : presignedAt + life, expires, sasEnd].find(
    (t) => Number.isFinite(t) && t > 9e8,
  );
  return {
    kind:
      signingKind(credentials, url) ??
      (/\bjose\+json/i.test(contentTypeOf(exchange) ?? '') ? 'JWS' : undefined) ??
      (form.some(isBodySignature) ? 'HMAC' : undefined),
    aws: awsScopeOf(authorization?.value ?? '', query, authorization?.place ?? urlPlace),
    written,
    presignedUntil,
  };
};

/** Content networks and frameworks sign an address with its end beside the signature. */
const endBesideSignature = (query: URLSearchParams): string | undefined => {
  const signed = [...query].some(([name]) =>
    /^(?:sig|sign|signature|hash|hmac|md5|token|st|verify|key)$/i.test(name),
  );
  return signed
    ? [...query].find(
        ([name, value]) => /^(?:expires?|expiry|exp|e|deadline)$/i.test(name) && /^\d{10}$/.test(value),
      )?.[1]
    : undefined;
};

/** A short-lived JWT that names no audience and was made by the client itself (GitHub App, Zoom, Kong, APNs). */
const isSelfSigned = (token: SentToken): boolean => {
  if (token.role !== 'access' || token.jwt === undefined) return false;
  const iss = token.jwt.claims['iss'];
  return (
    (typeof iss === 'string' || typeof iss === 'number') &&
    !/[/:]/.test(String(iss)) &&
    token.jwt.claims['sub'] === undefined
  );
};

const awsScopeOf = (authorization: string, query: URLSearchParams, place: Place): AwsScope | undefined => {
  const written = /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? query.get('X-Amz-Credential');
  const [accessKey, date, region, service] = written?.split('/') ?? [];
  return accessKey === undefined || date === undefined || region === undefined || service === undefined
    ? undefined
    : { accessKey, date, region, service, place };
};

/** The Content-Type is part of what S3's older signatures cover. */
export const contentTypeOf = (exchange: Exchange): string | undefined =>
  valueOf(exchange.request.fields, 'Content-Type');
