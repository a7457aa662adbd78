import { expect, test } from 'vitest';
import type { Told } from './attempt.test-support.ts';
import { attemptOf, bearer, opaque } from './attempt.test-support.ts';
import { blamesProof, speaksOfPayload } from './blamed.ts';
import { factsOf } from './facts.ts';

const url = 'https://api.werk.example/v1/items';
const json = { 'Content-Type': 'application/json' };
const told = (message: string, rest: Told = {}): Told => ({
  url,
  sent: { 'X-Api-Key': 'k7Qm2Zt9LxKc4RpWd1NyHs6vB3' },
  status: 400,
  received: json,
  body: { message },
  ...rest,
});
const factsFor = (given: Told) => {
  const facts = factsOf(attemptOf(given), 0);
  if (facts === undefined) throw new Error('There is no exchange.');
  return facts;
};

test.each<[string, Told]>([
  ['a key in a field', told('We could not recognize your API key')],
  [
    'a key under a name of its own in the body',
    told('The key:1 provided by the User is invalid', {
      sent: json,
      posted: '{"registrationkey":"0f1e2d3c4b5a69788796a5b4c3d2e1f0"}',
    }),
  ],
  ['a key that is called a login', told('Invalid login details')],
  ['a token behind 404', told('Invalid access token', { sent: opaque, status: 404 })],
  [
    'a session in the address',
    told('Session Identifier provided is Invalid', {
      url: `${url}?sessionName=4f1c7b2e9d0a83655b1f0`,
      sent: {},
    }),
  ],
  [
    'the password of a login',
    told('Wrong password', {
      url: 'https://api.werk.example/login',
      sent: json,
      posted: '{"user":"kim","password":"Regen7"}',
    }),
  ],
])('the answer blames %s', (_, given) => {
  expect(blamesProof(factsFor(given))).toBeDefined();
  expect(speaksOfPayload(factsFor(given))).toBe(false);
});

test.each<[string, Told]>([
  ['a token that nobody has sent', told('Invalid token', { sent: {} })],
  ['something missing', told('API key required')],
  ['what is not there', told('Token not found', { status: 404 })],
  [
    'a password that is to be set',
    told('password is invalid', {
      url: 'https://api.werk.example/password/reset',
      posted: '{"password":"x"}',
      sent: json,
    }),
  ],
  ['the balance', told('Insufficient funds')],
])('it does not blame %s', (_, given) => {
  expect(blamesProof(factsFor(given))).toBeUndefined();
});

test.each<[string, Told]>([
  ['a member that is no member', told("Invalid key 'colour' in request body")],
  ['a sign that no parser knows', told("Unexpected token '<' in JSON at position 0", { status: 500 })],
  ['a member that a program missed', told("KeyError: 'user_id'", { status: 500 })],
  ['a place in a list', told('Invalid page token')],
  [
    'a picture of a signature',
    told('The signature could not be decoded', {
      posted: '{"signature":"data:image/png;base64,AAAA"}',
    }),
  ],
  [
    'a certificate for a site',
    told('The certificate has expired', {
      posted: '{"certificate":"-----BEGIN CERTIFICATE-----"}',
    }),
  ],
  [
    'a token of somebody else',
    told('Invalid token', {
      sent: bearer(),
      posted: '{"token":"ExponentPushToken[x]"}',
    }),
  ],
  ['a key by its number', told('The key is disabled', { url: 'https://api.werk.example/v1/keys/4711' })],
])('what it speaks of is %s', (_, given) => {
  expect(speaksOfPayload(factsFor(given))).toBe(true);
  expect(blamesProof(factsFor(given))).toBeUndefined();
});
