import { expect, test } from 'vitest';
import { NOON } from '../attempt.test-support.ts';
import { sketchesIn } from './sketch.test-support.ts';

const [first] = sketchesIn(`
### a report is refused
cause: token-expired
also: token-rejected, unexplained
at: 2026-03-02T10:00:00Z
address: 192.0.2.1
> POST https://api.example.com/report
> Authorization: Basic {basic ada:pässword}
> X-Template: {{token}}
>
> one
> two
< 200 OK
> GET https://api.example.com/report/1
> Authorization: Bearer {jwt {"exp": "-60", "cnf": {"jkt": "a"}} {"alg": "ES256"}}
< 401 Unauthorized
< Date: Mon, 02 Mar 2026 10:05:00 GMT
<
< {"error": "expired"}
`);

const [silent] = sketchesIn(`### no connection\ndate: -\n> GET https://api.example.com/\n! ECONNREFUSED\n`);

const claimsIn = (value: string | undefined): unknown => JSON.parse(atob(value?.split('.')[1] ?? ''));

test('a sketch is a case with its exchanges', () => {
  const exchanges = first?.attempt.exchanges ?? [];
  expect(first).toMatchObject({
    id: 'a report is refused',
    cause: 'token-expired',
    alsoAccept: ['token-rejected', 'unexplained'],
  });
  expect(exchanges.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
    'POST https://api.example.com/report',
    'GET https://api.example.com/report/1',
  ]);
  expect(exchanges[0]?.request.body).toMatchObject({ text: 'one\ntwo' });
  expect(exchanges[0]?.request.fields).toContainEqual({
    name: 'Authorization',
    value: 'Basic YWRhOnDDpHNzd29yZA==',
  });
  expect(exchanges[0]?.request.fields).toContainEqual({ name: 'X-Template', value: '{{token}}' });
  expect(exchanges[1]?.outcome).toMatchObject({
    kind: 'answered',
    response: { status: 401, fields: [{ name: 'Date', value: 'Mon, 02 Mar 2026 10:05:00 GMT' }] },
  });
  expect(exchanges[1]?.connection?.remoteAddress).toBe('192.0.2.1');
});

test('a token’s times are told from the clock of its request', () => {
  const second = Date.parse('2026-03-02T10:00:01Z') / 1000;
  const sent = first?.attempt.exchanges[1]?.request.fields.find(({ name }) => name === 'Authorization');
  expect(claimsIn(sent?.value)).toMatchObject({ iat: second - 600, exp: second - 60, cnf: { jkt: 'a' } });
});

test('a connection that failed has no answer, and what names no cause is no failure', () => {
  expect(silent?.cause).toBeUndefined();
  expect(silent?.attempt.startedAtMs).toBe(NOON * 1000);
  expect(silent?.attempt.exchanges[0]?.outcome).toMatchObject({
    kind: 'failed',
    failure: { code: 'refused' },
  });
});

test.each([
  ['### x\ncause: bad-luck\n', 'there is no cause'],
  ['### x\n? what\n', 'is no line of a sketch'],
  ['### x\n> GET https://a.example/\n> no field\n', 'is no field'],
])('%j is refused', (text, because) => {
  expect(() => sketchesIn(text)).toThrow(because);
});
