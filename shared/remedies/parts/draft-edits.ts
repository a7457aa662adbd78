import { sameName } from '../../exchange/fields.ts';
import { plainSecret } from '../../workspace/secret.ts';
import { splitUrl, type Draft, type DraftAuth, type SchemeSettings } from '../../workspace/draft.ts';

/** Small changes of a draft that remedies are made of. All pure. */

export const withTypedField = (draft: Draft, name: string, value: string): Draft => {
  const at = draft.fields.findIndex((field) => field.on && sameName(field.name, name));
  const field = { name, value, on: true };
  return {
    ...draft,
    fields:
      at < 0
        ? [...draft.fields, field]
        : draft.fields.map((old, index) => (index === at ? { ...field, name: old.name } : old)),
  };
};

/** Takes the typed field out, because a scheme takes its place. */
export const withoutTypedField = (draft: Draft, name: string): Draft => ({
  ...draft,
  fields: draft.fields.filter((field) => !sameName(field.name, name)),
});

export const withOwnAuth = (draft: Draft, scheme: string, settings: SchemeSettings): Draft => ({
  ...withoutTypedField(draft, 'Authorization'),
  auth: { kind: 'own', scheme, settings },
});

export const withUrl = (draft: Draft, address: string): Draft => {
  const { url, params } = splitUrl(address);
  return { ...draft, url, params: [...params] };
};

export const withTrustedOrigin = (draft: Draft, origin: string): Draft => ({
  ...draft,
  settings: {
    ...draft.settings,
    trustedOrigins: [...new Set([...draft.settings.trustedOrigins, origin])],
  },
});

const replaceIn = (auth: DraftAuth, from: string, to: string): DraftAuth => {
  if (auth.kind !== 'own') return auth;
  const settings: SchemeSettings = {};
  for (const [name, value] of Object.entries(auth.settings)) {
    settings[name] =
      typeof value === 'string'
        ? value.replaceAll(from, to)
        : typeof value === 'object' && 'plain' in value
          ? plainSecret(value.plain.replaceAll(from, to))
          : value;
  }
  return { ...auth, settings };
};

const withBodyFilled = (body: Draft['body'], fill: (text: string) => string): Draft['body'] => {
  if (body.kind === 'text') return { ...body, text: fill(body.text) };
  return body.kind === 'graphql'
    ? { ...body, query: fill(body.query), variables: fill(body.variables) }
    : body;
};

/** Replaces a placeholder wherever the request holds it: address, query, fields, text body, own auth. */
export const withPlaceholderFilled = (draft: Draft, placeholder: string, value: string): Draft => {
  if (placeholder === '') return draft;
  const fill = (text: string): string => text.replaceAll(placeholder, value);
  return {
    ...draft,
    url: fill(draft.url),
    params: draft.params.map((param) => ({
      ...param,
      name: fill(param.name),
      ...(param.value === undefined ? {} : { value: fill(param.value) }),
    })),
    fields: draft.fields.map((field) => ({ ...field, value: fill(field.value) })),
    body: withBodyFilled(draft.body, fill),
    auth: replaceIn(draft.auth, placeholder, value),
  };
};

/** The typed Authorization field, if one is on. */
export const typedField = (draft: Draft, name: string): string | undefined =>
  draft.fields.find((field) => field.on && sameName(field.name, name))?.value;
