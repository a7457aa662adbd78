import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('one thing at a time, in the order asked for', async () => {
  const queue = createQueue();
  const seen: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    seen.push(`${name} begins`);
    await soon();
    seen.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([queue.run(work('a')), queue.run(work('b'))])).toEqual(['a', 'b']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('what fails is told to who asked for it, and holds up nobody', async () => {
  const queue = createQueue();
  const failing = queue.run(async () => {
    await soon();
    throw new Error('full');
  });
  const next = queue.run(async () => 'done');
  await expect(failing).rejects.toThrow('full');
  expect(await next).toBe('done');
});

test('it is settled when all is done, and does not throw', async () => {
  const queue = createQueue();
  let done = false;
  const failing = queue.run(() => Promise.reject(new Error('full')));
  void queue.run(async () => {
    await soon();
    done = true;
  });
  await queue.settled();
  expect(done).toBe(true);
  await expect(failing).rejects.toThrow('full');
});
