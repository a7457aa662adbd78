// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { workspaceScope } from '../../shared/workspace/variable-places.ts';
import { useDiscovery } from './use-discovery.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const issuer = 'https://as.example';
const found = {
  ok: true,
  issuer,
  tokenEndpoint: `${issuer}/token`,
  scopes: [],
  clientAuthentication: [],
  exchanges: [],
};

/** A host whose answer comes when the test says so. */
const install = (): (() => void) => {
  let answer: () => void = () => undefined;
  const reply = new Promise((resolve) => {
    answer = () => resolve({ ok: true, value: found });
  });
  vi.stubGlobal('why401', { call: () => reply, listen: () => () => undefined });
  return answer;
};

test('what was typed while the server was asked is there when its endpoints are filled in', async () => {
  const answer = install();
  const before = vi.fn<(change: SchemeSettings) => void>();
  const now = vi.fn<(change: SchemeSettings) => void>();
  const { result, rerender } = renderHook(
    ({ onFound }) => useDiscovery('', workspaceScope, issuer, onFound),
    {
      initialProps: { onFound: before },
    },
  );
  let reading: Promise<void> = Promise.resolve();
  act(() => {
    reading = result.current.read(issuer);
  });
  rerender({ onFound: now });
  answer();
  await act(() => reading);
  expect(before).not.toHaveBeenCalled();
  expect(now).toHaveBeenCalledWith({ tokenEndpoint: `${issuer}/token` });
  expect(result.current.state.kind).toBe('read');
  expect([...result.current.filled]).toEqual(['tokenEndpoint']);
});

test('where another issuer is typed meanwhile, nothing of the first is filled in', async () => {
  const answer = install();
  const onFound = vi.fn<(change: SchemeSettings) => void>();
  const { result, rerender } = renderHook(({ typed }) => useDiscovery('', workspaceScope, typed, onFound), {
    initialProps: { typed: issuer },
  });
  let reading: Promise<void> = Promise.resolve();
  act(() => {
    reading = result.current.read(issuer);
  });
  rerender({ typed: 'https://other.example' });
  answer();
  await act(() => reading);
  expect(onFound).not.toHaveBeenCalled();
  expect(result.current.state.kind).toBe('idle');
  expect([...result.current.filled]).toEqual([]);
});
