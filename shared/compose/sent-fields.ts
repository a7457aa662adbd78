import { utf8ByteString } from '../exchange/bytes.ts';
import type { SentField } from '../exchange/exchange.ts';
import { fieldNamed } from '../exchange/fields.ts';
import type { Draft } from '../workspace/draft.ts';
import { defaultFields, type DefaultsWorld } from './defaults.ts';

/** RFC 9110 §5.6.2. */
export const isToken = (text: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);

/** Rows that are on, in typed order; a row without name and value is the table's empty last one. Values are UTF-8. */
export const typedFields = (rows: Draft['fields']): readonly SentField[] =>
  rows
    .filter(({ name, value, on }) => on && (name !== '' || value !== ''))
    .map(({ name, value }) => ({
      name: utf8ByteString(name),
      value: utf8ByteString(value),
      origin: { from: 'typed', note: 'you' },
    }));

/** Host first (RFC 9112 §3.2), then what was typed, then the other defaults. A typed field replaces a default. */
export const withDefaults = (
  typed: readonly SentField[],
  off: readonly string[],
  world: DefaultsWorld,
): readonly SentField[] => {
  const added = defaultFields.flatMap(({ key, name, from, note, value }): readonly SentField[] => {
    if (off.includes(key) || fieldNamed(typed, name) !== undefined) return [];
    const given = value(world);
    return given === undefined ? [] : [{ name, value: utf8ByteString(given), origin: { from, note } }];
  });
  const isHost = ({ name }: SentField): boolean => name === 'Host';
  return [...added.filter(isHost), ...typed, ...added.filter((field) => !isHost(field))];
};

/** Why a field cannot go into a head at all, one sentence. Spaces and odd characters can, and are sent as they are. */
export const fieldProblem = ({ name, value, origin }: SentField): string | undefined => {
  const whose = origin?.from === 'auth' ? ` of ${origin.note}` : '';
  if (name === '') return `A field has a value, "${value.slice(0, 20)}", but no name.`;
  if (!isToken(name))
    return `"${name}" cannot be the name of a field; remove its spaces and special characters.`;
  if (/[\r\n]/.test(value)) return `The ${name} field${whose} contains a line break; remove it.`;
  if (value.includes('\0')) return `The ${name} field${whose} contains a NUL character; remove it.`;
  return undefined;
};
