import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, lastFacts, opaque } from '../attempt.test-support.ts';
import { cookieMissed, missedField } from './missed-elsewhere.ts';

const key = 'Zx81kQp07vTnE4sWc2RbYh6L';

test.each<[string, Told, string | undefined]>([
  [
    'a key in a field of its own',
    { sent: { 'X-Auth-Token': key }, body: 'Missing Authorization header' },
    'Authorization',
  ],
  ['a key in the body', { posted: `{"token":"${key}"}`, body: 'No token provided' }, 'Authorization'],
  [
    'a key in the body of a login',
    { url: 'https://api.example.com/login', posted: `{"token":"${key}"}`, body: 'No token provided' },
    undefined,
  ],
  ['another name is missed', { sent: { 'X-Token': key }, body: 'Missing header X-Acme-Key' }, 'X-Acme-Key'],
  ['Authorization is there', { sent: opaque, body: 'Missing Authorization header' }, undefined],
  [
    'missed or malformed',
    { sent: { 'X-Auth-Token': key }, body: 'Missing or invalid Authorization header' },
    undefined,
  ],
  ['nothing was sent', { body: 'Missing Authorization header' }, undefined],
  [
    'the name of the status',
    { sent: { 'X-Auth-Token': key }, body: '401 Authorization Required' },
    undefined,
  ],
])('a field is missed: %s', (_, told, wanted) => {
  expect(missedField(lastFacts(told))?.wanted).toBe(wanted);
});

test.each<[string, Told, boolean]>([
  ['and Authorization was sent', { sent: bearer(), body: 'Session cookie missing' }, true],
  [
    'and one was sent',
    { sent: { ...bearer(), Cookie: 'sid=4f1c9d0e7a2b' }, body: 'Session cookie missing' },
    false,
  ],
  ['against forgery', { sent: bearer(), body: 'CSRF cookie not set' }, false],
  ['and nothing was sent', { body: 'Session cookie missing' }, false],
])('a cookie is missed %s', (_, told, found) => {
  expect(cookieMissed(lastFacts(told)) !== undefined).toBe(found);
});
