import { substitute } from '../../shared/compose/variables.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { aboutHost, serverOf } from '../../shared/workspace/host-pattern.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import type { PlacedVariable } from '../../shared/workspace/variable-places.ts';

/** The host whose certificate nobody checks when the request is sent; `undefined` where it is, or there is none. */
export const uncheckedBy = (
  draft: Draft,
  rules: readonly HostRule[],
  placed: ReadonlyMap<string, PlacedVariable>,
): string | undefined => {
  const values = new Map([...placed].map(([name, { variable }]) => [name, variable.value]));
  const url = substitute(draft.url, values).value.trim();
  const server = /^https:/i.test(url) ? serverOf(url) : undefined;
  if (server === undefined) return undefined;
  const unchecked = rules.filter(({ verifyTls }) => !verifyTls);
  const isOff =
    !draft.settings.verifyTls ||
    aboutHost(unchecked, ({ name }) => name, server.hostname, server.port).length > 0;
  return isOff ? server.hostname : undefined;
};
