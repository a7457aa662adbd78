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
  for (const scheme of schemes) {
    const recognised = scheme.recognise?.({ url: 'https://localhost/', fields: [field] });
    if (recognised !== undefined) {
      return { ...draft, auth: { kind: 'own', scheme: scheme.id, settings: recognised.settings } };
    }
  }
  return withTypedField(draft, field.name, value);
};

/** Replaces a typed field of that name, or adds one. */
export const withTypedField = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  fields: [
    ...draft.fields.filter((field) => field.name.toLowerCase() !== name.toLowerCase()),
    { name, value, on: true },
  ],
});
