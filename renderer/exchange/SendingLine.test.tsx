// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { BodyProgress } from '../state/state.ts';
import { SendingLine } from './SendingLine.tsx';

afterEach(cleanup);

const show = (progress: BodyProgress | undefined): string => {
  const sending = {
    sendId: 's',
    startedAtMs: 0,
    exchanges: [],
    login: undefined,
    label: 'Sending…',
    remedy: undefined,
  };
  const { container } = render(<SendingLine sending={{ ...sending, progress }} />);
  return (container.textContent ?? '').replaceAll('\u00a0', ' ');
};

test.each(['sent', 'received'] as const)('says how much was %s, with a bar', (direction) => {
  expect(show({ direction, bytes: 12_000_000, total: 50_000_000 })).toContain(`${direction} 12 of 50 MB`);
  expect(screen.getByRole('progressbar', { name: `Body ${direction}` }).getAttribute('aria-valuenow')).toBe(
    '12000000',
  );
});

test('has no bar where the total is not known', () => {
  expect(show({ direction: 'sent', bytes: 2_000_000, total: undefined })).toContain('sent 2 MB');
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('says nothing of bytes before any moved', () => {
  expect(show(undefined)).not.toMatch(/sent|received/);
});
