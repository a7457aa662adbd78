import { percentDecoded } from '../../exchange/percent.ts';
import type { HeaderFault } from './header-fault.ts';
import { found, tokenSchemes } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** The word before the token, with the white space behind it; empty where there is none. */
const leadOf = (trimmed: string): string => /^[A-Za-z][\w-]*\s+/.exec(trimmed)?.[0] ?? '';

/** A token is one run of these (RFC 9110 §11.2); what vendors add to them is rare. */
const carriesToken = ({ parsed, in: where }: SentCredential): boolean =>
  where !== 'authorization' ||
  parsed === undefined ||
  parsed.scheme === '' ||
  tokenSchemes.test(parsed.scheme);

/** Faults that any value may have: what a file, a shell or a language left in it. Byte strings in. */
export const valueFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const faults = [
    lineBreak(credential),
    escaped(credential),
    coloured(credential),
    invisible(credential),
    spaced(credential),
    ...(carriesToken(credential)
      ? [
          wrapped(credential) ?? quoted(credential),
          percentEncoded(credential),
          signBehind(credential),
          assigned(credential),
        ]
      : [quoted(credential)]),
  ].filter((fault) => fault !== undefined);
  const foreign = faults.length === 0 && carriesToken(credential) ? notAscii(credential) : undefined;
  return foreign === undefined ? faults : [foreign];
};

const lineBreak = (credential: SentCredential): HeaderFault | undefined => {
  const broken = /[\r\n]+/.exec(credential.in === 'query' ? credential.value : credential.value.trim());
  return broken === null
    ? undefined
    : found(
        credential,
        'line-break',
        'a line break stands inside the value',
        broken[0],
        credential.value.replace(/\s*[\r\n]+\s*/g, '').trim(),
      );
};

const escaped = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const escape = /(?:\\[nrt])+$|%0[ad]$/i.exec(trimmed);
  return escape === null
    ? undefined
    : found(
        credential,
        'escape-sequence',
        `the value ends in the characters ${escape[0]}`,
        escape[0],
        trimmed.slice(0, escape.index),
      );
};

