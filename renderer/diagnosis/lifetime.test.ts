import { expect, test } from 'vitest';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { withTrust } from './consent.ts';
import { lifetimeDrawing } from './lifetime.ts';

const noon = Date.UTC(2026, 7, 20, 12, 0, 3) / 1000;
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

test.each([
  ['over', { issued: noon - 3600, ended: noon, at: noon + 252 }, true, 0.52, 1, '4 min 12 s'],
  ['over this instant', { issued: noon - 3600, ended: noon, at: noon }, true, 0.52, 1, '0 s'],
  ['half of it left', { issued: noon - 1800, ended: noon + 1800, at: noon }, false, 1, 0.5, '30 min left'],
  [
    'just begun stays within the line',
    { issued: noon, ended: noon + 3600, at: noon },
    false,
    1,
    0.03,
    '1 h left',
  ],
  [
    'nobody says when it began',
    { issued: undefined, ended: noon + 3600, at: noon },
    false,
    1,
    0.03,
    '1 h left',
  ],
] as const)('%s', (_, life, over, endedAt, at, gap) => {
  const drawing = lifetimeDrawing(life, 'sent', 0.52);
  expect([drawing.over, drawing.endedAt, drawing.at, plain(drawing.gap)]).toEqual([over, endedAt, at, gap]);
});

test('captions name their moments; another day takes the room of the first one', () => {
  const today = lifetimeDrawing({ issued: noon - 3600, ended: noon, at: noon + 252 }, 'now', 0.7);
  expect([today.issued, today.ended, today.now]).toEqual([
    'issued 11:00:03',
    'expired 12:00:03',
    'now 12:04:15',
  ]);
  const begunBefore = lifetimeDrawing({ issued: noon - 90_000, ended: noon - 60, at: noon }, 'now', 0.7);
  expect([begunBefore.issued, begunBefore.ended]).toEqual(['issued 2026-08-19', 'expired 11:59:03']);
  const yesterday = lifetimeDrawing({ issued: noon - 90_000, ended: noon - 86_400, at: noon }, 'now', 0.7);
  expect([yesterday.issued, plain(yesterday.ended)]).toEqual([undefined, 'expired 2026-08-19 12:00:03']);
});

test('a profile trusts what the plan would have trusted once, and no more', () => {
  const profile = {
    id: 'p',
    name: 'P',
    scheme: 'bearer',
    settings: {},
    trustedOrigins: ['https://a.example'],
    renew: true,
  };
  const before = emptyDraft('d');
  const after = {
    ...before,
    settings: { ...before.settings, trustedOrigins: ['https://a.example', 'https://eu.example'] },
  };
  expect(withTrust(profile, before, after).trustedOrigins).toEqual([
    'https://a.example',
    'https://eu.example',
  ]);
  expect(withTrust(profile, after, after).trustedOrigins).toEqual(['https://a.example']);
});
