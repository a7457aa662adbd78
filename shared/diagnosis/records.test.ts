import { describe, expect, test } from 'vitest';
import { NOON, jwtOf } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';
import type { ExchangeRecord } from './records.ts';
import { attemptOfRecords } from './records.ts';

const url = 'https://api.example.com/v1/me';
const date = new Date(NOON * 1000).toUTCString();

describe('records', () => {
  test.each<[string, ExchangeRecord, Cause]>([
    [
      'fields as an object',
      {
        method: 'GET',
        url,
        fields: { Authorization: `Bearer ${jwtOf({ exp: NOON - 90 })}` },
        status: 401,
        answerFields: { Date: date },
      },
      'token-expired',
    ],
    [
      'fields as pairs',
      {
        method: 'GET',
        url,
        fields: [['Authorization', 'Basic dXNlcjpwYXNz']],
        status: 401,
        answerFields: [['WWW-Authenticate', 'Bearer realm="x"']],
      },
      'scheme-mismatch',
    ],
    [
      'Headers',
      { method: 'GET', url, fields: new Headers({ accept: '*/*' }), status: 401 },
      'credentials-missing',
    ],
    [
      'only the answer was logged',
      {
        method: 'GET',
        url,
        status: 401,
        answerBody: '{"error":"invalid_token","error_description":"The access token expired"}',
      },
      'token-expired',
    ],
  ])('%s', (_, record, cause) => {
    expect(diagnose(attemptOfRecords([record])).findings[0]?.cause).toBe(cause);
  });

  test('what was not logged is not missing', () => {
    const { findings } = diagnose(attemptOfRecords([{ method: 'GET', url, status: 401 }]));
    expect(findings.map(({ cause }) => cause)).not.toContain('credentials-missing');
  });

  test('a redirect between two records is followed', () => {
    const { findings } = diagnose(
      attemptOfRecords([
        {
          method: 'GET',
          url,
          fields: { Authorization: 'Bearer abcdefgh12345' },
          status: 302,
          answerFields: { Location: 'https://other.example.com/me' },
        },
        { method: 'GET', url: 'https://other.example.com/me', fields: { Accept: '*/*' }, status: 401 },
      ]),
    );
    expect(findings[0]?.cause).toBe('redirect-dropped-credentials');
  });

  test('no record, no failure', () =>
    expect(diagnose(attemptOfRecords([]))).toMatchObject({ failed: false, findings: [] }));
});
