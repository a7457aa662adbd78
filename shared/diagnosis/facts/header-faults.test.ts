import { expect, test } from 'vitest';
import { factsOf } from '../facts.ts';
import { attemptOf, jwtOf } from '../attempt.test-support.ts';
import type { HeaderFaultKind } from './header-fault.ts';

const T = 'q8Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G';
const utf8 = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');

const faultsOf = (name: string, value: string) =>
  factsOf(attemptOf({ sent: { [name]: value } }), 0)?.headerFaults ?? [];

/** How a value comes to be wrong on its way from where it was made, and what it was meant to be. */
test.each<[string, HeaderFaultKind, string?]>([
  [`Baerer ${T}`, 'scheme-misspelled', `Bearer ${T}`],
  [`Bearer${T}`, 'space-missing', `Bearer ${T}`],
  [`Bearer%20${T}`, 'scheme-punctuated', `Bearer ${T}`],
  [`Authorization: Bearer ${T}`, 'name-in-value', `Bearer ${T}`],
  [`Bearer b'${jwtOf()}'`, 'wrapped', `Bearer ${jwtOf()}`],
  [`Bearer ['${T}']`, 'wrapped', `Bearer ${T}`],
  [`Bearer Optional("${T}")`, 'wrapped', `Bearer ${T}`],
  [`Bearer Optional[${T}]`, 'wrapped', `Bearer ${T}`],
  [`Bearer <${T}>`, 'wrapped', `Bearer ${T}`],
  [`Bearer {"access_token":"${T}","expires_in":3600}`, 'wrapped', `Bearer ${T}`],
  [`Bearer ${T}"`, 'quoted', `Bearer ${T}`],
  [`Bearer \\"${T}\\"`, 'quoted', `Bearer ${T}`],
  [`Bearer ${T},`, 'sign-behind', `Bearer ${T}`],
  [`Bearer ${T}; Path=/; HttpOnly`, 'sign-behind', `Bearer ${T}`],
  [`Bearer ${T}%3D%3D`, 'percent-encoded', `Bearer ${T}==`],
  [`Bearer access_token=${T}`, 'pair-malformed', `Bearer ${T}`],
  [`access_token=${T}`, 'pair-malformed', `Bearer ${T}`],
  [`Bearer ${T}, Bearer ${T}`, 'scheme-doubled', `Bearer ${T}`],
  ['PVEAPIToken=kim@pam!ci!0a1b2c3d-0000-4000-8000-1234567890ab', 'pair-malformed'],
  ['PBSAPIToken=kim@pbs!ci=0a1b2c3d-0000-4000-8000-1234567890ab', 'pair-malformed'],
  [utf8(`Bearer ${T.slice(0, 9)}\u00ad${T.slice(9)}`), 'invisible', `Bearer ${T}`],
  [utf8(`Bearer sk–${T}`), 'not-ascii'],
  [`Bearer ${btoa(jwtOf())}`, 'encoded-again', `Bearer ${jwtOf()}`],
  [`Bearer ${btoa(`${jwtOf()}\n`)}`, 'encoded-again', `Bearer ${jwtOf()}`],
  [`Bearer ${btoa(`glpat-${T}`)}`, 'encoded-again', `Bearer glpat-${T}`],
  [
    `ApiKey ${btoa(btoa('VnVhQ2ZHY0:dWkybHAyYXhU'))}`,
    'encoded-again',
    `ApiKey ${btoa('VnVhQ2ZHY0:dWkybHAyYXhU')}`,
  ],
  [
    `ApiKey ${btoa('VnVhQ2ZHY0:dWkybHAyYXhU\n')}`,
    'basic-with-line-break',
    `ApiKey ${btoa('VnVhQ2ZHY0:dWkybHAyYXhU')}`,
  ],
  ['Digest username="{rqwnbvxa}", realm="a", nonce="x", uri="/", response="0f"', 'wrapped'],
  [
    'Digest username="{\\"public_key\\":\\"rqwnbvxa\\"}", realm="a", nonce="x", uri="/", response="0f"',
    'wrapped',
  ],
  [`Basic b'${btoa('kim:word')}'`, 'wrapped', `Basic ${btoa('kim:word')}`],
  [`Basic ${btoa('kim\n:word\n')}`, 'basic-with-line-break', `Basic ${btoa('kim:word')}`],
  [`Basic ${btoa('"kim":"word"')}`, 'basic-quoted', `Basic ${btoa('kim:word')}`],
  [`Basic ${btoa('kim: word')}`, 'basic-spaced', `Basic ${btoa('kim:word')}`],
  [`Basic ${btoa('Basic kim:word')}`, 'basic-scheme-inside', `Basic ${btoa('kim:word')}`],
  [`Basic ${btoa(`kim:${btoa('kim:word')}`)}`, 'basic-encoded-twice', `Basic ${btoa('kim:word')}`],
])('%s: %s', (value, kind, repaired) => {
  const [fault, ...further] = faultsOf('Authorization', value);
  expect(further).toEqual([]);
  expect(fault?.kind).toBe(kind);
  expect(fault?.repaired).toBe(repaired);
});

