import type { Cause } from '../causes.ts';
import type { Facts } from '../facts.ts';
import { absentField, hostOf, requestValue, serverCredentials } from '../facts.ts';
import { doorOf } from '../facts/door.ts';
import type { Weighed } from '../rule.ts';
import { quoted, weigh } from '../rule.ts';
import { STATED } from '../weights.ts';
import type { Need, Provider } from './provider.ts';

/** What stands at one of the places: a field, or a parameter of the address or of the form. */
const valueAt = (facts: Facts, place: string): string | undefined => {
  const [where = '', name = ''] = place.split(' ');
  if (where === 'field') return requestValue(facts, name);
  const inForm = facts.form.find((one) => one.name.toLowerCase() === name)?.value;
  return [...(facts.url?.searchParams ?? [])].find(([one]) => one.toLowerCase() === name)?.[1] ?? inForm;
};

/** A call is unmet where no place holds a value of the form. */
const meets = (facts: Facts, { at, form }: Need): boolean =>
  at.some((place) => {
    const value = valueAt(facts, place)?.trim() ?? '';
    return value !== '' && (form?.test(value) ?? true);
  });

/** Whoever calls tells what it is in this field; no credential stands beside it. */
const agent = 'field user-agent';

const applies = (facts: Facts, { at, beside, path }: Need): boolean => {
  if (path?.test(facts.url?.pathname ?? '') === false) return false;
  if (at.includes(agent)) return true;
  const doors = serverCredentials(facts)
    .filter(({ in: where }) => where !== 'cookie')
    .map(doorOf);
  return beside === undefined ? doors.length > 0 : doors.includes(beside);
};

/** The same server took a call without it. */
const didWithout = (facts: Facts, [place = '']: readonly string[]): boolean => {
  const name = place.replace(/^\S+ /, '');
  return facts.earlier.some(
    ({ accepted, sameOrigin, exchange }) =>
      accepted &&
      sameOrigin &&
      exchange.request.fields.every((field) => field.name.toLowerCase() !== name) &&
      !exchange.request.url.toLowerCase().includes(`${name}=`),
  );
};

const spelled = (place: string): string =>
  place.startsWith('query ')
    ? `the parameter ${place.slice(6)}`
    : place.slice(6).replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** A refused call to a product's own address that lacks what every such call must carry beside the credential. */
export const unmetNeed = (
  facts: Facts,
  known: readonly Provider[],
): (Weighed & { readonly cause: Cause }) | undefined => {
  if (facts.tokenRequest || facts.exchange.request.unseen === true) return undefined;
  for (const { name, needs = [], hosts } of known) {
    if (hosts?.test(hostOf(facts)) !== true) continue;
    const need = needs.find((one) => applies(facts, one) && !meets(facts, one) && !didWithout(facts, one.at));
    const [place] = need?.at ?? [];
    if (need === undefined || place === undefined) continue;
    const sent = valueAt(facts, place)?.trim() ?? '';
    const field = place.replace(/^\S+ /, '');
    return {
      cause: place === agent ? 'client-not-allowed' : 'required-header-missing',
      ...weigh(
        STATED,
        sent === ''
          ? `Every such call to ${name} carries ${spelled(place)}, which was not sent`
          : `${name} reads ${spelled(place)} in another form than ${quoted(sent, 40)}`,
        place.startsWith('field ') ? absentField(facts, field) : { in: 'url', exchange: facts.index },
      ),
    };
  }
  return undefined;
};
