import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRecord } from '../exchange/json.ts';
import { commands } from './contract.ts';

/** Two of one name would hide one another without a word. */
test('every command of every file is offered, once', async () => {
  const files = readdirSync(new URL('./commands', import.meta.url)).filter((name) => name !== 'command.ts');
  const modules: readonly unknown[] = await Promise.all(files.map((name) => import(`./commands/${name}`)));
  const names = modules.flatMap((module) =>
    Object.values(isRecord(module) ? module : {}).flatMap((table) =>
      Object.keys(isRecord(table) ? table : {}),
    ),
  );
  expect(names.length).toBeGreaterThan(0);
  expect(names.toSorted()).toEqual(Object.keys(commands).toSorted());
});
