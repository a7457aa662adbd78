import { bytesToHex } from '@noble/hashes/utils.js';
import { randomUuid } from '../schemes/parts/random-uuid.ts';
import type { Variables } from './variables.ts';

/** What values are made from. A still one gives the same values again. */
export interface GeneratorSource {
  readonly nowMs: number;
  randomBytes(count: number): Uint8Array;
}

/** A variable whose value is made anew for every attempt. */
export interface Generator {
  /** As written between the braces. */
  readonly name: string;
  /** What its value is, as a phrase: "the time now, in seconds since 1970". */
  readonly meaning: string;
  make(source: GeneratorSource): string;
}

/** One more than the largest `$randomInt`, whose range is that of other tools. */
const integers = 1001;

/** Every generator. The dollar sets them apart from the names that a person gives. */
export const generators: readonly Generator[] = [
  {
    name: '$uuid',
    meaning: 'a random UUID, version 4',
    make: ({ randomBytes }) => randomUuid(randomBytes(16)),
  },
  {
    name: '$now',
    meaning: 'the time now, in ISO 8601',
    make: ({ nowMs }) => new Date(nowMs).toISOString(),
  },
  {
    name: '$timestamp',
    meaning: 'the time now, in seconds since 1970',
    make: ({ nowMs }) => String(Math.floor(nowMs / 1000)),
  },
  {
    name: '$timestampMs',
    meaning: 'the time now, in milliseconds since 1970',
    make: ({ nowMs }) => String(Math.floor(nowMs)),
  },
  {
    name: '$randomInt',
    meaning: 'a random number from 0 to 1000',
    make: ({ randomBytes }) => String(new DataView(randomBytes(4).slice().buffer).getUint32(0) % integers),
  },
  {
    name: '$randomHex',
    meaning: '32 random hexadecimal digits',
    make: ({ randomBytes }) => bytesToHex(randomBytes(16)),
  },
];

/**
 * The generators' values for one attempt: one value each, so that a signature, a field and a body that name the same
 * generator agree.
 */
export const generatedVariables = (source: GeneratorSource): Variables =>
  new Map(generators.map(({ name, make }) => [name, make(source)]));
