// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import { FlowSteps } from './FlowSteps.tsx';

afterEach(cleanup);

const exchange = (purpose: Exchange['purpose'], status: number, text = ''): Exchange => ({
  id: `${purpose} ${status}`,
  purpose,
  request: {
    method: text === '' ? 'GET' : 'POST',
    url: 'https://as.example/',
    target: '/',
    httpVersion: '1.1',
    fields: [],
    body: { kind: 'text', text, size: text.length },
  },
  outcome: {
    kind: 'answered',
    response: { status, reason: '', httpVersion: '1.1', fields: [], body: { kind: 'none' } },
  },
  timings: { startedAtMs: 0 },
});

const attempt = (exchanges: readonly Exchange[], code?: string): Attempt => ({
  id: 'a',
  startedAtMs: 0,
  exchanges: [...exchanges],
  source: 'sent',
  ...(code === undefined ? {} : { stopped: { code, message: 'Refused.' } }),
});

test('each step is numbered, says how it ended, and shows its last exchange', () => {
  const choose = vi.fn<(index: number) => void>();
  const refused = exchange('token', 401, 'grant_type=client_credentials');
  render(
    <FlowSteps
      attempt={attempt([exchange('discovery', 404), exchange('discovery', 200), refused], 'invalid_client')}
      index={2}
      onChoose={choose}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: '1. Read metadata (2): done' }));
  expect(choose).toHaveBeenCalledWith(1);
  const failed = screen.getByRole('button', { name: '2. Token by client credentials: failed' });
  expect(failed.getAttribute('aria-current')).toBe('step');
  expect(screen.getByRole('img', { name: '3. Send the request: not reached' })).toBeDefined();
});

test('a request without a token has no steps', () => {
  render(<FlowSteps attempt={attempt([exchange('resource', 200)])} index={0} onChoose={() => undefined} />);
  expect(screen.queryByRole('list')).toBeNull();
});
