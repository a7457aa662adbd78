import { expect, test } from 'vitest';
import { attemptOf, bearer, jwtOf, NOON } from './attempt.test-support.ts';
import { diagnose } from './diagnose.ts';
import { explainJson } from './explain-json.ts';

test('one line holds findings in order of rank, places as pointers, and no secret', () => {
  const token = jwtOf({ exp: NOON - 60 });
  const attempt = attemptOf({
    url: 'https://api.example.com/me?api_key=s3cr3t-value',
    sent: bearer({ exp: NOON - 60 }),
    body: { message: `expired: ${token}` },
    at: 0,
  });
  const line = explainJson('a.har', attempt, diagnose(attempt));
  expect(line).toMatchObject({
    file: 'a.har',
    attempt: {
      startedAt: '2023-11-15T12:00:00.000Z',
      explained: 0,
      failed: true,
      exchanges: [{ method: 'GET', status: 401 }],
    },
  });
  expect(line.findings[0]).toMatchObject({
    cause: 'token-expired',
    summary: 'Access token expired 1\u00a0min before the request',
  });
  expect(line.findings[0]?.evidence).toContainEqual({
    text: 'The token’s exp is 11:59:00',
    at: 'Request › Authorization › token › exp',
  });
  expect(line.findings[0]?.remedies[0]).toEqual({
    id: 'refresh-token',
    label: 'Refresh the token and retry',
  });
  const confidences = line.findings.map(({ confidence }) => confidence);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(JSON.stringify(line)).not.toContain(token);
  expect(JSON.stringify(line)).not.toContain('s3cr3t-value');
});

test('what did not fail has no findings', () => {
  const attempt = attemptOf({ status: 200, body: { ok: true } });
  expect(explainJson('-', attempt, diagnose(attempt))).toMatchObject({
    attempt: { failed: false },
    findings: [],
    ruledOut: [],
  });
});
