import type { RemedyOffer } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { secretsOf } from './remembered.ts';

/** Where an earlier request carried the secret with which it was accepted. */
export interface AcceptedPlace {
  readonly name: string;
  readonly place: 'query' | 'header';
  /** What stood before the secret in Authorization. */
  readonly scheme?: string;
}

/** Shorter secrets are alike by chance. */
const TELLING = 12;

/** The place of the same secret in an earlier request; nothing where it stood in a pair, a cookie or a body. */
export const acceptedPlace = (facts: Facts, { exchange }: EarlierExchange): AcceptedPlace | undefined => {
  const secrets = facts.credentials.flatMap(secretsOf).filter(({ length }) => length >= TELLING);
  const params = [...(URL.parse(exchange.request.url)?.searchParams ?? [])];
  const param = params.find(([, value]) => secrets.includes(value));
  if (param !== undefined) return { name: param[0], place: 'query' };
  for (const { name, value } of exchange.request.fields) {
    const secret = secrets.find((one) => value.trim() === one || value.endsWith(` ${one}`));
    if (secret === undefined || /^cookie$/i.test(name)) continue;
    const scheme = value.slice(0, value.length - secret.length).trim();
    return { name, place: 'header', ...(scheme === '' ? {} : { scheme }) };
  }
  return undefined;
};

/** "the parameter apikey", "X-Api-Key". */
export const acceptedPlaceInWords = ({ name, place, scheme }: AcceptedPlace): string =>
  place === 'query' ? `the parameter ${name}` : scheme === undefined ? name : `${name} behind ${scheme}`;

export const moveThere = (place: AcceptedPlace | undefined): readonly RemedyOffer[] =>
  place === undefined ? [] : [{ id: 'move-credential', values: { ...place } }];
