import { describe, expect, it } from 'vitest';
import { bestOf, rankOf, type Matched } from './palette-match.ts';

const item = (label: string, more: Partial<Matched> = {}): Matched => ({ id: label, label, ...more });

describe('what is typed', () => {
  it.each<[string, Matched, number | undefined]>([
    ['new', item('New request'), 0],
    ['request', item('New request'), 1],
    ['quest new', item('New request'), 2],
    ['acme', item('me', { also: 'https://api.acme.example' }), 3],
    ['get me', item('me', { method: 'GET' }), 3],
    ['nr', item('New request'), 4],
    ['n', item('Open'), 2],
    ['x', item('Open'), undefined],
    ['teapot', item('Open', { isFound: true }), 5],
    ['zz', item('New request'), undefined],
  ])('%s', (typed, given, rank) => {
    expect(rankOf(given, typed)).toBe(rank);
  });

  it('puts the better fit first, and of equals what was used lately', () => {
    const items = [item('Resend'), item('Send all'), item('Send once'), item('Save and send')];
    expect(bestOf(items, 'send', ['Send once'], 3).map(({ id }) => id)).toEqual([
      'Send once',
      'Send all',
      'Save and send',
    ]);
  });
});
