import {
  base64OfByteString,
  byteStringOfBase64,
  latin1ByteString,
  utf8ByteString,
  utf8OfBytes,
} from '../exchange/bytes.ts';
import { sameName } from '../exchange/fields.ts';
import { maskField } from '../exchange/redact.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { schemeById } from '../schemes/index.ts';
import type { Draft } from '../workspace/draft.ts';
import { typedField, withPlaceholderFilled, withTypedField } from './draft-edits.ts';
import { defineRemedy } from './remedy.ts';
import { resend } from './wording.ts';

const line = (name: string, value: string): string => `${name}: ${maskField({ name, value })}`;

const lineOf = (name: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : line(name, value);

/** The typed field under its right name, where the wrong one stood. */
const withMoved = (draft: Draft, wrong: string, name: string, value: string): Draft | undefined =>
  typedField(draft, wrong) === undefined || typedField(draft, name) !== undefined
    ? undefined
    : {
        ...draft,
        fields: draft.fields.map((field) =>
          sameName(field.name, wrong) ? { name, value, on: true } : field,
        ),
      };

/** Puts a repaired value where the faulty one came from: the typed field, or the settings of the request's own scheme. */
const withRepaired = (draft: Draft, name: string, value: string): Draft | undefined => {
  if (typedField(draft, name) !== undefined) return withTypedField(draft, name, value);
  if (draft.auth.kind !== 'own') return undefined;
  const read = schemeById(draft.auth.scheme)?.recognise?.({ url: draft.url, fields: [{ name, value }] });
  return (
    read && { ...draft, auth: { ...draft.auth, settings: { ...draft.auth.settings, ...read.settings } } }
  );
};

export const repairHeader = defineRemedy({
  id: 'repair-header',
  plan(situation, offer) {
    const { name, value, instead } = offer.values ?? {};
    if (name === undefined || value === undefined) return undefined;
    const wrong = instead ?? name;
    const repaired =
      instead === undefined
        ? withRepaired(situation.draft, name, value)
        : withMoved(situation.draft, instead, name, value);
    if (repaired === undefined) return undefined;
    return resend(situation, {
      id: 'repair-header',
      label: instead === undefined ? 'Repair the field and retry' : `Send it as ${name} and retry`,
      changes: [
        {
          before: lineOf(wrong, sentValue(situation.attempt, wrong)),
          after: line(name, value),
        },
      ],
      apply: () => repaired,
    });
  },
});

const sentValue = (
  attempt: { exchanges: readonly { request: { fields: readonly { name: string; value: string }[] } }[] },
  name: string,
): string | undefined =>
  attempt.exchanges
    .flatMap((exchange) => exchange.request.fields)
    .findLast((field) => field.name.toLowerCase() === name.toLowerCase())?.value;

export const fillPlaceholder = defineRemedy({
  id: 'fill-placeholder',
  plan(situation, offer) {
    const { placeholder, name } = offer.values ?? {};
    if (placeholder === undefined || placeholder === '') return undefined;
    const filled = (value: string): Draft => withPlaceholderFilled(situation.draft, placeholder, value);
    if (JSON.stringify(filled('\u0000')) === JSON.stringify(situation.draft)) return undefined;
    const label = name === undefined || name === '' ? 'the value' : name;
    return resend(situation, {
      id: 'fill-placeholder',
      label: `Fill in ${label} and retry`,
      changes: [{ before: placeholder, after: `the ${label === 'the value' ? 'value' : label} you give` }],
      question: { kind: 'values', fields: [{ name: 'value', label, secret: true, value: '' }] },
      apply: (answers) => filled(answers['value'] ?? ''),
    });
  },
});

const hasCharset = (scheme: string): boolean =>
  schemeById(scheme)?.form.some((field) => field.name === 'charset') === true;

/** The other reading of the same user name and password; `undefined` where it cannot be written so. */
const reencoded = (value: string, charset: string): string | undefined => {
  const { scheme, spelled, rest } = parseCredentials(value);
  const bytes = scheme === 'basic' ? byteStringOfBase64(rest) : undefined;
  if (bytes === undefined) return undefined;
  const other = charset === 'utf-8' ? utf8ByteString(bytes) : latin1ByteString(utf8OfBytes(bytes));
  return other === undefined || other === bytes ? undefined : `${spelled} ${base64OfByteString(other)}`;
};

export const reencodeCredentials = defineRemedy({
  id: 'reencode-credentials',
  plan(situation, offer) {
    const charset = offer.values?.['charset'] ?? 'utf-8';
    const { draft } = situation;
    const typed = typedField(draft, 'Authorization');
    const value = typed === undefined ? undefined : reencoded(typed, charset);
    const after: Draft | undefined =
      value !== undefined
        ? withTypedField(draft, 'Authorization', value)
        : draft.auth.kind === 'own' && hasCharset(draft.auth.scheme)
          ? { ...draft, auth: { ...draft.auth, settings: { ...draft.auth.settings, charset } } }
          : undefined;
    if (after === undefined) return undefined;
    const names: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'iso-8859-1': 'Latin-1' };
    const to = names[charset] ?? charset;
    return resend(situation, {
      id: 'reencode-credentials',
      label: `Encode as ${to} and retry`,
      changes: [
        {
          before: `Basic, encoded as ${to === 'UTF-8' ? 'Latin-1' : 'UTF-8'}`,
          after: `Basic, encoded as ${to}`,
        },
      ],
      apply: () => after,
    });
  },
});
