import { expect, test } from 'vitest';
import { attemptOf, bearer, NOON } from '../diagnosis/attempt.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { readHar } from '../exchange/har.ts';
import { parseJson } from '../exchange/json.ts';
import { harReport } from './har.ts';

const attempt = attemptOf({ sent: bearer({ exp: NOON - 60 }), at: 0 });
const diagnosis = diagnose(attempt);
const written = parseJson(
  harReport({
    attempt,
    diagnosis,
    version: '1.2.3',
    nowMs: NOON * 1000,
    experiments: [{ changed: 'Without credentials', answer: '401, no error', says: 'The server looks' }],
  }),
);

test('is an archive that any tool reads, with the diagnosis under a name of our own', () => {
  expect(written).toMatchObject({
    log: {
      version: '1.2',
      creator: { name: 'why401', version: '1.2.3' },
      entries: [{ request: { headers: [{ name: 'Authorization', value: 'Bearer ‹token A›' }] } }],
      _why401: {
        writtenAt: '2023-11-15T12:00:00.000Z',
        findings: [
          { cause: 'token-expired', remedies: expect.arrayContaining(['Fetch a new token and retry']) },
        ],
        experiments: [{ changed: 'Without credentials' }],
        secrets: [{ name: 'token A', exchanges: [1] }],
      },
    },
  });
});

test('reads back as the attempt that it tells of', () => {
  const read = readHar(written);
  expect(read.ok && read.attempt.exchanges.map(({ request }) => request.url)).toEqual([
    'https://api.example.com/v1/me',
  ]);
});
