import { sameName } from '../exchange/fields.ts';
import { splitUrl, type Draft } from '../workspace/draft.ts';

/** Edits of a draft that take one thing over from another request. All pure. */

export const withFieldValues = (draft: Draft, name: string, values: readonly string[]): Draft => {
  const others = draft.fields.filter((field) => !sameName(field.name, name));
  const lower = name.toLowerCase();
  const fieldsOff = draft.fieldsOff.filter((off) => off !== lower);
  return {
    ...draft,
    fields: [...others, ...values.map((value) => ({ name, value, on: true }))],
    // What is not typed may still come from a default or a scheme.
    fieldsOff: values.length === 0 ? [...fieldsOff, lower] : fieldsOff,
  };
};

/** The field in the place of all that the scheme would add. */
export const withCredentialField = (draft: Draft, name: string, values: readonly string[]): Draft => ({
  ...withFieldValues(draft, name, values),
  auth: { kind: 'none' },
});

export const withParameter = (
  draft: Draft,
  name: string,
  values: readonly (string | undefined)[],
): Draft => ({
  ...draft,
  params: [
    ...draft.params.filter((param) => param.name !== name),
    ...values.map((value) => ({ name, ...(value === undefined ? {} : { value }), on: true })),
  ],
});

/** Replaces parts of the address; `from` is the address as it was sent, variables filled in. */
export const withAddress = (
  draft: Draft,
  from: string,
  change: { readonly origin?: string; readonly path?: string },
): Draft => {
  const sent = new URL(draft.url.includes('{{') || !URL.canParse(draft.url) ? from : draft.url);
  const origin = change.origin ?? sent.origin;
  const path = change.path ?? sent.pathname;
  return { ...draft, url: splitUrl(`${origin}${path}`).url, pathParams: [] };
};

/** A typed Cookie field is the whole truth: the jar adds nothing to it. */
export const withCookie = (
  draft: Draft,
  sent: readonly { readonly name: string; readonly value: string }[],
  name: string,
  value: string | undefined,
): Draft => {
  const typed = draft.fields.find((field) => field.on && sameName(field.name, 'Cookie'))?.value;
  const before = typed === undefined ? sent : cookiesIn(typed);
  const others = before.filter((cookie) => cookie.name !== name);
  const all = value === undefined ? others : [...others, { name, value }];
  return withFieldValues(
    draft,
    'Cookie',
    all.length === 0 ? [] : [all.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ')],
  );
};

const cookiesIn = (text: string): readonly { readonly name: string; readonly value: string }[] =>
  text.split(';').flatMap((piece) => {
    const [name = '', ...rest] = piece.trim().split('=');
    return name === '' ? [] : [{ name, value: rest.join('=') }];
  });
