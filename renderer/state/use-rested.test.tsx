// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restMs } from './rested-edit.ts';
import { initialState } from './initial.ts';
import type { WindowState } from './state.ts';
import { windowStore } from './store.ts';
import { useRested } from './use-rested.ts';

beforeEach(() => {
  vi.useFakeTimers();
  windowStore.setState(initialState, true);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const openTabs = (state: WindowState): string => state.tabs.join(' ');

const drawn = () => {
  const draws: string[] = [];
  const { unmount } = renderHook(() => {
    draws.push(useRested(openTabs));
  });
  return { draws, unmount };
};

const type = (...tabs: readonly string[]): void => {
  act(() => {
    windowStore.setState({ tabs });
  });
};

const wait = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

test('is drawn once when the changes have rested, with the last of them', () => {
  const { draws } = drawn();
  for (const word of ['a', 'ab', 'abc']) {
    type(word);
    wait(restMs - 1);
  }
  expect(draws).toEqual(['']);
  wait(1);
  expect(draws).toEqual(['', 'abc']);
});

test('changes of anything else draw nothing and do not keep it waiting', () => {
  const { draws } = drawn();
  type('a');
  for (let step = 0; step < 4; step++) {
    act(() => {
      windowStore.setState({ folded: [String(step)] });
    });
    wait(restMs / 4);
  }
  expect(draws).toEqual(['', 'a']);
});

test('nothing is drawn once it is gone', () => {
  const { draws, unmount } = drawn();
  type('a');
  unmount();
  expect(vi.getTimerCount()).toBe(0);
  expect(draws).toEqual(['']);
});
