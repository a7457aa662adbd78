import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

const asksForWord =
  /\b(?:(?:must|should|has to|needs to) (?:start|begin) with|(?:does|did)(?: not|n['\u2019]t) (?:start|begin) with|(?:must|should) have the (?:prefix|scheme)) (?:the (?:word|prefix|scheme) )?['"`\u201c]?(bearer|basic|token|digest)\b/i;

/**
 * The answer misses the very word with which the field that was sent begins, spelled the same: what it read is not what
 * left the client.
 */
export const deniedWord = (facts: Facts): Said | undefined => {
  const { parsed } = facts.authorization ?? {};
  if (parsed === undefined || parsed.rest.trim() === '' || facts.headerFaults.length > 0) return undefined;
  const said = saidOf(facts, asksForWord, /missing|\bor\b|invalid/i);
  return said?.match[1] === parsed.spelled ? said : undefined;
};
