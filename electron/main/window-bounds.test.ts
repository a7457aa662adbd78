import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstWindow, fitBounds, readBounds } from './window-bounds.ts';

const main = { x: 0, y: 24, width: 1920, height: 1056 };
const left = { x: -1280, y: 0, width: 1280, height: 1024 };
const saved = { x: 100, y: 100, width: 1200, height: 800, maximized: false };
const at = ({ x, y, width, height }: typeof saved) => ({ x, y, width, height });

describe('bounds of a new window', () => {
  test.each([
    ['never saved', undefined, [main], firstWindow],
    ['as saved', saved, [main], at(saved)],
    ['on the left display', { ...saved, x: -1200 }, [main, left], { ...at(saved), x: -1200 }],
    ['its display is gone', { ...saved, x: -1250 }, [main], { width: 1200, height: 800 }],
    ['a strip too narrow to catch', { ...saved, x: 1850 }, [main], { width: 1200, height: 800 }],
    ['its title bar above the display', { ...saved, y: -50 }, [main], { width: 1200, height: 800 }],
    ['its title bar below the display', { ...saved, y: 1070 }, [main], { width: 1200, height: 800 }],
    [
      'too small to use',
      { ...saved, width: 10, height: 10 },
      [main],
      { x: 100, y: 100, width: 720, height: 480 },
    ],
    ['no display at all', saved, [], { width: 1200, height: 800 }],
  ])('%s', (_name, bounds, areas, expected) => {
    expect(fitBounds(bounds, areas)).toEqual(expected);
  });
});

describe('saved bounds', () => {
  test.each([
    ['as written', JSON.stringify(saved), saved],
    ['half a file', '{"x":1', undefined],
    ['another shape', '{"x":"1"}', undefined],
    ['no size', JSON.stringify({ ...saved, width: 0 }), undefined],
    ['not finite', '{"x":1e999,"y":0,"width":1,"height":1,"maximized":false}', undefined],
  ])('%s', async (_name, text, expected) => {
    const folder = await mkdtemp(join(tmpdir(), 'why401-bounds-'));
    await writeFile(join(folder, 'window.json'), text);
    expect(await readBounds(join(folder, 'window.json'))).toEqual(expected);
    await rm(folder, { recursive: true });
  });

  test('no file', async () => {
    expect(await readBounds(join(tmpdir(), 'why401-no-such-folder', 'window.json'))).toBeUndefined();
  });
});
