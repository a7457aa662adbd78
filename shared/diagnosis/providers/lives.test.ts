import { expect, test } from 'vitest';
import { attemptOf, basic, bearer, NOON, opaque } from '../attempt.test-support.ts';
import type { Told } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

const xero = 'https://identity.xero.com/connect/userinfo';
const vcenter = 'https://vc.example.com/rest/com/vmware/cis/session';

/** Accepted at first, and refused so many seconds later. */
const refusedAfter = (seconds: number, told: Told) =>
  diagnose(attemptOf({ ...told, status: 200, body: undefined, at: 0 }, { ...told, at: seconds })).findings[0];

const vmware: Told = {
  url: vcenter,
  sent: { 'vmware-api-session-id': 'e01a0436971ce3c8eba55c4cfd4f184b' },
  body: { type: 'com.vmware.vapi.std.errors.unauthenticated', value: { messages: [] } },
};

test('what was good longer ago than the product’s tokens live is over', () => {
  const first = refusedAfter(1_900, { url: xero, sent: opaque });
  expect(first?.cause).toBe('token-expired');
  expect(first?.evidence[0]?.text).toBe(
    'At Xero a token lives 30\u00a0min; this one was good 31\u00a0min\u00a040\u00a0s before',
  );
});

test('a maker’s tokens differ in how long they live, which their form tells', () => {
  const cratesIo = 'https://crates.io/api/v1/crates/new';
  const short = { Authorization: 'cio_tp_9jN2mXq7kT4vB1sZpLcR8wYhD5gF6eUa' };
  const body = { errors: [{ detail: 'authentication failed' }] };
  expect(refusedAfter(1_900, { url: cratesIo, sent: short, body })?.cause).toBe('token-expired');
  const long = { Authorization: 'cio9jN2mXq7kT4vB1sZpLcR8wYhD5gF6eUa' };
  expect(refusedAfter(1_900, { url: cratesIo, sent: long, body })?.cause).not.toBe('token-expired');
});

test('a session is over as one', () => {
  expect(refusedAfter(4_000, vmware)?.cause).toBe('session-expired');
});

test('only the sessions of a product end that lets people make tokens without an end', () => {
  const url = 'https://harbor.example.com/api/v2.0/projects';
  const received = { 'Set-Cookie': 'sid=; Path=/; Max-Age=0' };
  const body = { errors: [{ code: 'UNAUTHORIZED', message: 'unauthorized' }] };
  const harbor = { url, body, received: { ...received, 'X-Harbor-Csrf-Token': 'a' } };
  const textsOf = (sent: Told['sent']) =>
    refusedAfter(4_000, { ...harbor, ...(sent === undefined ? {} : { sent }) })?.evidence.map(
      ({ text }) => text,
    ) ?? [];
  expect(textsOf({ Cookie: 'sid=d2c5f8e1b3a94c6d' })[0]).toMatch(/^At Harbor a session lives/);
  expect(textsOf(opaque).filter((text) => text.startsWith('At '))).toEqual([]);
});

test.each<readonly [string, number, Told]>([
  ['before that time', 600, { url: xero, sent: opaque }],
  ['on a password, which does not end', 1_900, { url: xero, sent: basic('ada', 'Lovelace-1843') }],
  ['on a token that tells its own end', 1_900, { url: xero, sent: bearer({ exp: NOON + 9_000 }) }],
  ['on a product that nobody knows', 1_900, { url: 'https://api.example.com/me', sent: opaque }],
])('silent %s', (_, seconds, told) => {
  const texts = refusedAfter(seconds, told)?.evidence.map(({ text }) => text) ?? [];
  expect(texts.filter((text) => text.startsWith('At '))).toEqual([]);
});
