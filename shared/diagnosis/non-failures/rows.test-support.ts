import type { Told } from '../attempt.test-support.ts';

/** What happened, and the exchanges; the last one is no authentication failure. */
export type Ordinary = readonly [what: string, ...exchanges: readonly Told[]];

export const json = { 'Content-Type': 'application/json' } as const;
export const problem = { 'Content-Type': 'application/problem+json' } as const;
export const html = { 'Content-Type': 'text/html; charset=utf-8' } as const;
export const xml = { 'Content-Type': 'application/xml' } as const;
export const plain = { 'Content-Type': 'text/plain' } as const;
