import type { Facts } from '../facts.ts';
import { saidOf } from '../heard.ts';
import type { Statement } from './statements.ts';

/** The answer expects the very audience or issuer that the token has, and names another that it found. */
export interface OtherToken {
  readonly claim: 'aud' | 'iss';
  readonly value: string;
  readonly statement: Statement;
}

/** Shorter values stand in sentences by chance. */
const TELLING = 4;

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** What reached the server is another token than the one that was sent: something on the way put its own into the field. */
export const otherTokenSeen = (facts: Facts): OtherToken | undefined => {
  const claims = facts.token?.jwt?.claims;
  if (claims === undefined) return undefined;
  const said = saidOf(
    facts,
    /\b(?:expect(?:ed|s|ing)|must be|should be|wanted)\b(?:(?!\b(?:but|got|found|received|has|have|was|is)\b)[^])*/i,
  );
  if (said === undefined) return undefined;
  const [words] = said.match;
  for (const claim of ['aud', 'iss'] as const)
    for (const value of textsOf(claims[claim]))
      if (
        value.length >= TELLING &&
        words.includes(value) &&
        /\baud|\biss|client/i.test(said.statement.text) &&
        said.statement.text.split(value).length === 2
      )
        return { claim, value, statement: said.statement };
  return undefined;
};
