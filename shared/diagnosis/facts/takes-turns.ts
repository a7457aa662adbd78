import type { Facts } from '../facts.ts';
import { passedForAnotherClient } from './other-client.ts';

/** The credential passed, whatever became of the request: what is asked for is missing, or asked for wrongly. */
const passed: ReadonlySet<number> = new Set([400, 404, 405, 406, 409, 410, 415, 422]);

/** The same request was refused, accepted and refused in turn: several servers behind one name, not of one mind. */
export const takesTurns = (facts: Facts): number | undefined => {
  if (passedForAnotherClient(facts) !== undefined) return undefined;
  const same = facts.earlier.filter((one) => one.sameRequest && one.sameCredential);
  const accepted = same.findLast(
    (one) => one.accepted || (facts.status === 401 && passed.has(one.status ?? 0)),
  );
  return accepted !== undefined && same.some((one) => one.refused && one.index < accepted.index)
    ? accepted.index
    : undefined;
};
