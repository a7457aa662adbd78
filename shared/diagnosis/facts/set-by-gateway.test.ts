import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { missedOfGateway, passedAtOtherInstance } from './set-by-gateway.ts';

test.each([
  ['Missing header X-Consumer-Id', 'X-Consumer-Id'],
  ['Missing header X-Auth-Request-Email', 'X-Auth-Request-Email'],
  ['Missing header X-Tenant-Id', undefined],
  ['Unauthorized', undefined],
])('%s', (body, name) => {
  expect(missedOfGateway(lastFacts({ sent: opaque, body }))?.name).toBe(name);
});

test.each<[string, Told, Told, string | undefined]>([
  ['another pod', {}, {}, 'X-Pod'],
  ['the same pod', { received: { 'X-Pod': 'b' } }, {}, undefined],
  ['a server that does not tell itself', { received: { 'X-Other': 'a' } }, {}, undefined],
  ['another pod, an hour before', {}, { at: 3_600 }, undefined],
  ['another pod, for another token', { sent: { Authorization: 'Bearer 9jN2mXq7kT4vB1sZ' } }, {}, undefined],
  ['another pod, which refused as well', { status: 401 }, {}, undefined],
])('passed at %s', (_, before, now, field) => {
  const facts = lastFacts(
    { sent: opaque, status: 200, received: { 'X-Pod': 'a' }, ...before },
    { sent: opaque, received: { 'X-Pod': 'b' }, ...now },
  );
  expect(passedAtOtherInstance(facts)?.field).toBe(field);
});
