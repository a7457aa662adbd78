import { describe, expect, test } from 'vitest';
import type { Environment } from '../workspace/profile.ts';
import { basic, bearer, jwtOf, NOON } from './attempt.test-support.ts';
import { preflight } from './preflight.ts';

const environment = (id: string, name: string, values: Record<string, string>): Environment => ({
  id,
  name,
  variables: Object.entries(values).map(([variable, value]) => ({
    name: variable,
    value,
    on: true,
    secret: variable.endsWith('Key'),
  })),
});

const staging = environment('s', 'Staging', {
  origin: 'https://api.staging.example.com:8443/v1',
  issuer: 'https://id.staging.example.com',
  apiKey: 'staging-9c1f0d77',
  shortKey: 'abc',
});
const prod = environment('p', 'Prod', {
  sub: 'api',
  origin: 'https://{{sub}}.example.com',
  login: 'id.example.com',
  apiKey: 'prod-2b88e1aa',
});

interface Given {
  readonly url?: string;
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  readonly chosenId?: string;
  readonly all?: readonly Environment[];
  readonly sendsOwnToken?: boolean;
}

const judged = ({
  url = 'https://api.staging.example.com:8443/v1/me',
  fields = {},
  chosenId = 's',
  all = [staging, prod],
  sendsOwnToken = false,
}: Given) =>
  preflight(
    {
      method: 'GET',
      url,
      fields: Object.entries(fields).flatMap(([name, value]) =>
        typeof value === 'string' ? [{ name, value }] : [],
      ),
    },
    { nowMs: NOON * 1000, environments: { chosenId, all, sendsOwnToken } },
  ).filter(({ cause }) => cause === 'token-issuer-mismatch');

const own = { 'X-Api-Key': 'staging-9c1f0d77' };
const foreign = { 'X-Api-Key': 'prod-2b88e1aa' };
const prodUrl = 'https://api.example.com/v1/me';

describe('silent', () => {
  test.each<[string, Given]>([
    ['a key of the chosen environment for its host', { fields: own }],
    ['a key of nobody', { fields: { 'X-Api-Key': 'typed-by-hand-1' } }],
    ['a key of the other environment for the other’s host', { url: prodUrl, fields: foreign }],
    ['a key of the chosen environment for a host that nobody names', { url: 'https://x.test/', fields: own }],
    ['the other’s host without a credential of the chosen one', { url: prodUrl }],
    ['no environment is chosen', { chosenId: '', fields: foreign }],
    ['there is but one', { all: [staging], url: prodUrl, fields: own }],
    [
      'both name the host',
      { all: [staging, { ...prod, variables: staging.variables }], fields: own, sendsOwnToken: true },
    ],
    ['a secret too short to tell', { chosenId: 'p', url: prodUrl, fields: { 'X-Api-Key': 'xx-abc-xx' } }],
    ['a token of an issuer that nobody names', { fields: bearer({ iss: 'https://login.example.net' }) }],
    [
      'a token of the chosen environment’s issuer',
      { fields: bearer({ iss: 'https://id.staging.example.com/' }) },
    ],
    [
      'a variable that is switched off',
      {
        all: [staging, { ...prod, variables: prod.variables.map((one) => ({ ...one, on: false })) }],
        fields: foreign,
      },
    ],
  ])('%s', (_, given) => {
    expect(judged(given)).toEqual([]);
  });
});

describe('warned of', () => {
  test.each<[string, Given, RegExp]>([
    [
      'a key of the other environment',
      { fields: foreign },
      /^X-Api-Key holds apiKey of environment Prod, but Staging/,
    ],
    [
      'the other’s password behind Basic',
      { fields: basic('kim', 'prod-2b88e1aa') },
      /^Authorization holds apiKey of environment Prod/,
    ],
    [
      'the other’s key in the address',
      { url: 'https://api.staging.example.com/?api_key=prod-2b88e1aa' },
      /holds apiKey of environment Prod/,
    ],
    [
      'a key of the chosen environment for the other’s host',
      { url: prodUrl, fields: own },
      /^A credential of Staging would go to a server of Prod$/,
    ],
    [
      'a token that is kept in the chosen environment for the other’s host',
      { url: prodUrl, sendsOwnToken: true },
      /^A credential of Staging would go to a server of Prod$/,
    ],
    [
      'a token of the other’s issuer',
      { fields: { Authorization: `Bearer ${jwtOf({ iss: 'https://id.example.com/' })}` } },
      /^The token was issued in environment Prod, but Staging is chosen$/,
    ],
  ])('%s', (_, given, title) => {
    const [finding, ...others] = judged(given);
    expect(others).toEqual([]);
    expect(finding?.title).toMatch(title);
    expect(JSON.stringify(finding)).not.toMatch(/2b88e1aa|9c1f0d77/);
  });
});
