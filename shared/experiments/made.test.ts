import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../ipc/contract.ts';
import { madeFrom } from './made.ts';

test('any id gives what the door takes, and the same each time', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.string()), (id) => {
      expect(commands.experiment.arg.shape.made.safeParse(madeFrom(id)).success).toBe(true);
      expect(madeFrom(id)).toBe(madeFrom(id));
    }),
  );
});
