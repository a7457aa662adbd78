import type { Field } from './exchange.ts';

/** Field names compare without case (RFC 9110 §5.1). */
export const sameName = (a: string, b: string): boolean =>
  a.length === b.length && (a === b || a.toLowerCase() === b.toLowerCase());

export const fieldsNamed = <F extends Field>(fields: readonly F[], name: string): readonly F[] =>
  fields.filter((field) => sameName(field.name, name));

/** The first field of that name. */
export const fieldNamed = <F extends Field>(fields: readonly F[], name: string): F | undefined =>
  fields.find((field) => sameName(field.name, name));

export const valueOf = (fields: readonly Field[], name: string): string | undefined =>
  fieldNamed(fields, name)?.value;

export const valuesOf = (fields: readonly Field[], name: string): readonly string[] =>
  fieldsNamed(fields, name).map((field) => field.value);

/** Replaces the first field of that name in place and drops its further ones; appends where there is none. */
export const withField = <F extends Field>(fields: readonly F[], field: F): readonly F[] => {
  const at = fields.findIndex((other) => sameName(other.name, field.name));
  if (at < 0) return [...fields, field];
  return fields.flatMap((other, index) =>
    index === at ? [field] : sameName(other.name, field.name) ? [] : [other],
  );
};

export const withoutField = <F extends Field>(fields: readonly F[], name: string): readonly F[] =>
  fields.filter((field) => !sameName(field.name, name));
