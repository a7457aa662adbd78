import { randomBytes } from 'node:crypto';
import { generatedVariables, type GeneratorSource } from '../../shared/compose/generators.ts';
import type { Variables } from '../../shared/compose/variables.ts';
import {
  placedVariables,
  workspaceScope,
  type VariableScope,
} from '../../shared/workspace/variable-places.ts';
import type { EngineContext } from './context.ts';

/** Gives values that differ from one attempt to the next. */
export const freshSource = (nowMs: number): GeneratorSource => ({
  nowMs,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
});

/**
 * What has a value for a request, a folder, or for what belongs to neither: the variables of its places, and the
 * generators. A variable of the same name stands before a generator.
 */
export const variablesOf = (
  context: EngineContext,
  environmentId: string,
  scope: VariableScope = workspaceScope,
  generated: Variables = generatedVariables(freshSource(context.nowMs())),
): Variables => {
  const { folders, environments } = context.workspace().current();
  const environment = environments.find(({ id }) => id === environmentId);
  const placed = placedVariables(scope, { folders, environment });
  return new Map([
    ...generated,
    ...[...placed].map(([name, { variable }]) => [name, variable.value] as const),
  ]);
};
