import { sameName } from '../../shared/exchange/fields.ts';
import type { Preview } from '../../shared/ipc/replies.ts';
import type { Draft } from '../../shared/workspace/draft.ts';

/** A field that is sent without having been typed, or that would be if it were not switched off. */
export interface GivenField {
  readonly name: string;
  readonly value: string;
  readonly by: string;
  readonly on: boolean;
}

export const givenFields = (
  draft: Pick<Draft, 'fieldsOff'>,
  preview: Preview | undefined,
): readonly GivenField[] => {
  const sent = (preview?.fields ?? [])
    .filter((field) => field.origin !== undefined && field.origin.from !== 'typed')
    .map((field) => ({
      name: field.name,
      value: field.value,
      by: field.origin?.note ?? '',
      on: true,
    }));
  const off = draft.fieldsOff
    .filter((key) => !sent.some((field) => sameName(field.name, key)))
    .map((key) => ({
      name: key.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value: '',
      by: 'switched off',
      on: false,
    }));
  return [...sent, ...off];
};

/** Fields that may stand several times (RFC 9110 §5.3: lists) are no conflict. */
const single = new Set([
  'authorization',
  'host',
  'content-type',
  'content-length',
  'user-agent',
  'proxy-authorization',
]);

/** Whether a typed field will cross the wire beside another one of its name that should be alone. */
export const isSentTwice = (
  name: string,
  draft: Pick<Draft, 'fields'>,
  preview: Preview | undefined,
): boolean => {
  if (!single.has(name.toLowerCase())) return false;
  const fields = preview?.fields ?? draft.fields.filter((field) => field.on);
  return fields.filter((field) => sameName(field.name, name)).length > 1;
};

/** Whether a typed field leaves behind the body, since a `Trailer` field names it. */
export const isTrailer = (name: string, preview: Preview | undefined): boolean =>
  (preview?.trailers ?? []).some((field) => sameName(field.name, name));

/** Number on the tab: what was typed and is on. */
export const typedCount = (fields: Draft['fields']): number | undefined => {
  const count = fields.filter((field) => field.on && field.name !== '').length;
  return count === 0 ? undefined : count;
};
