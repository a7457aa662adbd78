import { expect, test } from 'vitest';
import { busyAfterMs } from './busy.ts';
import { bootedWindow } from './window.test-support.ts';

const deferred = <T>() => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

test('what is over soon is never shown', async () => {
  const { actions, state, pass } = await bootedWindow();
  expect(await actions.whileBusy('Reading', () => Promise.resolve(1))).toBe(1);
  await pass(busyAfterMs);
  expect(state().busy).toEqual([]);
});

test('what lasts is shown with how far it is, until it is over', async () => {
  const { actions, state, pass } = await bootedWindow();
  const { promise, resolve } = deferred<string>();
  let reached: (share: number) => void = () => undefined;
  const over = actions.whileBusy('Reading', async (progress) => {
    reached = progress.reached;
    return promise;
  });
  await pass(busyAfterMs);
  expect(state().busy).toMatchObject([{ label: 'Reading', share: undefined }]);
  reached(0.5);
  expect(state().busy).toMatchObject([{ share: 0.5 }]);
  resolve('done');
  expect(await over).toBe('done');
  expect(state().busy).toEqual([]);
});

test('cancelled, it is gone at once, told so, and comes to nothing', async () => {
  const { actions, state, pass } = await bootedWindow();
  const { promise, resolve } = deferred<string>();
  let signal: AbortSignal | undefined;
  const over = actions.whileBusy('Reading', async (progress) => {
    ({ signal } = progress);
    return promise;
  });
  await pass(busyAfterMs);
  state().busy[0]?.cancel();
  expect(state().busy).toEqual([]);
  expect(signal?.aborted).toBe(true);
  resolve('too late');
  expect(await over).toBeUndefined();
});

test('what fails is shown no longer', async () => {
  const { actions, state, pass } = await bootedWindow();
  const { promise, resolve } = deferred<undefined>();
  const over = actions.whileBusy('Reading', async () => {
    await promise;
    throw new Error('unreadable');
  });
  await pass(busyAfterMs);
  resolve(undefined);
  await expect(over).rejects.toThrow('unreadable');
  expect(state().busy).toEqual([]);
});
