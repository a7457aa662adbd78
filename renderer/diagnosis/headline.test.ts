import { expect, test } from 'vitest';
import type { Diagnosis, Finding } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { sampleAttempt, sampleExchange, sampleResponse } from '../exchange/sample.test-support.ts';
import type { AttemptRecord } from '../state/state.ts';
import { headlineOf } from './headline.ts';
import { remedySteps } from './remedy-steps.ts';

const expired: Finding = {
  cause: 'token-expired',
  confidence: 0.97,
  title: 'Access token expired 4 min 12 s before the request',
  explanation: '',
  evidence: [],
  remedies: [],
};

const refused: Diagnosis = { exchange: 0, failed: true, findings: [expired], ruledOut: [] };
const fine: Diagnosis = { exchange: 0, failed: false, findings: [], ruledOut: [] };

const record = (attempt: Attempt, diagnosis: Diagnosis, retried = false): AttemptRecord => ({
  attempt,
  draft: undefined,
  diagnosis,
  remedy: retried
    ? { id: 'refresh-token', label: 'Refresh token and retry', of: 'a1', undo: { draft: emptyDraft('d') } }
    : undefined,
});

const answered = (status: number, reason: string, id = 'a2'): Attempt =>
  sampleAttempt([sampleExchange({}, sampleResponse({ status, reason }))], { id });

const before = record(sampleAttempt(), refused);

test.each([
  ['refused', before, undefined, '401 refused by api.acme.example', expired.title],
  [
    'unexplained',
    record(sampleAttempt(), { ...refused, findings: [{ ...expired, confidence: 0.2 }] }),
    undefined,
    '401 refused by api.acme.example',
    'Unexplained',
  ],
  [
    'accepted',
    record(answered(200, 'OK'), fine),
    undefined,
    '200 answered by api.acme.example',
    'Nothing to explain',
  ],
  [
    'helped',
    record(answered(200, 'OK'), fine, true),
    before,
    '200 answered by api.acme.example',
    'It helped: the fresh token was accepted',
  ],
  [
    'did not help',
    record(answered(401, 'Unauthorized'), refused, true),
    before,
    '401 refused by api.acme.example',
    'It did not help: still 401',
  ],
  [
    'something else',
    record(answered(403, 'Forbidden'), refused, true),
    before,
    '403 refused by api.acme.example',
    'Something else: now 403',
  ],
  [
    'a failure that is no refusal',
    record(answered(500, 'Oops'), fine, true),
    before,
    '500 answered by api.acme.example',
    'Something else: now 500',
  ],
  [
    'token refused',
    record(sampleAttempt([], { stopped: { code: 'invalid_grant', message: '' } }), refused, true),
    before,
    ' nothing was sent',
    'It did not help: the token request was refused',
  ],
  ['not sent', record(sampleAttempt([]), fine), undefined, ' nothing was sent', 'Nothing to explain'],
] as const)('%s', (_, shown, mended, who, title) => {
  const headline = headlineOf(shown, mended);
  expect(`${headline.pill?.text ?? ''} ${headline.who}`).toBe(who);
  expect(headline.title).toBe(title);
  expect(headline.spoken).toContain(title);
});

test('what was done, step by step', () => {
  const token = sampleExchange({ purpose: 'token' }, sampleResponse({ status: 200 }));
  const request = { ...token.request, url: 'https://login.acme.example/token' };
  const again = sampleExchange({}, sampleResponse({ status: 200 }));
  const after = record(sampleAttempt([{ ...token, request }, again], { id: 'a2' }), fine, true);
  const steps = remedySteps(before, after, 'refresh-token', { profile: 'Acme prod', where: 'keychain' });
  expect(steps.map(({ text, where, ok }) => `${ok ? 'done' : 'refused'}: ${text}, ${where}`)).toEqual([
    'done: Refresh token sent to the token endpoint, login.acme.example',
    'done: New token stored for Acme prod, keychain',
    'done: Request sent again, nothing changed, api.acme.example',
  ]);
});

test('a refused token is not stored', () => {
  const token = sampleExchange({ purpose: 'token' }, sampleResponse({ status: 400 }));
  const steps = remedySteps(before, record(sampleAttempt([token]), refused, true), 'fetch-token', {
    profile: 'A',
    where: 'k',
  });
  expect(steps.map(({ ok }) => ok)).toEqual([false]);
});
