import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { keyFormOf } from '../providers/keys.ts';
import { near } from '../reading/near.ts';
import type { HeaderFault } from './header-fault.ts';
import { found, tokenSchemes } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** Faults in and around the scheme of an Authorization field (RFC 9110 §11.4). */
export const schemeFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const fault =
    named(credential) ??
    preceded(credential) ??
    repeated(credential) ??
    doubled(credential) ??
    punctuated(credential) ??
    glued(credential) ??
    spaced(credential) ??
    misspelled(credential);
  if (fault !== undefined) return [fault];
  const trimmed = credential.value.trim();
  if (credential.parsed?.scheme === '' || /^[A-Za-z0-9._~+/-]{16,}=*$/.test(trimmed))
    return bareFaults(credential, trimmed);
  const rest = restFault(credential);
  return rest === undefined ? [] : [rest];
};

/** The name of the field was copied along. */
const named = (credential: SentCredential): HeaderFault | undefined => {
  const again = /^authorization\s*:\s*(\S.*)$/i.exec(credential.value.trim())?.[1];
  return again === undefined
    ? undefined
    : found(
        credential,
        'name-in-value',
        'the name of the field stands in its value once more',
        credential.value.trim().slice(0, 'Authorization'.length),
        again,
      );
};

/** Something stands before the scheme without a space: a mark of a tool's own, or the name of the field. */
const preceded = (credential: SentCredential): HeaderFault | undefined => {
  const [, before = '', meant] =
    /^(\S*[^\sA-Za-z]\S*?|authorization\W?)((?:Bearer|Basic)\s+\S{8,}.*)$/.exec(credential.value.trim()) ??
    [];
  return meant === undefined
    ? undefined
    : found(credential, 'name-in-value', `${before} stands before the scheme`, before, meant);
};

/** Written once more behind a comma, as programs do that add where they should replace. */
const repeated = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const once = /^(\S+ \S+?)(?:\s*[,;]\s*\1)+$/.exec(trimmed)?.[1];
  return once === undefined
    ? undefined
    : found(
        credential,
        'scheme-doubled',
        'scheme and token stand twice, joined by a sign',
        trimmed.slice(once.length),
        once,
      );
};

const doubled = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const match = /^(bearer|basic|token|bot|jwt)(?:[\s:]+)(?=(?:bearer|basic|token|bot|jwt)[\s:])/i.exec(
    trimmed,
  );
  if (match === null) return undefined;
  const second = trimmed.slice(match[0].length);
  return found(
    credential,
    'scheme-doubled',
    'the scheme stands twice',
    trimmed.slice(0, match[0].length + (/^\w+/.exec(second)?.[0].length ?? 0)),
    second,
  );
};

const punctuated = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const match =
    /^(bearer|token|basic|bot)\s*(?:[:=]|%20|\+)\s*(\S.*)$/i.exec(trimmed) ??
    /^(?!authorization)([A-Za-z][\w-]{2,20}): +([\w.~+/=-]{16,})$/i.exec(trimmed);
  const [, scheme = '', rest = ''] = match ?? [];
  return match === null || (/^token$/i.test(scheme) && trimmed.includes('='))
    ? undefined
    : found(
        credential,
        'scheme-punctuated',
        'a sign stands behind the scheme where a space belongs',
        trimmed.slice(0, scheme.length + 1),
        `${scheme} ${rest.trim()}`,
      );
};

const glued = (credential: SentCredential): HeaderFault | undefined => {
  const match =
    /^(bearer|basic|token)(eyJ[\w-]+\.[\w-]+\.[\w-]*)$/i.exec(credential.value.trim()) ??
    /^(bearer)(?=\S*\d)([\w.~+/|-]{20,}=*)$/i.exec(credential.value.trim());
  return match === null
    ? undefined
    : found(
        credential,
        'space-missing',
        'no space stands behind the scheme',
        match[1] ?? '',
        `${match[1]} ${match[2]}`,
      );
};

const spaced = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const match = /^([A-Za-z][\w-]*)(?: {2,}|\t[ \t]*)(?=\S)/.exec(trimmed);
  return match === null || !tokenSchemes.test(credential.parsed?.scheme ?? '')
    ? undefined
    : found(
        credential,
        'spaces-several',
        'more than one space stands behind the scheme',
        match[0],
        `${match[1]} ${trimmed.slice(match[0].length)}`,
      );
};

const misspelled = (credential: SentCredential): HeaderFault | undefined => {
  const { parsed } = credential;
  if (parsed === undefined || parsed.rest.length < 8 || /^(?:bearer|basic)$/.test(parsed.scheme))
    return undefined;
  const meant = ['Bearer', 'Basic'].find(
    (scheme) => parsed.scheme[0] === 'b' && near(parsed.scheme, scheme.toLowerCase(), 2),
  );
  return meant === undefined
    ? undefined
    : found(
        credential,
        'scheme-misspelled',
        `the scheme is spelled ${parsed.spelled}, not ${meant}`,
        parsed.spelled,
        `${meant} ${parsed.rest}`,
      );
};

/** What stands behind a scheme that carries one token. */
const restFault = (credential: SentCredential): HeaderFault | undefined => {
  const { scheme = '', rest = '', spelled = '' } = credential.parsed ?? {};
  if (!tokenSchemes.test(scheme)) return undefined;
  const name =
    /^(?:(?:access_?token|id_?token|auth_?token|api_?key|token|key|jwt)\s*[:=]\s*(?=[^\s"'])|[\w.-]{2,40}=(?=eyJ))/i.exec(
      rest,
    )?.[0];
  if (
    name !== undefined &&
    (scheme === 'bearer' || name.includes(':') || rest.startsWith('eyJ', name.length))
  )
    return found(
      credential,
      'pair-malformed',
      'a name stands before the token',
      rest,
      `${spelled} ${rest.slice(name.length)}`,
    );
  return /\S\s+\S/.test(rest) && !/[="]/.test(rest)
    ? found(
        credential,
        'white-space',
        'white space stands inside the token',
        rest,
        `${spelled} ${rest.replace(/\s+/g, '')}`,
      )
    : undefined;
};

/** A value without scheme. What its maker reads so has none either, and is checked for form. */
const bareFaults = (credential: SentCredential, trimmed: string): readonly HeaderFault[] => {
  const made = keyFormOf(trimmed)?.key;
  if (made?.whole !== undefined && !made.whole.form.test(trimmed))
    return [
      found(
        credential,
        'pair-malformed',
        `the ${made.kind} is not of the form ${made.whole.written}`,
        trimmed.replace(made.form, ''),
      ),
    ];
  if (made?.goes?.includes('authorization') === true) return [];
  const parameter =
    /^(?:access_?token|id_?token|auth_?token|bearer_?token|api_?key|apikey|token|jwt)=(?=[^\s="',]{8,}$)/i.exec(
      trimmed,
    )?.[0];
  if (parameter !== undefined)
    return [
      found(
        credential,
        'pair-malformed',
        'the parameter of an address stands in place of scheme and token',
        parameter,
        `Bearer ${trimmed.slice(parameter.length)}`,
      ),
    ];
  if (/^[A-Za-z][\w-]*=[^=]/.test(trimmed) && !trimmed.startsWith('eyJ')) return [];
  const isPair =
    /^[A-Za-z0-9+/]+={1,2}$/.test(trimmed) && byteStringOfBase64(trimmed)?.includes(':') === true;
  return [
    found(
      credential,
      'scheme-missing',
      'no scheme stands before the value',
      trimmed,
      `${isPair ? 'Basic' : 'Bearer'} ${trimmed}`,
    ),
  ];
};
