import { percentDecoded } from '../exchange/percent.ts';
import { sameName } from '../exchange/fields.ts';
import { maskSecret } from '../exchange/redact.ts';
import { isSecretField, isSecretName } from '../exchange/secret-names.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { plainSecret, type SecretText } from '../workspace/secret.ts';
import { schemeById } from '../schemes/index.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { withOwnAuth } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** The one secret of the request, where it stands, and the request without it. */
interface InHand {
  readonly secret: SecretText;
  readonly where: string;
  readonly without: Draft;
}

const ofOwnAuth = (draft: Draft): InHand | undefined => {
  if (draft.auth.kind !== 'own') return undefined;
  const { scheme, settings } = draft.auth;
  const value =
    scheme === 'bearer' ? settings['token'] : scheme === 'api-key' ? settings['value'] : undefined;
  if (typeof value !== 'object') return undefined;
  const name = settings['name'];
  return {
    secret: value,
    where: scheme === 'bearer' ? 'Authorization: Bearer' : `${typeof name === 'string' ? name : 'API key'}:`,
    without: { ...draft, auth: { kind: 'none' } },
  };
};

const ofTypedField = (draft: Draft): InHand | undefined => {
  const field = draft.fields.find(({ name, on }) => on && isSecretField(name) && !/^cookie$/i.test(name));
  if (field === undefined) return undefined;
  const credentials = sameName(field.name, 'Authorization') ? parseCredentials(field.value) : undefined;
  if (credentials?.scheme === 'basic') return undefined;
  const text = credentials === undefined || credentials.scheme === '' ? field.value.trim() : credentials.rest;
  return {
    secret: plainSecret(text),
    where: `${field.name}:${credentials === undefined || credentials.spelled === '' ? '' : ` ${credentials.spelled}`}`,
    without: { ...draft, fields: draft.fields.filter((other) => other !== field) },
  };
};

const ofQuery = (draft: Draft): InHand | undefined => {
  const param = draft.params.find(({ name, on, value }) => on && value !== undefined && isSecretName(name));
  return param?.value === undefined
    ? undefined
    : {
        secret: plainSecret(percentDecoded(param.value)),
        where: `?${param.name}=`,
        without: { ...draft, params: draft.params.filter((other) => other !== param) },
      };
};

/** The named place, as a scheme of ours. */
const target = (
  name: string,
  place: string,
  scheme: string,
): {
  readonly scheme: string;
  readonly secret: string;
  readonly fixed: SchemeSettings;
  readonly shown: string;
} =>
  sameName(name, 'Authorization')
    ? {
        scheme: 'bearer',
        secret: 'token',
        fixed: { prefix: scheme },
        shown: `Authorization: ${scheme} ${maskSecret('')}`,
      }
    : {
        scheme: 'api-key',
        secret: 'value',
        fixed: { name, place },
        shown: place === 'query' ? `?${name}=${maskSecret('')}` : `${name}: ${maskSecret('')}`,
      };

/** Takes the credential out of where it stands and sends it in the field, parameter or cookie that the server names. */
export const moveCredential = defineRemedy({
  id: 'move-credential',
  plan(situation, offer) {
    const { name, place = 'header', scheme = 'Bearer' } = offer.values ?? {};
    const { draft } = situation;
    const inHand = ofOwnAuth(draft) ?? ofTypedField(draft) ?? ofQuery(draft);
    if (name === undefined || inHand === undefined) return undefined;
    const to = target(name, place, scheme);
    const initial = schemeById(to.scheme)?.initial;
    return (
      initial &&
      resend(situation, {
        id: 'move-credential',
        label: `Move it to ${name} and retry`,
        changes: [{ before: `${inHand.where} ${maskSecret('')}`.replace('= ', '='), after: to.shown }],
        apply: () =>
          withOwnAuth(inHand.without, to.scheme, {
            ...initial,
            ...to.fixed,
            [to.secret]: inHand.secret,
          }),
      })
    );
  },
});
