import { z } from 'zod';
import { decodeText, savedTextSchema, wholeIf, type SecretSink, type SecretSource } from './saved-text.ts';
import type { Variable } from './variable.ts';

/** How the files of requests, folders and environments hold variables: the values of secret ones are in the vault. */
export const savedVariablesSchema = z.array(
  z.strictObject({
    name: z.string(),
    value: savedTextSchema,
    secret: z.literal(true).optional(),
    off: z.literal(true).optional(),
  }),
);
type SavedVariables = z.infer<typeof savedVariablesSchema>;

/** Secret and plain variables have places of their own: one that is no secret any more goes back into the file. */
const variablePlace = (secret: boolean, name: string, index: number): string =>
  `${secret ? 'secrets' : 'variables'}/${name}/${index}`;

/** Occurrence of a name among those before it: a place that does not move when others do. */
const nth = (names: readonly { readonly name: string }[], index: number): number =>
  names.slice(0, index).filter((other) => other.name === names[index]?.name).length;

/** The `variables` of a document, as a part of it; nothing where there are none. */
export const encodeVariables = (
  variables: readonly Variable[] | undefined,
  sink: SecretSink,
): { variables?: SavedVariables } =>
  variables === undefined || variables.length === 0
    ? {}
    : {
        variables: variables.map((variable, index, all) => ({
          name: variable.name,
          value: sink.text(
            variablePlace(variable.secret, variable.name, nth(all, index)),
            variable.value,
            wholeIf(variable.secret, variable.value),
          ),
          ...(variable.secret ? { secret: true as const } : {}),
          ...(variable.on ? {} : { off: true as const }),
        })),
      };

export const decodeVariables = (saved: SavedVariables | undefined, source: SecretSource): Variable[] =>
  (saved ?? []).map((variable, index, all) => ({
    name: variable.name,
    value: decodeText(
      variable.value,
      variablePlace(variable.secret === true, variable.name, nth(all, index)),
      source,
    ),
    on: variable.off !== true,
    secret: variable.secret === true,
  }));

/** For a value that leaves its variables out where it has none. */
export const decodeOwnVariables = (
  saved: SavedVariables | undefined,
  source: SecretSource,
): { variables?: Variable[] } =>
  saved === undefined || saved.length === 0 ? {} : { variables: decodeVariables(saved, source) };
