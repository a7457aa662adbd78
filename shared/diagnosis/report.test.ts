import { expect, test } from 'vitest';
import { attemptOf, bearer, jwtOf, NOON } from './attempt.test-support.ts';
import { diagnose } from './diagnose.ts';
import { report } from './report.ts';

test('tells the verdict, its evidence and every exchange, without secrets', () => {
  const token = jwtOf({ exp: NOON - 60 });
  const attempt = attemptOf({
    sent: { ...bearer({ exp: NOON - 60 }), Cookie: 'sid=verysecretsession' },
    body: { detail: `bad token ${token}` },
    at: 0,
  });
  const text = report(attempt, diagnose(attempt));
  expect(text).toMatch(/^# Access token expired 1\u00a0min before the request\n/);
  expect(text).toContain('`token-expired`');
  expect(text).toContain('(Request › Authorization › token › exp)');
  expect(text).toContain('> GET https://api.example.com/v1/me HTTP/1.1');
  expect(text).toContain('< HTTP/1.1 401');
  expect(text).toContain('••••••••');
  expect(text).not.toContain(token);
  expect(text).not.toContain('verysecretsession');
});

test('fields behind a body stand behind it, without secrets', () => {
  const attempt = attemptOf({ sent: bearer() });
  const exchanges = attempt.exchanges.map((exchange) => ({
    ...exchange,
    request: {
      ...exchange.request,
      body: { kind: 'text' as const, text: 'abc', size: 3 },
      trailers: [
        { name: 'X-Sum', value: '7' },
        { name: 'X-Api-Key', value: 'zoo-key-12345' },
      ],
    },
  }));
  const text = report({ ...attempt, exchanges }, diagnose(attempt));
  expect(text).toContain('> abc\n>\n> X-Sum: 7\n> X-Api-Key: ••••••••45\n');
});

test('a server’s words take no effect as Markdown', () => {
  const attempt = attemptOf({
    sent: bearer(),
    body: { message: 'invalid token <img src=x> ```\n# heading' },
  });
  const text = report(attempt, diagnose(attempt));
  const [before = ''] = text.split('## Exchanges');
  expect(before).not.toMatch(/(?<!\\)<img/);
  expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  expect(text).toMatch(/\n````+http\n/);
});

test('what did not fail is said so', () => {
  const attempt = attemptOf({ status: 204 });
  expect(report(attempt, diagnose(attempt))).toMatch(/^# No authentication failure\n/);
});
