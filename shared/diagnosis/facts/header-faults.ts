import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Place } from '../diagnosis.ts';
import type { SentCredential } from './sent-credentials.ts';

export type HeaderFaultKind =
  | 'scheme-doubled'
  | 'scheme-missing'
  | 'scheme-punctuated'
  | 'space-missing'
  | 'spaces-several'
  | 'quoted'
  | 'line-break'
  | 'escape-sequence'
  | 'white-space'
  | 'invisible'
  | 'basic-not-base64'
  | 'basic-not-encoded'
  | 'basic-without-colon'
  | 'basic-with-line-break'
  | 'pair-malformed';

/** A place at which a credential's header breaks its grammar. */
export interface HeaderFault {
  readonly kind: HeaderFaultKind;
  readonly name: string;
  readonly place: Place;
  /** The fact in a few words: `the scheme stands twice`. */
  readonly fact: string;
  /** The whole value as it was probably meant; absent where nobody can tell. */
  readonly repaired?: string;
}

const found = (
  credential: SentCredential,
  kind: HeaderFaultKind,
  fact: string,
  written: string,
  repaired?: string,
): HeaderFault => {
  const { place, value, name } = credential;
  const start = written === '' ? -1 : value.indexOf(written);
  const narrowed =
    start < 0 || place.in !== 'field' ? place : { ...place, span: { start, end: start + written.length } };
  return { kind, name, place: narrowed, fact, ...(repaired === undefined ? {} : { repaired }) };
};

const tokenSchemes = /^(bearer|token|jwt|dpop|bot|apikey|oauth|key)$/;

