import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import {
  goodAtAnotherHost,
  passedAtAnotherHost,
  passedAtForeignHost,
  passedInAnotherRegion,
  passedUnderAnotherPath,
} from './right-address.ts';

const passed = (url: string, more: Told = {}): Told => ({ url, sent: opaque, status: 200, ...more });
const refused = (url: string, more: Told = {}): Told => ({ url, sent: opaque, ...more });

test.each([
  ['https://api.example.com/app/api/orders', 'https://api.example.com/api/orders', '/app/api/orders'],
  ['https://api.example.com/api/Orders/', 'https://api.example.com/api/orders', '/api/Orders/'],
  ['https://api.example.com/api/items', 'https://api.example.com/api/orders', undefined],
  ['https://api.example.com/api/orders', 'https://api.example.com/api/orders', undefined],
  ['https://other.example.com/app/api/orders', 'https://api.example.com/api/orders', undefined],
])('passed at %s, refused at %s', (before, now, address) => {
  expect(passedUnderAnotherPath(lastFacts(passed(before), refused(now)))?.address).toBe(address);
});

test.each([
  ['https://api.sandbox.example.com/v1/me', 'https://api.example.com/v1/me', 'api.sandbox.example.com'],
  ['https://vault-a.corp.example/v1/me', 'https://vault-b.corp.example/v1/me', 'vault-a.corp.example'],
  ['https://api.sandbox.example.com/v1/you', 'https://api.example.com/v1/me', undefined],
  ['https://api.sandbox.example.net/v1/me', 'https://api.example.com/v1/me', undefined],
  ['https://orders.example.com/v1/me', 'https://billing.example.com/v1/me', undefined],
])('another copy: passed at %s, refused at %s', (before, now, address) => {
  expect(passedAtAnotherHost(lastFacts(passed(before), refused(now)))?.address).toBe(address);
});

test.each([
  ['https://eu.api.example.com/a', 'https://us.api.example.com/b', 'eu.api.example.com'],
  ['https://api.example.com/a', 'https://us.api.example.com/b', 'api.example.com'],
  ['https://docs.example.com/a', 'https://us.api.example.com/b', undefined],
])('another region: passed at %s, refused at %s', (before, now, address) => {
  expect(passedInAnotherRegion(lastFacts(passed(before), refused(now)))?.address).toBe(address);
});

test('silent on regions where the refusing one took it, too', () => {
  const [eu, us] = ['https://eu.api.example.com/a', 'https://us.api.example.com/b'];
  expect(passedInAnotherRegion(lastFacts(passed(eu), passed(us), refused(us)))).toBeUndefined();
});

test.each([
  ['https://api.maker.net/v1', 'Unknown API key', 'api.maker.net'],
  ['https://api.maker.net/v1', 'Forbidden', undefined],
  ['https://b.example.com/v1', 'Unknown API key', undefined],
])('at a stranger’s: passed at %s, “%s”', (before, body, address) => {
  expect(
    passedAtForeignHost(lastFacts(passed(before), refused('https://api.example.com/v1', { body })))?.address,
  ).toBe(address);
});

test.each<[string, unknown, string | undefined]>([
  ['another host', { instance_url: 'https://eu7.example.net' }, 'eu7.example.net'],
  ['a host without a scheme', { api_domain: 'www.example.eu' }, 'www.example.eu'],
  ['the host that is called', { instance_url: 'https://api.example.com' }, undefined],
  ['no host', { scope: 'all' }, undefined],
])('the token came with %s', (_, named, address) => {
  const token = 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G';
  const login: Told = {
    url: 'https://login.example.com/oauth2/token',
    posted: 'grant_type=client_credentials',
    status: 200,
    body: { access_token: token, ...(named as object) },
  };
  expect(goodAtAnotherHost(lastFacts(login, refused('https://api.example.com/v1')))?.address).toBe(address);
});
