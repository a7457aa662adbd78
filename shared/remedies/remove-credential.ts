import { sameName } from '../exchange/fields.ts';
import { maskSecret } from '../exchange/redact.ts';
import type { Draft } from '../workspace/draft.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

type Taking = (draft: Draft, name: string) => Draft;

/** All that is typed under the name and, for Authorization, what a scheme would add. */
const wholeField: Taking = (draft, name) => ({
  ...draft,
  fields: draft.fields.filter((field) => !(field.on && sameName(field.name, name))),
  ...(sameName(name, 'Authorization') ? { auth: { kind: 'none' as const } } : {}),
});

/** Every field of the name but the first. */
const furtherFields: Taking = (draft, name) => {
  const first = draft.fields.findIndex((field) => field.on && sameName(field.name, name));
  return {
    ...draft,
    fields: draft.fields.filter((field, at) => at === first || !field.on || !sameName(field.name, name)),
  };
};

const parameter: Taking = (draft, name) => ({
  ...draft,
  params: draft.params.filter((param) => !sameName(param.name, name)),
});

const userinfo: Taking = (draft) => ({ ...draft, url: draft.url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1') });

const takings: Readonly<Record<string, Taking>> = {
  field: wholeField,
  'further-fields': furtherFields,
  query: parameter,
  userinfo,
};

/** Takes one of two credentials out, so that the server finds the one that is meant (RFC 6750 §2). */
export const removeCredential = defineRemedy({
  id: 'remove-credential',
  plan(situation, offer) {
    const { name, from = 'field' } = offer.values ?? {};
    const taking = takings[from];
    if (name === undefined || taking === undefined) return undefined;
    const after = taking(situation.draft, name);
    if (JSON.stringify(after) === JSON.stringify(situation.draft)) return undefined;
    const shown = from === 'query' ? `?${name}=${maskSecret('')}` : `${name}: ${maskSecret('')}`;
    return resend(situation, {
      id: 'remove-credential',
      label: from === 'further-fields' ? `Send ${name} once and retry` : `Send without ${name} and retry`,
      changes: [{ before: from === 'further-fields' ? `${shown}, a second time` : shown, after: undefined }],
      apply: () => after,
    });
  },
});
