import { expect, test } from 'vitest';
import { commands } from '../../shared/ipc/contract.ts';
import { commandNames } from './command-names.ts';

test('the preload script knows exactly the commands of the contract', () => {
  expect(commandNames.toSorted()).toEqual(Object.keys(commands).toSorted());
});
