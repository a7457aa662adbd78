import type { Facts } from '../facts.ts';
import { valueOf } from '../../exchange/fields.ts';
import type { Said } from '../heard.ts';

/** The answer tells how the value of a field begins, and the one that was sent begins otherwise. */
export interface StatedStart {
  readonly name: string;
  readonly start: string;
  readonly said: Said;
}

const told =
  /['"`“]?\b((?:x-)?[a-z][a-z0-9]*(?:-[a-z0-9]+)+|authorization)\b['"`”]?(?: (?:header|field|value))* (?:must|should|has to|needs to|is expected to|does not|did not|doesn['’]t|didn['’]t) (?:start|begin|be prefixed) with (?:the (?:prefix|word|text) )?['"`“]?([a-z][\w-]*[=:_-]?)/i;

export const statedStart = (facts: Facts): StatedStart | undefined => {
  for (const statement of facts.statements) {
    const match = told.exec(statement.text);
    if (match === null) continue;
    const [, name = '', start = ''] = match;
    const value = valueOf(facts.exchange.request.fields, name);
    // Schemes are words of their own, which another rule weighs.
    if (
      value !== undefined &&
      !/^authorization$/i.test(name) &&
      !value.trim().toLowerCase().startsWith(start.toLowerCase())
    )
      return { name, start, said: { statement, match } };
  }
  return undefined;
};
