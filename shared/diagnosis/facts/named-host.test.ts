import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { namedAddress, namedHost, ownerOf } from './named-host.ts';

test.each<[string, string | undefined]>([
  ['Use eu.example.com for this account', 'eu.example.com'],
  ['This API has moved to api2.example.com/v2', 'api2.example.com'],
  ['Use api.example.com', undefined],
  ['Use docs.example.com', undefined],
  ['For help visit help2.example.com', undefined],
  ['Use api.other.net', undefined],
  ['CSRF: the request must be sent from app2.example.com', undefined],
  ['eu.example.com', undefined],
])('a host is named: %s', (body, host) => {
  expect(namedHost(lastFacts({ body }))?.host).toBe(host);
});

test.each<[string, string | undefined]>([
  ['Please use https://api.example.com/v2/me', 'https://api.example.com/v2/me'],
  ['The API is at https://api.example.com/v2/', 'https://api.example.com/v2/'],
  ['Please use https://api.example.com/', undefined],
  ['Please use https://api.example.com/v1', undefined],
  ['Please use https://other.example.com/v2/me', undefined],
  ['https://api.example.com/v2/me', undefined],
])('an address is named: %s', (body, url) => {
  expect(namedAddress(lastFacts({ body }))?.url).toBe(url);
});

test.each([
  ['api.example.com', 'example.com'],
  ['example.com', 'example.com'],
  ['localhost', 'localhost'],
])('who runs %s', (host, owner) => {
  expect(ownerOf(host)).toBe(owner);
});
