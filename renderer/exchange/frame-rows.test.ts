import { expect, test } from 'vitest';
import type { Frame } from '../../shared/exchange/exchange.ts';
import { frameRows, frameText, leftOutRows } from './frame-rows.ts';
import { sampleExchange } from './sample.test-support.ts';

const headers: Frame = { direction: '>', type: 'HEADERS', flags: ['END_STREAM'], stream: 1, length: 120 };

test.each<[Frame, string]>([
  [headers, 'HEADERS  stream 1  120 bytes  END_STREAM'],
  [
    { direction: '<', type: 'WINDOW_UPDATE', flags: [], stream: 0, length: 4, detail: '+256' },
    'WINDOW_UPDATE  connection  4 bytes  +256',
  ],
])('%j', (frame, text) => {
  expect(frameText(frame)).toBe(text);
});

test('an exchange over HTTP/1.1 has no frames to show', () => {
  expect(frameRows(sampleExchange())).toEqual([]);
});

test('frames stand in their order below a head that counts them', () => {
  const answer: Frame = { ...headers, direction: '<' };
  const rows = frameRows({ ...sampleExchange(), frames: [headers, answer], framesLeftOut: 3 });
  expect(rows.map((row) => (row.kind === 'head' ? row.note : row.kind === 'line' && row.direction))).toEqual([
    '2 frames of HTTP/2, the first of 5',
    '>',
    '<',
  ]);
});

test('what was left out is said with its reason', () => {
  const rows = leftOutRows({
    ...sampleExchange().request,
    leftOut: [{ name: 'Connection', why: 'HTTP/2 has no such field' }],
  });
  expect(rows).toEqual([
    { kind: 'note', text: 'Connection was not sent: HTTP/2 has no such field.', evidence: [] },
  ]);
});
