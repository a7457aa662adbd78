import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Span } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { FormValue } from './form.ts';
import type { SentCredential } from './sent-credentials.ts';
import { bareToken } from './sent-tokens.ts';

/** A template or sample value that left in place of a credential. */
export interface Placeholder {
  /** As it was written: `{{token}}`. */
  readonly written: string;
  /** What it stands for, bare: `token`; empty where nothing was sent at all. */
  readonly stands: string;
  /** Field, parameter or cookie that carries it. */
  readonly name: string;
  readonly kind: 'template' | 'sample' | 'nothing';
  readonly place: Place;
}

/** Markers of template languages, none of which a server-made credential holds. */
const templates: readonly RegExp[] = [
  /\{\{\s*([^{}]+?)\s*\}\}/,
  /\{\s*\$([A-Za-z_]\w*)\s*\}/,
  /\$\{\{?\s*([^{}]+?)\s*\}\}?/,
  /#\{\s*([^{}]+?)\s*\}/,
  /<%=?\s*(.+?)\s*%>/,
  /\{%\s*(.+?)\s*%\}/,
  /(?:^|[\s:])\$\(?([A-Z_][A-Z0-9_]{2,})\)?$/i,
  /^%([A-Za-z_][A-Za-z0-9_]*)%$/,
  /^\$env:([A-Za-z_]\w*)$/i,
  /^@?(?:process\.env|os\.environ|secrets|env|vars|steps|variables|parameters)[.[:]\s*["']?([A-Za-z_][\w.-]*)["']?\]?$/,
  /^__([A-Z][A-Z0-9_]*?)__$/,
  /^\[\[\s*(.+?)\s*\]\]$/,
  /^\{\s*([A-Za-z][\w .-]*)\s*\}$/,
  /^:([a-z]+_(?:token|key|secret))$/i,
];

const samples: readonly RegExp[] = [
  /^<\s*([^<>]{2,60})\s*>$/,
  /^\[\s*([A-Za-z][\w -]{2,40})\s*\]$/,
  /^((?:your|my|the|insert|enter|replace|paste|add|put)[-_ ]+[\w -]*(?:key|token|secret|password|passwd|pwd|id|jwt|here|pat|credentials?|apikey)[\w -]*)$/i,
  /^((?:your|my|insert|replace)(?:Access|Api|API|Auth|Bearer|Secret)?(?:Key|Token|Secret|Password|Apikey|ApiKey))$/i,
  /^(YOUR[A-Z0-9_-]{3,})$/,
  /^((?:ACCESS|API|AUTH|BEARER|SECRET|CLIENT|PERSONAL|REFRESH|JWT|TOKEN|SERVICE|USER)[-_]?(?:ACCESS[-_]?)?(?:TOKEN|KEY|SECRET|ID|JWT)(?:[-_]?(?:HERE|VALUE))?)$/,
  /^(change[-_ ]?me|replace[-_ ]?me|to[-_ ]?be[-_ ]?(?:replaced|filled)|placeholder|dummy|example|sample|redacted|fixme|insert[-_ ]?here)$/i,
  /^((?:token|key|secret|password|apikey|api_key|api-key|access_token|accesstoken|jwt|tokenid|tokenid)(?:[-_ ]?here)?)$/i,
  /^(x{4,}|\*{3,}|\.{3,}|-{3,}|…+|•{3,})$/i,
  /^((?:sk|pk|key|token|ghp|pat|xoxb)[-_](?:x{3,}|\.{3,}|\*{3,}|…|your.*))$/i,
  /^(abc123|123456|12345678|abcdef|test[-_]?token)$/i,
];

const nothings =
  /^(undefined|null|none|nil|nan|\[object (?:object|promise|undefined)\]|false|\(null\)|<nil>|""|_?[a-z]{2,12}(?:null|undefined))$/i;

/** Judges one value that should be a credential. */
export const placeholderIn = (
  value: string,
): Pick<Placeholder, 'written' | 'stands' | 'kind'> | undefined => {
  const text = value.trim();
  if (text === '') return undefined;
  if (nothings.test(text)) return { written: text, stands: text, kind: 'nothing' };
  for (const pattern of templates) {
    const match = pattern.exec(text);
    if (match !== null)
      return { written: match[0].trim(), stands: (match[1] ?? '').trim(), kind: 'template' };
  }
  for (const pattern of samples) {
    const match = pattern.exec(text);
    if (match !== null) return { written: text, stands: match[1] ?? text, kind: 'sample' };
  }
  return undefined;
};

const within = (place: Place, offset: number, written: string): Place => {
  if (place.in !== 'field' && place.in !== 'url') return place;
  const start = (place.span?.start ?? 0) + offset;
  const span: Span = { start, end: start + written.length };
  return { ...place, span };
};

const schemeAlone = /^(bearer|basic|token|digest|apikey|dpop|bot|jwt|key)$/i;

const inCredential = (credential: SentCredential): readonly Placeholder[] => {
  const { name, place, value, parsed } = credential;
  if (parsed !== undefined) {
    const { text, offset } = bareToken(value);
    if (schemeAlone.test(value.trim()) || (text === '' && value.trim() !== '' && parsed.scheme !== 'basic'))
      return [{ written: value.trim(), stands: '', name, kind: 'nothing', place }];
    if (parsed.scheme === 'basic') return inBasic(parsed.rest, name, place);
    const found =
      placeholderIn(text) ??
      inPieces(text) ??
      (parsed.scheme === '' ? undefined : placeholderIn(parsed.rest));
    if (found === undefined) return [];
    const at = value.indexOf(found.written, offset);
    return [{ ...found, name, place: within(place, at < 0 ? offset : at, found.written) }];
  }
  if (credential.in === 'field' && value.trim() === '')
    return [{ written: '', stands: '', name, kind: 'nothing', place }];
  const found =
    placeholderIn(bareToken(value).text) ?? (credential.in === 'field' ? inPieces(value) : undefined);
  if (found?.kind === 'sample' && credential.in === 'cookie') return [];
  return found === undefined ? [] : [{ ...found, name, place }];
};

/** Structured keys such as `user@realm!TOKENID=…` hold the sample as one piece. */
const inPieces = (text: string): Pick<Placeholder, 'written' | 'stands' | 'kind'> | undefined => {
  const piece =
    /(?:^|[!:=@|/])((?:YOUR|MY)[_-]?[A-Z_-]{2,}|TOKEN[_-]?ID|API[_-]?KEY|ACCESS[_-]?TOKEN|SECRET[_-]?KEY)(?=$|[!:=@|/])/.exec(
      text,
    )?.[1];
  return piece === undefined ? undefined : { written: piece, stands: piece, kind: 'sample' };
};

/** Placeholders in user or password show only once the value is decoded. */
const inBasic = (rest: string, name: string, place: Place): readonly Placeholder[] => {
  if (rest === '') return [{ written: 'Basic', stands: '', name, kind: 'nothing', place }];
  const raw = placeholderIn(rest);
  if (raw !== undefined && raw.kind !== 'nothing') return [{ ...raw, name, place }];
  const pair = byteStringOfBase64(rest);
  if (pair === undefined) return [];
  const colon = pair.indexOf(':');
  const halves = colon < 0 ? [pair] : [pair.slice(0, colon), pair.slice(colon + 1)];
  const found = halves
    .map(placeholderIn)
    .find(
      (half) =>
        half !== undefined &&
        (half.kind === 'template' || !/^(token|key|secret|password|test)$/i.test(half.written)),
    );
  return found === undefined ? [] : [{ ...found, name, place }];
};

const secretFormName =
  /^(client_id|client_secret|password|refresh_token|code|api_?key|token|username|access_token|assertion)$/i;

export const placeholdersIn = (
  credentials: readonly SentCredential[],
  form: readonly FormValue[],
  exchange: number,
): readonly Placeholder[] => [
  ...credentials.flatMap(inCredential),
  ...form.flatMap(({ name, value, span }) => {
    const found = secretFormName.test(name) ? placeholderIn(value) : undefined;
    if (
      found === undefined ||
      (found.kind === 'sample' && /^(test|password|secret|123456|12345678)$/i.test(value))
    )
      return [];
    const place: Place = { in: 'body', exchange, side: 'request', ...(span === undefined ? {} : { span }) };
    return [{ ...found, name, place }];
  }),
];
