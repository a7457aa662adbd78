// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecretInput } from './SecretInput.tsx';
import { revealSeconds } from './use-revealed.ts';
import { secretDots, type SecretValue } from './use-secret-text.tsx';

const Held = ({
  start,
  open,
}: {
  readonly start: SecretValue;
  readonly open?: () => Promise<string | undefined>;
}) => {
  const [value, setValue] = useState(start);
  return (
    <SecretInput
      label="Client secret"
      value={value}
      open={open}
      onChange={(text) => {
        setValue({ kind: 'typed', text });
      }}
    />
  );
};

const field = (): HTMLInputElement => screen.getByLabelText('Client secret');
const press = async (name: RegExp): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await Promise.resolve();
  });
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a secret', () => {
  it.each([
    ['a short one', { kind: 'typed', text: 'x' }, secretDots],
    ['a long one', { kind: 'typed', text: 'x'.repeat(400) }, secretDots],
    ['a stored one', { kind: 'stored' }, secretDots],
    ['a stored token', { kind: 'stored', tail: 'kQ' }, `${secretDots}kQ`],
    ['none', { kind: 'typed', text: '' }, ''],
  ] as const)('at rest shows no length: %s', (_, start, shown) => {
    render(<Held start={start} />);
    expect(field().value).toBe(shown);
  });

  it('is shown on demand and hides by itself', async () => {
    render(<Held start={{ kind: 'stored' }} open={() => Promise.resolve('s3cret')} />);
    await press(/^Show client secret/);
    expect(field().value).toBe('s3cret');
    await act(async () => {
      await vi.advanceTimersByTimeAsync((revealSeconds - 1) * 1_000);
    });
    expect(field().value).toBe('s3cret');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
    });
    expect(field().value).toBe(secretDots);
  });

  it('stays hidden where it cannot be opened', async () => {
    render(<Held start={{ kind: 'stored' }} open={() => Promise.resolve(undefined)} />);
    await press(/^Show client secret/);
    expect(field().value).toBe(secretDots);
  });

  it('that is stored is replaced by typing, never edited unseen', () => {
    render(<Held start={{ kind: 'stored', tail: 'kQ' }} />);
    fireEvent.focus(field());
    expect(field().value).toBe('');
    fireEvent.change(field(), { target: { value: 'new' } });
    fireEvent.blur(field());
    expect(field().value).toBe(secretDots);
  });
});
