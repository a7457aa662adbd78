import { valueOf } from '../../exchange/fields.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import type { Clocks } from './clocks.ts';
import { clocksOf } from './clocks.ts';
import { textOfBody } from './response-body.ts';

/** An earlier answer of the same origin that handed out the very token that is now refused. */
export interface Issued {
  readonly index: number;
  /** How long before, seconds; 0 where the file does not say. */
  readonly before: number;
}

/** Shorter values stand in answers by chance. */
const TELLING = 16;

export const issuedHere = (facts: Facts): Issued | undefined => issuedBy(facts, true);

/** Likewise, by whichever server: a token endpoint often has a host of its own. */
export const issuedBefore = (facts: Facts): Issued | undefined => issuedBy(facts, false);

/** The name before a token that is written as a parameter: "auth=alice/8e68…". */
const parameterName = /^[A-Za-z_]{2,12}=(?=[^=])/;

/** The token, or the session or key in a field of its own, or the token in the query; empty where there is none. */
export const tokenText = ({ token, credentials }: Facts): string =>
  token?.text.replace(parameterName, '') ??
  credentials
    .find((one) => one.in === 'field' || (one.in === 'query' && /token/i.test(one.name)))
    ?.value.trim() ??
  '';

const issuedBy = (facts: Facts, here: boolean): Issued | undefined => {
  const text = tokenText(facts);
  if (text.length < TELLING) return undefined;
  const found = facts.earlier.findLast(({ exchange, accepted, sameOrigin }) => {
    const response = responseOf(exchange);
    return (
      accepted && (sameOrigin || !here) && response !== undefined && textOfBody(response.body).includes(text)
    );
  });
  return found === undefined ? undefined : { index: found.index, before: found.before };
};

/** Where an earlier answer holds the value that was sent. */
export interface IssuedAs {
  readonly index: number;
  /** Name of the member or parameter: "refresh_token". */
  readonly name: string;
}

/** Under which name an earlier answer, or redirect, handed out what is now sent as the token. */
export const issuedAs = (facts: Facts): IssuedAs | undefined => {
  const text = tokenText(facts);
  if (text.length < TELLING) return undefined;
  for (const { exchange, index } of facts.earlier.toReversed()) {
    const response = responseOf(exchange);
    const body = response === undefined ? '' : textOfBody(response.body);
    const name =
      (body.includes(text) ? memberWith(parseJson(body), text) : undefined) ??
      parameterWith(valueOf(response?.fields ?? [], 'Location') ?? '', text) ??
      parameterWith(exchange.request.url, text);
    if (name !== undefined) return { index, name };
  }
  return undefined;
};

const memberWith = (value: unknown, text: string, depth = 0): string | undefined => {
  if (!isRecord(value) || depth > 4) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (member === text) return name;
    const inside = memberWith(member, text, depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
};

const parameterWith = (url: string, text: string): string | undefined =>
  url.includes(text)
    ? [...new URLSearchParams(url.slice(url.search(/[?#]/) + 1))].find(([, value]) => value === text)?.[0]
    : undefined;

/** The clocks of the exchange in which the token was issued; absent where it was not seen. */
export const issuerClocks = (facts: Facts): Clocks | undefined => {
  const issued = issuedBefore(facts);
  const exchange = issued === undefined ? undefined : facts.attempt.exchanges[issued.index];
  return exchange === undefined ? undefined : clocksOf(exchange);
};
