import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { POSSIBLE } from '../words.ts';
import { sketchesIn } from './sketch.test-support.ts';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** Failures as their products are known to answer, written from knowledge and not from one thread. */
describe.each(files)('%s', (file) => {
  const sketches = sketchesIn(readFileSync(new URL(file, folder), 'utf8'));

  test('each has a title of its own', () => {
    expect(new Set(sketches.map(({ id }) => id)).size).toBe(sketches.length);
  });

  test.each(sketches.map((one) => [one.id, one] as const))('%s', (_, { cause, alsoAccept, attempt }) => {
    const { findings } = diagnose(attempt);
    if (cause === undefined) expect(findings.filter(({ confidence }) => confidence > POSSIBLE)).toEqual([]);
    else expect([cause, ...alsoAccept]).toContain(findings[0]?.cause);
  });
});