const coloured = (credential: SentCredential): HeaderFault | undefined => {
  const codes = /(?:\\(?:033|x1b|e|u001b)|\u001b)\[[\d;]*m/gi;
  const [colour] = codes.exec(credential.value) ?? [];
  return colour === undefined
    ? undefined
    : found(
        credential,
        'escape-sequence',
        `the colour code ${colour.replace('\u001b', 'ESC')} of a terminal stands in the value`,
        colour,
        credential.value.trim().replace(codes, ''),
      );
};

/** Zero width, direction, byte order, no-break and soft hyphen in UTF-8, and control characters. */
const unseen =
  /\u00e2\u0080[\u008b-\u008f\u00aa-\u00ae]|\u00ef\u00bb\u00bf|\u00c2[\u00a0\u00ad]|\u00e2\u0081\u00a0|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const invisible = (credential: SentCredential): HeaderFault | undefined => {
  const [sign] = unseen.exec(credential.value) ?? [];
  return sign === undefined
    ? undefined
    : found(
        credential,
        'invisible',
        'an invisible character stands in the value',
        sign,
        credential.value.replaceAll(sign, '').trim(),
      );
};

/** A key is one run of signs: a tab in it, a gap in its middle, or a space that a parameter carries along. */
const spaced = (credential: SentCredential): HeaderFault | undefined => {
  const { value, in: where } = credential;
  if (where === 'query' && /^[\w.~-]{8,}[ \t]+$|^[ \t]+[\w.~-]{8,}$/.test(value))
    return found(credential, 'white-space', 'white space stands around the value', value, value.trim());
  if (where !== 'field') return undefined;
  const trimmed = value.trim();
  return /^(?=\S*\d)[\w.~-]{8,}(?:\t+| +)[\w.~-]+$/.test(trimmed)
    ? found(
        credential,
        'white-space',
        'white space stands inside the value',
        trimmed,
        trimmed.replace(/\s+/g, ''),
      )
    : undefined;
};

const around = /^(?:\\?["'`]|\u00e2\u0080[\u009c\u0098])+|(?:\\?["'`]|\u00e2\u0080[\u009d\u0099])+$/g;

const quoted = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const lead = leadOf(trimmed);
  const rest = trimmed.slice(lead.length);
  const bare = rest.replace(around, '');
  if (bare === rest || bare === '' || /(?:^|[\s,])[\w-]+=\s*\\?["']|["'`]\s*[:,]/.test(rest))
    return undefined;
  return found(credential, 'quoted', 'quotation marks stand around the value', rest, `${lead}${bare}`);
};

/** How languages print a value together with what holds it, and what guides put around a sample. */
const holders: readonly (readonly [RegExp, string])[] = [
  [/^[bru]{1,2}(["'])(.+)\1$/, "the value stands in the b'…' of Python"],
  [/^\(?\[\s*(["'])(.+)\1\s*\]?,?\)?$/, 'the value stands in the brackets of a list'],
  [/^\((["'])(.+)\1,?\)$/, 'the value stands in the brackets of a list'],
  [
    /^(?:Optional|Some|Just|Ok|Right|Secret|SecretStr|Token)\s*[([]?\s*(["']?)([\w.~+/=-]{8,})\1\s*[)\]]?$/,
    'the value stands in what the language wraps around it',
  ],
  [/^([<{[])([\w.~+/=-]{16,})[>}\]]$/, 'the brackets of the sample still stand around the value'],
  [
    /^["']?\{.*\\?"(access_?token|token|id_?token|jwt)\\?"\s*:\s*\\?"([^"\\]+)\\?".*\}["']?$/i,
    'the whole answer that brought the token stands in its place',
  ],
  [
    /^\{\s*\\?"((?:x-)?(?:api|access|secret|auth)?[-_]?(?:key|secret|value))\\?"\s*:\s*\\?"([^"\\]{8,})\\?"\s*\}$/i,
    'the object that holds the key stands in its place',
  ],
];

/** A line of a file with variables, copied whole. */
const assigned = (credential: SentCredential): HeaderFault | undefined => {
  const [, lead = '', name = '', value = ''] =
    /^([A-Za-z][\w-]*\s+)?([A-Z][A-Z0-9]*_[A-Z0-9_]*)=([^\s=][^\s]{7,})$/.exec(credential.value.trim()) ?? [];
  return name === ''
    ? undefined
    : found(
        credential,
        'name-in-value',
        `the name of a variable stands before the value: ${name}=`,
        `${name}=`,
        `${lead}${value}`,
      );
};

const wrapped = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const lead = leadOf(trimmed);
  const rest = trimmed.slice(lead.length);
  for (const [holder, fact] of holders) {
    const inner = holder.exec(rest)?.[2];
    if (inner !== undefined && /\d/.test(inner))
      return found(credential, 'wrapped', fact, rest, `${lead}${inner}`);
  }
  return undefined;
};

/** In a header field nothing is percent-encoded; a value that is was meant for an address. */
const percentEncoded = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const written = /%(?:20|22|27|2B|2F|3A|3D|7C)/i.exec(trimmed)?.[0];
  if (written === undefined || /=.*[&;,].*=/.test(trimmed)) return undefined;
  return found(
    credential,
    'percent-encoded',
    credential.in === 'query'
      ? `${written} is left in the value once it is decoded: it was encoded twice`
      : `${written} stands in the value, as in an address`,
    written,
    percentDecoded(trimmed).trim(),
  );
};

/** What follows a value in a list, a statement or a Set-Cookie field. */
const signBehind = (credential: SentCredential): HeaderFault | undefined => {
  const trimmed = credential.value.trim();
  const behind =
    /^(?:[A-Za-z][\w-]*\s+)?(?:[\w.-]{2,24}=)?[\w.~+/|-]{12,}=*([,;](?:\s*(?:path|domain|expires|max-age|httponly|secure|samesite)\b.*)?|["'`]?\s*\\)$/i.exec(
      trimmed,
    )?.[1];
  return behind === undefined
    ? undefined
    : found(
        credential,
        'sign-behind',
        /\w/.test(behind)
          ? `${behind.replace(/^[,;]\s*/, '')} stands behind the value, as in Set-Cookie`
          : `${behind} stands behind the value`,
        behind,
        trimmed.slice(0, -behind.length),
      );
};

/** Dashes, dots and letters that a text editor or a chat put in place of plain ones. */
const notAscii = (credential: SentCredential): HeaderFault | undefined => {
  const [signs] = /[\u0080-\u00ff]+/.exec(credential.value) ?? [];
  return signs === undefined
    ? undefined
    : found(credential, 'not-ascii', 'a character stands in the value that no token holds', signs);
};

/** Base64 with gaps: an address in which a plus sign stood for itself. */
export const plusLost = (credential: SentCredential): HeaderFault | undefined => {
  const { name, value } = credential;
  return /token$/i.test(name) &&
    value.length >= 24 &&
    /^[\w/+-]+(?: [\w/+-]+)+={0,2}$/.test(value) &&
    /\d/.test(value) &&
    /[A-Z]/.test(value)
    ? found(
        credential,
        'plus-lost',
        'a plus sign of the value reads as a space in an address',
        '',
        value.replaceAll(' ', '+'),
      )
    : undefined;
};
