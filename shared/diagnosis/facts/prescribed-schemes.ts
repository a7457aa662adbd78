import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** A field written out as a model: `Authorization: Ghost [token]`, `"Authorization: Bearer <token>"`. */
const model =
  /\b(?:Authorization['"`]?\s*:|in the (?:format|form)\b:?|(?:format|form) (?:is|must be|should be):?)\s*['"`]?(?:Authorization\s*:\s*)?([A-Za-z][\w-]*)[ =]+(?:[[<{($'"`%]|token\b|your|access|api|jwt|key|\w*_)/i;
const models = new RegExp(model.source, 'gi');

export interface Prescribed {
  /** As they are spelled there. */
  readonly schemes: readonly string[];
  readonly said: Said;
}

/** The schemes that the server's own words write out as a model of the field. */
export const prescribedSchemes = (facts: Facts): Prescribed | undefined => {
  const said = saidOf(facts, model);
  if (said === undefined) return undefined;
  const schemes = [...said.statement.text.matchAll(models)].flatMap(([, scheme]) => scheme ?? []);
  return schemes.length === 0 ? undefined : { schemes: [...new Set(schemes)], said };
};
