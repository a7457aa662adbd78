import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts, opaque } from '../attempt.test-support.ts';
import {
  addedBehind,
  besideCookie,
  displaced,
  joinedCredentials,
  passedOn,
  readBehindDoor,
  twoClients,
} from './rivals.ts';

const pair = basic('kim', 'word');
const asks = { 'WWW-Authenticate': 'Basic realm="front"' };

test.each([
  ['Basic a2ltOndvcmQ=, Bearer Zx81kQp07vTn', true],
  ['Bearer Zx81kQp07vTn; Bearer 9jN2mXq7kT4v', true],
  ['Bearer Zx81kQp07vTn, Bearer Zx81kQp07vTn', false],
  ['Bearer Zx81kQp07vTn', false],
])('two in one field: %s', (value, found) => {
  expect(joinedCredentials(lastFacts({ sent: { Authorization: value } })) !== undefined).toBe(found);
});

test.each<[string, Told, Told, boolean]>([
  ['a token took the place of Basic', { sent: pair }, { sent: opaque, received: asks }, true],
  ['a token, where Basic was refused', { sent: pair, status: 401 }, { sent: opaque, received: asks }, false],
  ['a token, and nobody asks for Basic', { sent: pair }, { sent: opaque }, false],
  ['Basic again', { sent: pair }, { sent: pair, received: asks }, false],
])('%s', (_, before, now, found) => {
  expect(displaced(lastFacts({ status: 200, ...before }, now)) !== undefined).toBe(found);
});

test.each<[string, Told, boolean]>([
  ['Authorization came beside it', { sent: { Cookie: 'sid=4f1c9d0e7a2b', ...opaque } }, true],
  ['it was sent alone', { sent: { Cookie: 'sid=4f1c9d0e7a2b' } }, false],
  ['it was another session', { sent: { Cookie: 'sid=000000000000', ...opaque } }, false],
  ['it was an hour later', { at: 3_600, sent: { Cookie: 'sid=4f1c9d0e7a2b', ...opaque } }, false],
])('a session passed alone, then %s', (_, now, found) => {
  const alone: Told = { sent: { Cookie: 'sid=4f1c9d0e7a2b' }, status: 200 };
  expect(besideCookie(lastFacts(alone, now)) !== undefined).toBe(found);
});

test.each<[string, Told, boolean]>([
  ['and calls it a bad token', { sent: pair, body: 'jwt malformed' }, true],
  ['and asks for Basic', { sent: pair, body: 'jwt malformed', received: asks }, false],
  ['and says nothing of a token', { sent: pair, body: 'Forbidden' }, false],
])('the application behind reads the same field %s', (_, now, found) => {
  expect(passedOn(lastFacts({ sent: pair, status: 200 }, now)) !== undefined).toBe(found);
});

test.each<[string, Told, boolean]>([
  ['another realm', { received: { 'WWW-Authenticate': 'Basic realm="app"' } }, true],
  ['the same realm', { received: asks }, false],
  ['the same page', { body: '<h1>401 Authorization Required</h1>' }, false],
])('the door asked by its own page; what answers Basic has %s', (_, now, found) => {
  const door: Told = { received: asks, body: '<h1>401 Authorization Required</h1>' };
  expect(readBehindDoor(lastFacts(door, { sent: pair, ...now })) !== undefined).toBe(found);
});

test.each<[string, Told, boolean]>([
  ['one was sent', { sent: opaque, body: 'Only one auth mechanism allowed' }, true],
  [
    'two were sent',
    { sent: { ...opaque, 'X-API-Key': 'Zx81kQp07vTn' }, body: 'Only one auth mechanism allowed' },
    false,
  ],
  ['one was sent and refused', { sent: opaque, body: 'Invalid token' }, false],
])('two credentials are found: %s', (_, told, found) => {
  expect(addedBehind(lastFacts(told))).toBe(found);
});

test.each<[string, string, string, string | undefined]>([
  ['another client', 'web', 'Client authentication failed', 'web'],
  ['the same client', 'kim', 'Client authentication failed', undefined],
  ['another client, of whom nobody speaks', 'web', 'Bad request', undefined],
])('Basic names kim and the body %s', (_, id, body, other) => {
  const told: Told = {
    url: 'https://id.example.com/oauth2/token',
    sent: { ...pair, 'Content-Type': 'application/x-www-form-urlencoded' },
    posted: `grant_type=client_credentials&client_id=${id}`,
    body,
  };
  expect(twoClients(lastFacts(told))?.other).toBe(other);
});
