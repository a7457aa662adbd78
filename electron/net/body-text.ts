import type { Body } from '../../shared/exchange/exchange.ts';
import type { Kept } from './body-keeper.ts';

const textual =
  /^(?:text\/|application\/(?:.*\+)?(?:json|xml|yaml|javascript|ecmascript|graphql|x-www-form-urlencoded|problem|jwt|jose|x-ndjson)|.*\+(?:json|xml)$)/i;
const binary = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:zip|gzip|pdf|wasm))/i;

const mediaTypeOf = (contentType: string | undefined): string => contentType?.split(';', 1)[0]?.trim() ?? '';

const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s";,]+)/i.exec(contentType ?? '')?.[1];

const decoded = (bytes: Uint8Array, charset: string, partial: boolean): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: partial });
  } catch {
    return undefined;
  }
};

/** What occurs in no text, though it would decode. */
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * The text of a body, or `undefined` where it is not text. The stated charset counts; without one it is UTF-8, and for
 * textual types Windows-1252 where the bytes are not UTF-8, which is what unmarked old pages are. A type that says
 * nothing is believed to be text if its bytes look like it. `partial`: the bytes may end within a character.
 */
export const textOf = (
  bytes: Uint8Array,
  contentType: string | undefined,
  partial = false,
): string | undefined => {
  const mediaType = mediaTypeOf(contentType);
  if (binary.test(mediaType)) return undefined;
  const charset = charsetOf(contentType);
  if (charset !== undefined) return decoded(bytes, charset, partial) ?? decoded(bytes, 'utf-8', partial);
  const text = decoded(bytes, 'utf-8', partial);
  if (textual.test(mediaType)) return text ?? decoded(bytes, 'windows-1252', partial);
  return text === undefined || controls.test(text) ? undefined : text;
};

/** The body as the wire model has it. */
export const bodyOf = (kept: Kept, contentType: string | undefined): Body => {
  if (kept.kind === 'file') {
    const head = textOf(kept.head, contentType, true);
    return { kind: 'file', id: kept.id, size: kept.size, ...(head === undefined ? {} : { head }) };
  }
  const { bytes } = kept;
  if (bytes.length === 0) return { kind: 'none' };
  const text = textOf(bytes, contentType);
  return text === undefined
    ? { kind: 'bytes', base64: Buffer.from(bytes).toString('base64'), size: bytes.length }
    : { kind: 'text', text, size: bytes.length };
};
