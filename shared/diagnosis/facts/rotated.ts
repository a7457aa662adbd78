import { fieldsNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import { bareToken } from './sent-tokens.ts';

/** A field in which an accepted answer handed out the next value, while the request still sends the one before. */
export interface Rotated {
  readonly name: string;
  readonly index: number;
}

/** Shorter values are alike by chance. */
const TELLING = 12;

/**
 * Tokens that are good for one request: the answer carries the next one under the name of the field that was sent, or in
 * Authorization.
 */
export const rotatedOf = (facts: Facts): Rotated | undefined => {
  for (const { in: place, name, value } of serverCredentials(facts)) {
    if (place !== 'field' && place !== 'authorization') continue;
    const sent = bareToken(value).text;
    if (sent.length < TELLING) continue;
    const handing = facts.earlier.findLast(
      ({ accepted, sameOrigin, sameCredential, exchange }) =>
        accepted &&
        sameOrigin &&
        sameCredential &&
        fieldsNamed(responseOf(exchange)?.fields ?? [], name).some(({ value: next }) => {
          const text = bareToken(next).text;
          return text.length >= TELLING && text !== sent;
        }),
    );
    if (handing !== undefined) return { name, index: handing.index };
  }
  return undefined;
};