test.each<[string, string, HeaderFaultKind]>([
  ['X-API-Key', `Bearer ${T}`, 'scheme-in-key'],
  ['X-API-Key', `X-API-Key: ${T}`, 'name-in-value'],
  ['X-API-Key', `api_key=${T}`, 'name-in-value'],
  ['PRIVATE-TOKEN', `"${T}"`, 'quoted'],
  ['X-API-Key', 'https://keys.example.com/show/4711', 'address'],
  ['=Authorization', `token ${T}`, 'field-name'],
  ['"X-API-Key', T, 'field-name'],
  ['PRIVATE-TOKEN', btoa(`glpat-${T}`), 'encoded-again'],
])('a key field %s: %s', (name, value, kind) =>
  expect(faultsOf(name, value).map((fault) => fault.kind)).toEqual([kind]),
);

test.each<[string, string | undefined]>([
  ['token=FQoDYXdzEPj+wEaDOQvw9k%20q1Tk3r9LwSK==', 'FQoDYXdzEPj+wEaDOQvw9k+q1Tk3r9LwSK=='],
  ['token=FQoDYXdzEPj%2BwEaDOQvw9k%2Bq1Tk3r9LwSK%3D%3D', undefined],
  ['title=Minutes of the 3rd meeting of March', undefined],
])('a plus sign in an address: %s', (query, meant) => {
  const facts = factsOf(attemptOf({ url: `https://api.example.com/v1/me?${query}` }), 0);
  expect(facts?.headerFaults.map(({ kind }) => kind)).toEqual(meant === undefined ? [] : ['plus-lost']);
});

test.each([
  ['Authorization', `Bearer ${jwtOf()}`],
  ['Authorization', `Bearer 12|${T}`],
  ['Authorization', `Bearer ${T}==`],
  ['Authorization', `Token token="${T}", email="kim@example.com"`],
  ['Authorization', `Digest username="kim", realm="a, b", nonce="x", uri="/", response="0f"`],
  ['Authorization', `MediaBrowser Client="a", Token="${T}"`],
  ['Authorization', `SharedAccessSignature sr=a%2Fb&sig=c%3D&se=1&skn=d`],
  ['Authorization', `Basic ${btoa("kim:it's")}`],
  ['Authorization', `Basic ${btoa('kim:pass word')}`],
  ['Authorization', `Basic ${btoa('kim:a:b')}`],
  ['Authorization', `Bot ${T}.abc-def`],
  ['Authorization', 'PVEAPIToken=kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab'],
  ['Authorization', 'PBSAPIToken=kim@pbs!ci:0a1b2c3d-0000-4000-8000-1234567890ab'],
  ['Authorization', `AccessToken=AT-${T}`],
  ['Authorization', `ApiKey ${btoa('VnVhQ2ZHY0:dWkybHAyYXhU')}`],
  ['Authorization', `Bearer ${btoa('{"k":"7d5b38dba2fc4c5d4a36acfed7368646","n":"ci","id":1}')}`],
  ['Authorization', `Bearer ${btoa('kim@example.com:0123456789abcdef0123456789')}`],
  ['X-API-Key', T],
  ['X-Auth-Token', `${T}==`],
  ['X-Authorization', `Bearer ${T}`],
])('nothing is wrong with %s: %s', (name, value) => expect(faultsOf(name, value)).toEqual([]));

test.each([
  ['token_v2=token_v2=v02%3Aabc', ['name-in-value']],
  ['token_v2=oken_v2=v02%3Aabc', ['name-in-value']],
  ['token_v2=v02%3Aabc', []],
  ['sid=id=4711', []],
])('Cookie: %s', (value, kinds) => {
  expect(faultsOf('Cookie', value).map(({ kind }) => kind)).toEqual(kinds);
});