/** Faults of one Authorization or key field; empty where its form is right. Byte strings in, one unit per byte. */
export const headerFaultsOf = (credential: SentCredential): readonly HeaderFault[] => {
  if (credential.in !== 'authorization' && credential.in !== 'proxy' && credential.in !== 'field') return [];
  const { value } = credential;
  if (value.trim() === '' || /\{\{|\$\{/.test(value)) return [];
  const common = commonFaults(credential);
  if (credential.in === 'field') return common.filter((fault) => fault.kind !== 'white-space');
  const scheme = credential.parsed?.scheme ?? '';
  if (scheme === 'basic')
    return [...basicFaults(credential), ...common.filter((f) => f.kind === 'invisible')];
  return common.some((fault) => fault.kind === 'line-break')
    ? common
    : [...schemeFaults(credential, scheme), ...common];
};

const commonFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const { value } = credential;
  const faults: HeaderFault[] = [];
  const trimmed = value.trim();
  const broken = /[\r\n]+/.exec(trimmed);
  if (broken !== null)
    faults.push(
      found(
        credential,
        'line-break',
        'a line break stands inside the value',
        broken[0],
        value.replace(/\s*[\r\n]+\s*/g, '').trim(),
      ),
    );
  const escape = /(?:\\[nrt])+$|%0[ad]$/i.exec(trimmed);
  if (escape !== null)
    faults.push(
      found(
        credential,
        'escape-sequence',
        `the value ends in the characters ${escape[0]}`,
        escape[0],
        trimmed.slice(0, escape.index),
      ),
    );
  const coloured = /(?:\\(?:033|x1b|e|u001b)|\u001b)\[[\d;]*m/gi;
  const [colour] = coloured.exec(trimmed) ?? [];
  if (colour !== undefined)
    faults.push(
      found(
        credential,
        'escape-sequence',
        `the colour code ${colour.replace('\u001b', 'ESC')} of a terminal stands in the value`,
        colour,
        trimmed.replace(coloured, ''),
      ),
    );
  const invisible =
    /\u00e2\u0080[\u008b-\u008f\u00aa-\u00ae]|\u00ef\u00bb\u00bf|\u00c2\u00a0|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(
      value,
    );
  if (invisible !== null)
    faults.push(
      found(
        credential,
        'invisible',
        'an invisible character stands in the value',
        invisible[0],
        value.replaceAll(invisible[0], '').trim(),
      ),
    );
  const quotes =
    /^(?:([A-Za-z-]+)\s+)?(["'])([^"']+)\2$/.exec(trimmed) ??
    /^(?:([A-Za-z-]+)\s+)?(\u00e2\u0080[\u009c\u0098])(.+?)\u00e2\u0080[\u009d\u0099]$/.exec(trimmed);
  if (quotes !== null && !/=/.test(quotes[1] ?? ''))
    faults.push(
      found(
        credential,
        'quoted',
        'quotation marks stand around the value',
        trimmed.slice((quotes[1] ?? '').length).trim(),
        `${quotes[1] === undefined ? '' : `${quotes[1]} `}${quotes[3] ?? ''}`,
      ),
    );
  return faults;
};

const schemeFaults = (credential: SentCredential, scheme: string): readonly HeaderFault[] => {
  const { value, parsed } = credential;
  const rest = parsed?.rest ?? '';
  const trimmed = value.trim();
  const doubled = /^(bearer|basic|token|bot|jwt)(?:[\s:]+)(?=(?:bearer|basic|token|bot|jwt)[\s:])/i.exec(
    trimmed,
  );
  if (doubled !== null) {
    const second = trimmed.slice(doubled[0].length);
    return [
      found(
        credential,
        'scheme-doubled',
        'the scheme stands twice',
        trimmed.slice(0, doubled[0].length + (/^\w+/.exec(second)?.[0].length ?? 0)),
        second,
      ),
    ];
  }
  const punctuated = /^(bearer|token|basic|bot)\s*[:=]\s*(\S.*)$/i.exec(trimmed);
  if (punctuated !== null && !(/^token$/i.test(punctuated[1] ?? '') && trimmed.includes('=')))
    return [
      found(
        credential,
        'scheme-punctuated',
        `a sign stands behind the scheme where a space belongs`,
        trimmed.slice(0, (punctuated[1] ?? '').length + 1),
        `${punctuated[1]} ${(punctuated[2] ?? '').trim()}`,
      ),
    ];
  const glued = /^(bearer|basic|token)(eyJ[\w-]+\.[\w-]+\.[\w-]*)$/i.exec(trimmed);
  if (glued !== null)
    return [
      found(
        credential,
        'space-missing',
        'no space stands behind the scheme',
        glued[1] ?? '',
        `${glued[1]} ${glued[2]}`,
      ),
    ];
  const spaced = /^([A-Za-z][\w-]*)(?: {2,}|\t[ \t]*)(?=\S)/.exec(trimmed);
  if (spaced !== null && tokenSchemes.test(scheme))
    return [
      found(
        credential,
        'spaces-several',
        'more than one space stands behind the scheme',
        spaced[0],
        `${spaced[1]} ${trimmed.slice(spaced[0].length)}`,
      ),
    ];
  if (scheme === '' || /^[A-Za-z0-9._~+/-]{16,}=*$/.test(trimmed)) return bareFaults(credential, trimmed);
  if (tokenSchemes.test(scheme) && /\S\s+\S/.test(rest) && !/[="]/.test(rest))
    return [
      found(
        credential,
        'white-space',
        'white space stands inside the token',
        rest,
        `${parsed?.spelled ?? ''} ${rest.replace(/\s+/g, '')}`,
      ),
    ];
  if (
    scheme === 'bearer' &&
    /^[^\s=]+:[^\s]+$/.test(rest) &&
    !/:\/\//.test(rest) &&
    /^(token|access_token|key)[:=]/i.test(rest)
  )
    return [
      found(
        credential,
        'pair-malformed',
        'a name stands before the token',
        rest,
        `Bearer ${rest.replace(/^\w+[:=]\s*/, '')}`,
      ),
    ];
  return [];
};

/** A value without scheme. Fields of vendors' own schemes (PVEAPIToken=…) have no space either and are checked for form. */
const bareFaults = (credential: SentCredential, trimmed: string): readonly HeaderFault[] => {
  const pve = /^PVEAPIToken=(.*)$/i.exec(trimmed);
  if (pve !== null) {
    return /^[^\s!@]+@[^\s!@]+![^\s!=]+=[^\s]+$/.test(pve[1] ?? '')
      ? []
      : [
          found(
            credential,
            'pair-malformed',
            'the token id is not of the form user@realm!name=secret',
            pve[1] ?? '',
          ),
        ];
  }
  if (/^[A-Za-z][\w-]*=/.test(trimmed) && !trimmed.startsWith('eyJ')) return [];
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

const basicFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const rest = credential.parsed?.rest ?? '';
  const spelled = credential.parsed?.spelled ?? 'Basic';
  if (rest === '') return [];
  const again = /^basic\s+(\S+)$/i.exec(rest);
  if (again !== null)
    return [found(credential, 'scheme-doubled', 'the scheme stands twice', rest, `Basic ${again[1] ?? ''}`)];
  if (/^[^\s:]+:[^\s]*$/.test(rest))
    return [
      found(
        credential,
        'basic-not-encoded',
        'user and password stand there plainly, not in Base64',
        rest,
        `Basic ${btoa(rest)}`,
      ),
    ];
  const compact = rest.replace(/\s+/g, '');
  if (compact !== rest && byteStringOfBase64(compact) !== undefined)
    return [
      found(
        credential,
        'white-space',
        'white space stands inside the Base64 text',
        rest,
        `${spelled} ${compact}`,
      ),
    ];
  const pair = isBase64(rest) ? byteStringOfBase64(rest) : undefined;
  if (pair === undefined) {
    const bare = rest.replace(/=+$/, '');
    const mended = byteStringOfBase64(bare);
    return [
      found(
        credential,
        'basic-not-base64',
        'the value is not Base64',
        rest,
        mended === undefined || !mended.includes(':') ? undefined : `${spelled} ${btoa(mended)}`,
      ),
    ];
  }
  if (!pair.includes(':'))
    return [
      found(
        credential,
        'basic-without-colon',
        'the decoded value holds no colon',
        rest,
        /^[\x21-\x7e]+$/.test(pair) ? `${spelled} ${btoa(`${pair}:`)}` : undefined,
      ),
    ];
  if (/[\r\n]$/.test(pair))
    return [
      found(
        credential,
        'basic-with-line-break',
        'the decoded password ends in a line break',
        rest,
        `${spelled} ${btoa(pair.replace(/[\r\n]+$/, ''))}`,
      ),
    ];
  return [];
};

/** Padding, where it is written, must complete the last group of four (RFC 4648 §4); a missing one is widely read. */
const isBase64 = (text: string): boolean => !text.endsWith('=') || text.length % 4 === 0;
