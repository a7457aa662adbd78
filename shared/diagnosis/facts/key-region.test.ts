import { expect, test } from 'vitest';
import { basic, lastFacts } from '../attempt.test-support.ts';
import { keyOfAnotherRegion } from './key-region.ts';

const key = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

test.each<[string, string, readonly [string, string] | undefined]>([
  [`${key}-us21`, 'us6.api.example.com', ['us21', 'us6']],
  [`${key}-us21`, 'us21.api.example.com', undefined],
  [`${key}-us21`, 'eu1.api.example.com', undefined],
  [`${key}-us21`, 'api.example.com', undefined],
  [key, 'us6.api.example.com', undefined],
  ['abc-us21', 'us6.api.example.com', undefined],
])('%s at %s', (value, host, regions) => {
  const url = `https://${host}/3.0/lists`;
  for (const sent of [{ 'X-API-Key': value }, basic('anystring', value)]) {
    const found = keyOfAnotherRegion(lastFacts({ url, sent }));
    expect(found === undefined ? undefined : [found.ofKey, found.ofHost]).toEqual(regions);
  }
});
