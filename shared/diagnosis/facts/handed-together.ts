import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { lostField } from './lost-field.ts';
import { textOfBody } from './response-body.ts';

/** What a login handed out beside the key, and what the request does not carry. */
export interface HandedTogether {
  readonly index: number;
  /** Name of the member: "userId". */
  readonly name: string;
  /** The field that does carry the key. */
  readonly sent: string;
}

/** Tells for whom a key is meant. */
const companion = /^(?:user|account|tenant|org(?:ani[sz]ation)?|workspace|site|client|company)[_-]?id$/i;

/** Shorter values stand in requests and answers by chance. */
const TELLING = 4;

/**
 * The id that an earlier answer of this server gave together with the key of a field of its own, where the answer misses a
 * login and nothing in the request holds that id.
 */
export const handedTogether = (facts: Facts): HandedTogether | undefined => {
  const lost = lostField(facts);
  if (lost === undefined || lost.named || lost.sent.value.length < 4 * TELLING) return undefined;
  const key = lost.sent.value;
  const { url, fields } = facts.exchange.request;
  const carried = [url, ...fields.map(({ value }) => value)];
  for (const { exchange, index, accepted, sameOrigin } of facts.earlier.toReversed()) {
    const response = accepted && sameOrigin ? responseOf(exchange) : undefined;
    const body = response === undefined ? '' : textOfBody(response.body);
    const beside = body.includes(key) ? recordWith(parseJson(body), key) : undefined;
    const found = Object.entries(beside ?? {}).find(
      ([name, value]) =>
        companion.test(name) &&
        (typeof value === 'string' || typeof value === 'number') &&
        String(value).length >= TELLING &&
        !carried.some((text) => text.includes(String(value))),
    );
    if (found !== undefined) return { index, name: found[0], sent: lost.sent.name };
  }
  return undefined;
};

/** The object of which one member is this text. */
const recordWith = (
  value: unknown,
  text: string,
  depth = 0,
): Readonly<Record<string, unknown>> | undefined => {
  if (!isRecord(value) || depth > 4) return undefined;
  const members = Object.values(value);
  if (members.includes(text)) return value;
  for (const member of members) {
    const inside = recordWith(member, text, depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
};
