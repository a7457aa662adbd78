import type { Pasted } from '../../shared/import/importer.ts';
import { schemes } from '../../shared/schemes/index.ts';
import type { Draft } from '../../shared/workspace/draft.ts';

/** What an answer with these challenges looks like on the wire: it can then be explained like any other answer. */
export const answerOfChallenges = (pasted: Pasted & { readonly kind: 'challenges' }): string => {
  const [status, name] = pasted.proxy
    ? ['407 Proxy Authentication Required', 'Proxy-Authenticate']
    : ['401 Unauthorized', 'WWW-Authenticate'];
  return `HTTP/1.1 ${status}\r\n${pasted.values.map((value) => `${name}: ${value}\r\n`).join('')}\r\n`;
};

/** The draft after a value of Authorization was pasted onto it: as settings of the scheme that is plainly meant. */
export const withCredentials = (draft: Draft, value: string): Draft => {
  const field = { name: 'Authorization', value };
  for (const scheme of schemes()) {
    const recognised = scheme.recognise?.({ url: 'https://localhost/', fields: [field] });
    if (recognised !== undefined) {
      return {
        ...draft,
        auth: { kind: 'own', scheme: scheme.id, settings: recognised.settings },
        fields: withoutFields(draft.fields, recognised.fieldNames),
      };
    }
  }
  return withTypedField(draft, field.name, value);
};

/**
 * A pasted request with the credential that is typed in a field of it as settings of its scheme: so it is masked, can
 * become a profile, and goes to the vault. Damaged ones stay typed, and a key in the query stays in its place.
 */
export const withRecognisedAuth = (draft: Draft): Draft => {
  if (draft.auth.kind !== 'none') return draft;
  const fields = draft.fields.filter((field) => field.on);
  for (const scheme of schemes()) {
    const recognised = scheme.recognise?.({ url: draft.url, fields });
    if (recognised === undefined) continue;
    return {
      ...draft,
      auth: { kind: 'own', scheme: scheme.id, settings: recognised.settings },
      fields: withoutFields(draft.fields, recognised.fieldNames),
    };
  }
  return draft;
};

/** `names` are lower-case. Fields that are switched off are nobody's credentials and stay. */
const withoutFields = (fields: Draft['fields'], names: readonly string[]): Draft['fields'] =>
  fields.filter((field) => !(field.on && names.includes(field.name.toLowerCase())));

/** Replaces a typed field of that name, or adds one. */
export const withTypedField = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  fields: [
    ...draft.fields.filter((field) => field.name.toLowerCase() !== name.toLowerCase()),
    { name, value, on: true },
  ],
});
