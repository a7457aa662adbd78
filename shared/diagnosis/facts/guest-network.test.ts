import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, ledToPage } from '../attempt.test-support.ts';
import { isGuestPage } from './guest-network.ts';

const api = 'https://api.example.com/v1/me';
const form = (words: string): string =>
  `<html><head><title>${words}</title></head><body><form></form></body></html>`;

test.each<[string, string, boolean]>([
  ['https://portal.hotel.example/', form('Welcome to our guest Wi-Fi'), true],
  ['https://portal.hotel.example/', form('Log in'), false],
  ['https://portal.hotel.example/', '<html><title>Guest Wi-Fi</title></html>', false],
  ['https://api.example.com/login', form('Welcome to our guest Wi-Fi'), false],
])('a page of a network for guests at %s: %s', (to, body, guest) => {
  expect(isGuestPage(lastFacts(...ledToPage(api, to, body)))).toBe(guest);
});

test('silent on a page that was asked for', () => {
  const told: Told = {
    url: 'https://portal.hotel.example/',
    status: 200,
    body: form('Welcome to our guest Wi-Fi'),
  };
  expect(isGuestPage(lastFacts(told))).toBe(false);
});
