import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { fromHistory, fromSaved, historyChoices, savedChoices } from './attempt-choices.ts';

const entry = (id: string, change: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  atMs: 0,
  method: 'GET',
  url: 'https://api.example.com/v1/me',
  name: '',
  status: 200,
  durationMs: 1,
  ...change,
});

test('offers what the same host accepted, and nothing else', () => {
  const choices = historyChoices(
    [
      entry('accepted'),
      entry('named', { name: 'me' }),
      entry('refused', { status: 401 }),
      entry('login page', { cause: 'session-expired' }),
      entry('no answer', { failure: 'dns' }),
      entry('elsewhere', { url: 'https://other.example.com/' }),
    ].map((one) => (one.failure === undefined ? one : { ...one, status: 503 })),
    'https://api.example.com/v1/orders',
  );
  expect(choices.map(({ id }) => fromHistory(id))).toEqual(['accepted', 'named']);
  expect(choices[0]?.label).toMatch(/^200 GET \/v1\/me, .*, from history$/);
  expect(fromHistory('an attempt')).toBeUndefined();
});

test('offers the other saved requests', () => {
  const saved = (id: string) => ({ ...emptyDraft(id), name: id, folder: ['Billing'] });
  const choices = savedChoices([saved('me'), saved('orders')], 'me');
  expect(choices).toEqual([{ id: 'saved orders', label: 'GET Billing / orders, saved' }]);
  expect(fromSaved(choices[0]?.id ?? '')).toBe('orders');
});
