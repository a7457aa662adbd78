import type { OpenSettings } from '../schemes/scheme.ts';
import type { Draft, DraftBody, Switchable } from '../workspace/draft.ts';

/** Values by name. Names are what stands between the braces, spaces around it not counted. */
export type Variables = ReadonlyMap<string, string>;

export interface Filled<T> {
  readonly value: T;
  /** Names without a value, each once, in order of appearance. They stay in the text as typed. */
  readonly unresolved: readonly string[];
}

const placeholder = /\{\{\s*([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}/g;

/** A value may hold variables itself, those of its own no further: so a circle ends, and its names are reported. */
const levels = 2;

/** Names of the placeholders in a text, as written between the braces. */
export const placeholderNames = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name = '']) => name);

/** Where the placeholders of a text stand, in UTF-16 code units. */
export const placeholderSpans = (
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(placeholder)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    start: index,
    end: index + whole.length,
  }));

/** Puts values in place of `{{name}}`, verbatim: nothing is quoted or encoded. */
export const substitute = (text: string, variables: Variables): Filled<string> => {
  const names = new Set<string>();
  const value = fill(text, variables, levels, names);
  return { value, unresolved: [...names] };
};

const fill = (text: string, variables: Variables, level: number, unresolved: Set<string>): string =>
  text.replace(placeholder, (whole, name: string) => {
    const value = level > 0 ? variables.get(name) : undefined;
    if (value !== undefined) return fill(value, variables, level - 1, unresolved);
    unresolved.add(name);
    return whole;
  });

/** Fills everything of a draft that will be sent; what is switched off stays as it is and is not reported. */
export const fillDraft = (draft: Draft, variables: Variables): Filled<Draft> => {
  const names = new Set<string>();
  const text = (given: string): string => fill(given, variables, levels, names);
  const row = <R extends Switchable>(given: R): R =>
    given.on ? { ...given, name: text(given.name), value: text(given.value) } : given;
  const value: Draft = {
    ...draft,
    method: text(draft.method),
    url: text(draft.url),
    params: draft.params.map((param) =>
      param.on
        ? {
            ...param,
            name: text(param.name),
            ...(param.value === undefined ? {} : { value: text(param.value) }),
          }
        : param,
    ),
    pathParams: draft.pathParams.map(({ name, value: given }) => ({ name, value: text(given) })),
    fields: draft.fields.map(row),
    body: fillBody(draft.body, text, row),
  };
  return { value, unresolved: [...names] };
};

const fillBody = (
  body: DraftBody,
  text: (given: string) => string,
  row: (given: Switchable) => Switchable,
): DraftBody => {
  switch (body.kind) {
    case 'none':
    case 'bytes':
      return body;
    case 'text':
      return { ...body, text: text(body.text), contentType: text(body.contentType) };
    case 'graphql':
      return {
        ...body,
        query: text(body.query),
        variables: text(body.variables),
        operationName: text(body.operationName),
      };
    case 'form':
      return { ...body, fields: body.fields.map(row) };
    case 'multipart':
      return {
        ...body,
        parts: body.parts.map((part) =>
          part.on
            ? {
                ...part,
                name: text(part.name),
                ...(part.value === undefined ? {} : { value: text(part.value) }),
                ...(part.file === undefined ? {} : { file: text(part.file) }),
                ...(part.fileName === undefined ? {} : { fileName: text(part.fileName) }),
              }
            : part,
        ),
      };
    case 'file':
      return { ...body, path: text(body.path), contentType: text(body.contentType) };
    default:
      return body satisfies never;
  }
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Names without a value in the texts that say how a draft travels: proxy, files of certificates, addresses. */
export const unresolvedInSettings = (
  settings: Draft['settings'],
  variables: Variables,
): readonly string[] => [
  ...new Set(
    textsIn({ ...settings, trustedOrigins: [] }).flatMap((text) => substitute(text, variables).unresolved),
  ),
];

/** Fills the texts of a scheme's settings, opened secrets included. */
export const fillSettings = (settings: OpenSettings, variables: Variables): Filled<OpenSettings> => {
  const names = new Set<string>();
  const value = Object.fromEntries(
    Object.entries(settings).map(([name, given]) => [
      name,
      typeof given === 'string' ? fill(given, variables, levels, names) : given,
    ]),
  );
  return { value, unresolved: [...names] };
};
