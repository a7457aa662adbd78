import { z } from 'zod';
import type { Span } from '../http-auth/auth.ts';
import type { SecretText } from './secret.ts';

/**
 * Texts as a file of the workspace holds them. Where a text holds secrets, `{ secret: <id> }` stands in their place and
 * the vault holds the value: the whole text, or one piece of a list whose pieces, joined, are the text.
 */

/** Ids are random and of one shape, so that a file from elsewhere cannot point at anything else the vault holds. */
const savedSecretSchema = z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) });

export const savedTextSchema = z.union([
  z.string(),
  savedSecretSchema,
  z.array(z.union([z.string(), savedSecretSchema])).min(1),
]);
export type SavedText = z.infer<typeof savedTextSchema>;

/** A setting that is a secret by its kind: in the vault, or in plain where it names nothing but variables. */
export const savedSettingSecretSchema = z.union([savedSecretSchema, z.strictObject({ text: z.string() })]);
export type SavedSettingSecret = z.infer<typeof savedSettingSecretSchema>;

/** Where secrets go while a document is encoded. `place` names the spot in the document: "fields/authorization/0". */
export interface SecretSink {
  text(place: string, text: string, spans: readonly Span[]): SavedText;
  setting(place: string, secret: SecretText): SavedSettingSecret;
}

/** Where secrets come from while a document is decoded. */
export interface SecretSource {
  /** Empty where the vault does not hold it, as on a machine that got the workspace from somebody else. */
  text(place: string, id: string): string;
  setting(place: string, id: string): SecretText;
}

/** The place of one piece of a text. */
export const piecePlace = (place: string, index: number): string =>
  index === 0 ? place : `${place}#${index}`;

export const decodeText = (saved: SavedText, place: string, source: SecretSource): string => {
  if (typeof saved === 'string') return saved;
  const pieces = Array.isArray(saved) ? saved : [saved];
  let seen = 0;
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const text = source.text(piecePlace(place, seen), piece.secret);
      seen += 1;
      return text;
    })
    .join('');
};

export const decodeSetting = (saved: SavedSettingSecret, place: string, source: SecretSource): SecretText =>
  'text' in saved ? { plain: saved.text } : source.setting(place, saved.secret);

const whole = (text: string): readonly Span[] => [{ start: 0, end: text.length }];

/** The whole text is a secret if `yes`. */
export const wholeIf = (yes: boolean, text: string): readonly Span[] => (yes ? whole(text) : []);
