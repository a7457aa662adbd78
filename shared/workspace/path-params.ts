import { z } from 'zod';

/** The value of a segment ":name" of an address's path. Percent-encoded on its way out. */
export const pathParamSchema = z.object({ name: z.string(), value: z.string() });
export type PathParam = z.infer<typeof pathParamSchema>;

/** A whole segment: what ends in ":verb", as in Google's custom methods, is none. */
const segment = /(?<=^[^?]*\/):([A-Za-z_][\w-]*)(?=[/?]|$)/g;

/** Names of the segments ":name" in a typed address, each once, in order. */
export const pathParamNames = (url: string): readonly string[] => [
  ...new Set([...url.matchAll(segment)].map(([, name = '']) => name)),
];

/** The address with values in the places of ":name"; `missing` are those without one, which stay as typed. */
export const fillPathParams = (
  url: string,
  params: readonly PathParam[],
): { readonly url: string; readonly missing: readonly string[] } => {
  const values = new Map(params.map(({ name, value }) => [name, value]));
  const missing = new Set<string>();
  const filled = url.replace(segment, (whole, name: string) => {
    const value = values.get(name) ?? '';
    if (value !== '') return encodeURIComponent(value.toWellFormed());
    missing.add(whole);
    return whole;
  });
  return { url: filled, missing: [...missing] };
};
