import { sameName } from '../exchange/fields.ts';
import { maskSecret } from '../exchange/redact.ts';
import { schemeById } from '../schemes/index.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { withOwnAuth } from './parts/draft-edits.ts';
import { typedSecret, type InHand } from './parts/in-hand.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** The secret of the request’s own scheme. */
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
    const inHand = ofOwnAuth(draft) ?? typedSecret(draft);
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
