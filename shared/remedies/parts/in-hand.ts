import { percentDecoded } from '../../exchange/percent.ts';
import { sameName } from '../../exchange/fields.ts';
import { isSecretField, isSecretName } from '../../exchange/secret-names.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';
import type { Draft } from '../../workspace/draft.ts';
import { plainSecret, type SecretText } from '../../workspace/secret.ts';

/** The one secret of the request, where it stands, and the request without it. */
export interface InHand {
  readonly secret: SecretText;
  readonly where: string;
  readonly without: Draft;
}

/** One that was typed as a field or parameter: it can be typed anew in its place. */
export interface TypedSecret extends InHand {
  readonly name: string;
  replaced(value: string): Draft;
}

const ofField = (draft: Draft): TypedSecret | undefined => {
  const field = draft.fields.find(({ name, on }) => on && isSecretField(name) && !/^cookie$/i.test(name));
  if (field === undefined) return undefined;
  const credentials = sameName(field.name, 'Authorization') ? parseCredentials(field.value) : undefined;
  if (credentials?.scheme === 'basic') return undefined;
  const word = credentials === undefined || credentials.scheme === '' ? '' : credentials.spelled;
  const text = word === '' ? field.value.trim() : (credentials?.rest ?? '');
  const withValue = (value: string): Draft => ({
    ...draft,
    fields: draft.fields.map((other) =>
      other === field ? { ...field, value: word === '' ? value : `${word} ${value}` } : other,
    ),
  });
  return {
    name: field.name,
    secret: plainSecret(text),
    where: `${field.name}:${word === '' ? '' : ` ${word}`}`,
    without: { ...draft, fields: draft.fields.filter((other) => other !== field) },
    replaced: withValue,
  };
};

const ofQuery = (draft: Draft): TypedSecret | undefined => {
  const param = draft.params.find(({ name, on, value }) => on && value !== undefined && isSecretName(name));
  return param?.value === undefined
    ? undefined
    : {
        name: param.name,
        secret: plainSecret(percentDecoded(param.value)),
        where: `?${param.name}=`,
        without: { ...draft, params: draft.params.filter((other) => other !== param) },
        replaced: (value) => ({
          ...draft,
          params: draft.params.map((other) =>
            other === param ? { ...param, value: encodeURIComponent(value) } : other,
          ),
        }),
      };
};

/** The secret that stands in a field or in the address, if it is no pair of user and password. */
export const typedSecret = (draft: Draft): TypedSecret | undefined => ofField(draft) ?? ofQuery(draft);
