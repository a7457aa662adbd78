import { expect, test } from 'vitest';
import { byteStringOfBase64 } from '../../shared/exchange/bytes.ts';
import { acmeBoot, fakeHost } from '../host-fake.test-support.ts';
import { pieceBytes } from './file-actions.ts';
import { testWindow } from './window.test-support.ts';

const photo = (size: number): File => new File([new Uint8Array(size).fill(97)], 'photo.png');

test('a host that knows where a chosen file lies says so, and nothing is copied', async () => {
  const host = { ...fakeHost(acmeBoot(0)), pathOf: () => '/home/ada/photo.png' };
  const { actions } = testWindow(host);
  expect(await actions.pathOfFile(photo(3))).toBe('/home/ada/photo.png');
  expect(host.calls.map(({ name }) => name)).not.toContain('keepFile');
});

test.each([0, 3, pieceBytes, pieceBytes + 1])(
  'otherwise its %d bytes are handed over in pieces',
  async (size) => {
    const pieces: { offset: number; base64: string; id: string }[] = [];
    const host = fakeHost(acmeBoot(0), {
      keepFile: (piece) => {
        pieces.push(piece);
        return { path: `/data/uploads/${piece.name}` };
      },
    });
    const { actions } = testWindow(host);
    expect(await actions.pathOfFile(photo(size))).toBe('/data/uploads/photo.png');
    expect(pieces.map(({ offset }) => offset)).toEqual(size > pieceBytes ? [0, pieceBytes] : [0]);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(1);
    expect(pieces.reduce((sum, { base64 }) => sum + (byteStringOfBase64(base64)?.length ?? 0), 0)).toBe(size);
  },
);

test('a file that is gone meanwhile is said to be', async () => {
  const gone = photo(3);
  gone.slice = () => {
    const piece = new Blob();
    piece.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    return piece;
  };
  const { actions, state } = testWindow();
  expect(await actions.pathOfFile(gone)).toBeUndefined();
  expect(
    state()
      .notices.map(({ text }) => text)
      .join(),
  ).toMatch(/photo\.png cannot be read/);
});
