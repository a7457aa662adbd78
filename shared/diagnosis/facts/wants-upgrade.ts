import type { Facts } from '../facts.ts';
import type { Statement } from './statements.ts';

/** Fields in which an application tells how old it is. */
const versionField = /^(?:x-)?(?:app|client|build|[\w]+-app)-?version(?:-code|-name)?$/i;

/** "UPGRADE_REQUIRED" to one who tells its version; to others it is the plan that is to be upgraded. */
export const wantsUpgrade = (
  facts: Facts,
): { readonly statement: Statement; readonly field: string } | undefined => {
  const field = facts.exchange.request.fields.find(({ name }) => versionField.test(name))?.name;
  const statement = facts.statements.find(({ text }) =>
    /^(?:(?:app|client|force|version)[_ ])?(?:update|upgrade)[_ ](?:is[_ ])?(?:required|needed)\.?$/i.test(
      text,
    ),
  );
  return field === undefined || statement === undefined ? undefined : { statement, field };
};
