import { expect, test } from 'vitest';
import type { Attempt } from '../exchange/exchange.ts';
import { attemptOf, bearer, jwtOf, NOON } from '../diagnosis/attempt.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { markdownReport } from './markdown.ts';

const reportOf = (attempt: Attempt): string =>
  markdownReport({ attempt, diagnosis: diagnose(attempt), version: '1.2.3', nowMs: NOON * 1000 });

test('tells the verdict, its evidence and every exchange, without secrets', () => {
  const token = jwtOf({ exp: NOON - 60 });
  const attempt = attemptOf({
    sent: { ...bearer({ exp: NOON - 60 }), Cookie: 'sid=verysecretsession' },
    body: { detail: `bad token ${token}` },
    at: 0,
  });
  const text = reportOf(attempt);
  expect(text).toMatch(/^# Access token expired 1\u00a0min before the request\n/);
  expect(text).toContain('`token-expired`');
  expect(text).toContain('(Request › Authorization › token › exp)');
  expect(text).toContain('> GET https://api.example.com/v1/me HTTP/1.1');
  expect(text).toContain('< HTTP/1.1 401');
  expect(text).toContain('> Authorization: Bearer ‹token A›');
  expect(text).toMatch(/- token A \(fingerprint [0-9a-f]{4}\), in exchange 1/);
  expect(text).toMatch(/- cookie A, in exchange 1/);
  expect(text).toMatch(/Written by why401 1\.2\.3 at 2023-11-15T12:00:00\.000Z\.\n$/);
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
  const text = reportOf({ ...attempt, exchanges });
  expect(text).toContain('> abc\n>\n> X-Sum: 7\n> X-Api-Key: ‹key A›\n');
});

test('a server’s words take no effect as Markdown', () => {
  const attempt = attemptOf({
    sent: bearer(),
    body: { message: 'invalid token <img src=x> ```\n# heading' },
  });
  const text = reportOf(attempt);
  const [before = ''] = text.split('## Exchanges');
  expect(before).not.toMatch(/(?<!\\)<img/);
  expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  expect(text).toMatch(/\n````+http\n/);
});

test('what did not fail is said so', () => {
  const attempt = attemptOf({ status: 204 });
  expect(reportOf(attempt)).toMatch(/^# No authentication failure\n/);
});

test('whoever runs the server is told where its log shows it, secrets of the address aside', () => {
  const text = reportOf(
    attemptOf({
      url: 'https://api.example.com/v1/me?api_key=verysecretkey',
      received: { Server: 'nginx/1.22', 'X-Request-Id': 'req-12345' },
    }),
  );
  expect(text).toContain('## In the server’s log (nginx)');
  expect(text).toContain('grep -rF -- req-12345 /var/log/nginx/');
  expect(text).not.toContain('verysecretkey');
});

test('what experiments found stands in it', () => {
  const attempt = attemptOf({ sent: bearer() });
  const experiments = [
    { changed: 'Without credentials', answer: '401, no error', says: 'The server reads the credential' },
  ];
  const text = markdownReport({
    attempt,
    diagnosis: diagnose(attempt),
    version: '1',
    nowMs: NOON * 1000,
    experiments,
  });
  expect(text).toContain(
    '## Experiments\n\n- Without credentials: 401, no error. The server reads the credential.',
  );
});
