import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../shared/exchange/exchange.ts';
import { FrameReader, preface } from './h2-frames.ts';

const frame = (type: number, flags: number, stream: number, payload: Uint8Array): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

const read = (direction: Frame['direction'], ...pieces: readonly Uint8Array[]): readonly Frame[] => {
  const seen: Frame[] = [];
  const reader = new FrameReader(direction, (one) => seen.push(one));
  for (const piece of pieces) reader.take(piece);
  return seen;
};

describe('one frame', () => {
  test.each<[string, Buffer, Omit<Frame, 'direction'>]>([
    ['DATA', frame(0, 1, 3, Buffer.alloc(5)), { type: 'DATA', flags: ['END_STREAM'], stream: 3, length: 5 }],
    [
      'HEADERS',
      frame(1, 0x25, 1, Buffer.alloc(7)),
      { type: 'HEADERS', flags: ['END_STREAM', 'END_HEADERS', 'PRIORITY'], stream: 1, length: 7 },
    ],
    [
      'RST_STREAM',
      frame(3, 0, 1, Buffer.from([0, 0, 0, 13])),
      { type: 'RST_STREAM', flags: [], stream: 1, length: 4, detail: 'HTTP_1_1_REQUIRED' },
    ],
    [
      'SETTINGS',
      frame(4, 0, 0, Buffer.from([0, 3, 0, 0, 0, 100, 0x12, 0x34, 0, 0, 0, 1])),
      { type: 'SETTINGS', flags: [], stream: 0, length: 12, detail: 'MAX_CONCURRENT_STREAMS=100 0x1234=1' },
    ],
    [
      'SETTINGS acknowledged',
      frame(4, 1, 0, Buffer.alloc(0)),
      { type: 'SETTINGS', flags: ['ACK'], stream: 0, length: 0 },
    ],
    [
      'GOAWAY',
      frame(7, 0, 0, Buffer.from([0, 0, 0, 5, 0, 0, 0, 11, 0x68, 0x69])),
      { type: 'GOAWAY', flags: [], stream: 0, length: 10, detail: 'last stream 5, ENHANCE_YOUR_CALM, hi' },
    ],
    [
      'WINDOW_UPDATE',
      frame(8, 0, 1, Buffer.from([0, 0, 1, 0])),
      { type: 'WINDOW_UPDATE', flags: [], stream: 1, length: 4, detail: '+256' },
    ],
    [
      'a type without a name',
      frame(0x20, 0x80, 0, Buffer.alloc(1)),
      { type: '0x20', flags: ['0x80'], stream: 0, length: 1 },
    ],
    [
      'a reserved bit',
      frame(0, 0, 0x80000001, Buffer.alloc(0)),
      { type: 'DATA', flags: [], stream: 1, length: 0 },
    ],
  ])('%s', (_, bytes, expected) => {
    expect(read('<', bytes)).toEqual([{ direction: '<', ...expected }]);
  });
});

test('the preface of the client is no frame', () => {
  const bytes = Buffer.concat([Buffer.from(preface), frame(4, 0, 0, Buffer.alloc(0))]);
  expect(read('>', bytes).map(({ type }) => type)).toEqual(['SETTINGS']);
});

test.each([0, 1, 8])('%i bytes are no frame yet', (count) => {
  expect(read('<', Buffer.alloc(count))).toEqual([]);
});

test('frames are the same however their bytes are cut', () => {
  const anyFrame = fc
    .tuple(fc.nat(12), fc.nat(255), fc.nat(9), fc.uint8Array({ maxLength: 40 }))
    .map(([type, flags, stream, payload]) => frame(type, flags, stream, payload));
  fc.assert(
    fc.property(
      fc.array(anyFrame, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 30 })),
      (frames, cuts) => {
        const bytes = Buffer.concat(frames);
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const cut of cuts) {
          pieces.push(bytes.subarray(at, at + cut));
          at += cut;
        }
        pieces.push(bytes.subarray(at));
        expect(read('<', ...pieces)).toEqual(read('<', bytes));
        expect(read('<', bytes)).toHaveLength(frames.length);
      },
    ),
  );
});

test('any bytes are read without a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      expect(() => read('<', ...pieces)).not.toThrow();
    }),
  );
});
