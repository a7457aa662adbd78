import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Span } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { FormValue } from './form.ts';
import type { PlaceholderForm } from './placeholder-forms.ts';
import { placeholderIn } from './placeholder-forms.ts';
import type { SentCredential } from './sent-credentials.ts';
import { bareToken } from './sent-tokens.ts';

/** A template or sample value that left in place of a credential. */
export interface Placeholder extends PlaceholderForm {
  /** Field, parameter or cookie that carries it. */
  readonly name: string;
  readonly place: Place;
}

const within = (place: Place, offset: number, written: string): Place => {
  if (place.in !== 'field' && place.in !== 'url') return place;
  const start = (place.span?.start ?? 0) + offset;
  const span: Span = { start, end: start + written.length };
  return { ...place, span };
};

const schemeAlone = /^(bearer|basic|token|digest|apikey|dpop|bot|jwt|key)$/i;

/** A signature whose key has no name: where it should stand, the date of the scope follows. */
const withoutKey = /\bCredential=(?:null|undefined|None)?\/\d{4}-?\d\d-?\d\d\//;

/** `Client-ID`, `Klaviyo-API-Key`: words of letters and hyphens, and no credential. */
const vendorScheme = /^[A-Za-z]{2,16}(?:-[A-Za-z]{2,16}){1,3}$/;

/** `PROXY_MANAGED`: the name of a constant, which stands in a program in place of what it means. */
const constantIn = (text: string): PlaceholderForm | undefined =>
  /^[A-Z]{3,20}(?:_[A-Z]{2,20}){1,4}$/.test(text)
    ? { written: text, stands: text, kind: 'sample' }
    : undefined;

const inCredential = (credential: SentCredential): readonly Placeholder[] => {
  const { name, place, value, parsed } = credential;
  if (parsed !== undefined) {
    const { text, offset } = bareToken(value);
    if (
      schemeAlone.test(value.trim()) ||
      vendorScheme.test(value.trim()) ||
      (text === '' && value.trim() !== '' && parsed.scheme !== 'basic')
    )
      return [{ written: value.trim(), stands: '', name, kind: 'nothing', place }];
    if (parsed.scheme === 'basic') return inBasic(parsed.rest, name, place);
    if (withoutKey.test(value)) return [{ written: 'Credential=', stands: '', name, kind: 'nothing', place }];
    const found =
      placeholderIn(text) ??
      constantIn(text) ??
      inPieces(text) ??
      (parsed.scheme === '' ? undefined : placeholderIn(parsed.rest));
    if (found === undefined) return [];
    const at = value.indexOf(found.written, offset);
    return [{ ...found, name, place: within(place, at < 0 ? offset : at, found.written) }];
  }
  if (credential.in === 'field' && value.trim() === '')
    return [{ written: '', stands: '', name, kind: 'nothing', place }];
  const found =
    placeholderIn(bareToken(value).text) ??
    (credential.in === 'field' ? (inPieces(value) ?? constantIn(value.trim())) : undefined);
  if ((found?.kind === 'sample' || found?.kind === 'masked') && credential.in === 'cookie') return [];
  return found === undefined ? [] : [{ ...found, name, place }];
};

/** Structured keys such as `user@realm!TOKENID=…` hold the sample as one piece. */
const inPieces = (text: string): PlaceholderForm | undefined => {
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
  const pair = byteStringOfBase64(rest);
  if (raw !== undefined && (raw.kind !== 'nothing' || pair?.includes(':') !== true))
    return [{ ...raw, name, place }];
  if (pair === undefined) return [];
  const colon = pair.indexOf(':');
  if (pair === ':') return [{ written: 'Basic', stands: '', name, kind: 'nothing', place }];
  if (/^username:password$/i.test(pair))
    return [{ written: pair, stands: 'user and password', name, kind: 'sample', place }];
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
  /^(client_id|client_secret|password|refresh_token|code|api_?key|token|username|access_token|assertion|app_?(?:key|secret|id|token)|secret(?:_?key)?|auth_?(?:key|token))$/i;

/** Marks that stand in no audience, scope or address of a token request. */
const variable = /\$\{\{?\s*[\w.]+\s*\}|\{\{\s*[\w.]+\s*\}\}/;

export const placeholdersIn = (
  credentials: readonly SentCredential[],
  form: readonly FormValue[],
  exchange: number,
): readonly Placeholder[] => {
  const exchanges = form.some(({ name }) => /^grant_?type$/i.test(name));
  return [
    ...credentials.flatMap(inCredential),
    ...form.flatMap(({ name, value, span }) => {
      const found =
        secretFormName.test(name) || (exchanges && variable.test(value)) ? placeholderIn(value) : undefined;
      if (
        found === undefined ||
        (found.kind === 'sample' && /^(test|password|secret|123456|12345678)$/i.test(value))
      )
        return [];
      const place: Place = { in: 'body', exchange, side: 'request', ...(span === undefined ? {} : { span }) };
      return [{ ...found, name, place }];
    }),
  ];
};
