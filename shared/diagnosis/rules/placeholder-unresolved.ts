import { acceptedAnywhere } from '../facts/accepted-before.ts';
import type { Facts } from '../facts.ts';
import type { Placeholder } from '../facts/placeholders.ts';
import { defineRule, ruledOut, shortened, support, weigh } from '../rule.ts';
import { PROVEN, STATED, SUGGESTED } from '../weights.ts';

/** What a guide sets in angle brackets is to be replaced with them. */
const isBracketed = ({ written }: Placeholder): boolean => /^<.*>$/.test(written);

/** The field is empty and a credential stands in the address: the client added the field by itself. */
const besideAnother = ({ credentials }: Facts, { stands, name }: Placeholder): boolean =>
  stands === '' &&
  /^authorization$/i.test(name) &&
  credentials.some((one) => one.in === 'query' && one.value.length > 8);

const weightOf = (facts: Facts, placeholder: Placeholder): number => {
  if (besideAnother(facts, placeholder)) return SUGGESTED;
  // Names of clients and directories are chosen or made by the server, and shown in the address.
  if (placeholder.place.in === 'url' && /^(?:client_id|tenant)$/.test(placeholder.name))
    return PROVEN + STATED;
  return (placeholder.kind === 'sample' || placeholder.kind === 'masked') && !isBracketed(placeholder)
    ? STATED
    : PROVEN + 1;
};

const sentence = ({ written, name, stands }: Placeholder): string =>
  written === '' || stands === ''
    ? `${placeOf(name)} was sent empty`
    : `${placeOf(name)} holds the placeholder ${shortened(written, 48)}`;

const placeOf = (name: string): string => (name === 'path' ? 'The path' : name);

const explanation = (placeholder: Placeholder): string => {
  switch (placeholder.kind) {
    case 'template':
      return `The text ${shortened(placeholder.written, 48)} is a variable of the tool that built the request. It was not replaced, because no variable of that name is set where the request ran or because this tool writes variables another way, so the server was handed the name in place of the value.`;
    case 'sample':
      return `${shortened(placeholder.written, 48)} reads like the sample in a guide and not like a credential that a server made. It has to be replaced by your own value.`;
    case 'masked':
      return `${shortened(placeholder.written, 48)} is what a page or a log shows of a key so that nobody can read it. The whole value can be copied only where it was made, often only once; make a new one if it is lost.`;
    case 'nothing':
      return 'The program had no value at that moment and wrote what its language prints for nothing. Look at where the token is read: an environment variable that is not set, a promise that was not awaited, a login that failed before.';
    default:
      return placeholder.kind satisfies never;
  }
};

const remedy = (placeholder: Placeholder) => ({
  id: 'fill-placeholder' as const,
  values: { placeholder: placeholder.written, name: placeholder.stands },
});

/** A template or sample value went out as the credential. Visible in the request alone. */
export const placeholderUnresolved = defineRule({
  cause: 'placeholder-unresolved',
  references: ['RFC 6750 §2.1'],
  explains: [
    'header-malformed',
    'token-malformed',
    'scheme-mismatch',
    'client-authentication-failed',
    'credentials-missing',
    'grant-invalid',
    'token-signature-invalid',
    'header-stripped',
  ],
  phrases: [],
  examine(facts, heard) {
    const [first] = facts.placeholders;
    if (first === undefined) return undefined;
    if (acceptedAnywhere(facts) !== undefined) return ruledOut('The very same value was accepted before');
    return support(
      [
        ...heard,
        ...facts.placeholders.map((placeholder) =>
          weigh(weightOf(facts, placeholder), sentence(placeholder), placeholder.place),
        ),
      ],
      {
        title: `${sentence(first)}${first.stands === '' ? '' : ' instead of a credential'}`,
        explanation: explanation(first),
        remedies: [remedy(first), { id: 'fill-credentials' }],
      },
    );
  },
  foresee: (facts) =>
    facts.placeholders.map((placeholder) => ({
      title: `${sentence(placeholder)}: expect a 401`,
      explanation: explanation(placeholder),
      evidence: [{ text: sentence(placeholder), place: placeholder.place }],
      remedies: [remedy(placeholder)],
      confidence: placeholder.kind === 'sample' || placeholder.kind === 'masked' ? 0.85 : 0.97,
    })),
});
