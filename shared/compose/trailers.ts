import type { SentField } from '../exchange/exchange.ts';
import { fieldNamed, valuesOf } from '../exchange/fields.ts';

/** Fields that say how to read, route or admit the message: behind the body they come too late (RFC 9110 §6.5.1). */
const headOnly = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'host',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
]);

export interface ParcelledFields {
  readonly head: readonly SentField[];
  /** Sent behind the body (RFC 9110 §6.5); each was named by a `Trailer` field. */
  readonly trailers: readonly SentField[];
}

/**
 * Takes out of what was typed the fields that a typed `Trailer` field names. Without a body, or with one whose length
 * was typed, there is no place behind it: all stay in the head.
 */
export const parcelled = (typed: readonly SentField[], hasBody: boolean): ParcelledFields => {
  const named = valuesOf(typed, 'Trailer')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim().toLowerCase());
  if (!hasBody || fieldNamed(typed, 'Content-Length') !== undefined) return { head: typed, trailers: [] };
  const isTrailer = ({ name }: SentField): boolean =>
    named.includes(name.toLowerCase()) && !headOnly.has(name.toLowerCase());
  return {
    head: typed.filter((field) => !isTrailer(field)),
    trailers: typed.filter(isTrailer).map((field) => ({
      ...field,
      origin: { from: 'typed', note: 'you, after the body' },
    })),
  };
};
