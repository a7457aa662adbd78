// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import type { Plan } from '../../shared/remedies/remedy.ts';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { sampleAttempt, sampleExchange, sampleResponse } from '../exchange/sample.test-support.ts';
import type { AttemptRecord } from '../state/state.ts';
import { DiagnosisView, type DiagnosisViewProps } from './DiagnosisView.tsx';

afterEach(cleanup);

const expired: Finding = {
  cause: 'token-expired',
  confidence: 0.97,
  title: 'Access token expired before the request',
  explanation: 'Why tokens end.',
  evidence: [
    {
      text: 'The token’s exp is 12:00:03',
      place: { in: 'field', exchange: 0, side: 'request', name: 'Authorization' },
    },
    {
      text: 'The server’s clock said 12:04:15',
      place: { in: 'field', exchange: 0, side: 'response', name: 'Date' },
    },
  ],
  remedies: [],
};

const refused: AttemptRecord = {
  attempt: sampleAttempt(),
  draft: undefined,
  diagnosis: {
    exchange: 0,
    failed: true,
    findings: [
      expired,
      { ...expired, cause: 'token-revoked', confidence: 0.02, title: 'Token revoked', evidence: [] },
    ],
    ruledOut: [{ cause: 'clock-skew', because: 'Both clocks agree.' }],
  },
  remedy: undefined,
};

const draft = emptyDraft('d');

const plan = (change: Partial<Plan> = {}): Plan => ({
  id: 'refresh-token',
  label: 'Refresh token and retry',
  changes: [{ before: 'Authorization: Bearer ••••••••kQ', after: 'Authorization: Bearer new token' }],
  sends: 'Sends one token request.',
  apply: () => draft,
  sendsRequest: true,
  ...change,
});

const show = (change: Partial<DiagnosisViewProps> = {}) => {
  const onRun = vi.fn<DiagnosisViewProps['onRun']>();
  const onGo = vi.fn<(index: number) => void>();
  const onActive = vi.fn<(index: number | undefined) => void>();
  render(
    <DiagnosisView
      layout="side"
      record={refused}
      before={undefined}
      plans={[plan()]}
      thread={{ evidence: expired.evidence, active: 0, scrollRequest: 0, onActive }}
      profile={undefined}
      token={undefined}
      vault="keychain"
      busy={undefined}
      nowMs={0}
      onGo={onGo}
      onRun={onRun}
      onRenew={() => undefined}
      onUndo={undefined}
      onCause={() => undefined}
      onSetUp={async () => undefined}
      onReport={() => undefined}
      onCurl={() => undefined}
      onClose={() => undefined}
      {...change}
    />,
  );
  return { onRun, onGo, onActive };
};

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test('who refused, why, how sure, what proves it', () => {
  show();
  expect(screen.getByText(/refused by api\.acme\.example/)).toBeDefined();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(expired.title);
  expect(screen.getByText('97 %')).toBeDefined();
  expect(within(screen.getByRole('list', { name: 'Evidence' })).getAllByRole('listitem').length).toBe(2);
  expect(screen.getByRole('button', { name: /Ruled out/ }).textContent).toContain('1 cause');
});

test('evidence is made active by the pointer and the keyboard alike, and gone to by a press', () => {
  const { onGo, onActive } = show();
  const row = screen.getByRole('button', { name: /server’s clock/ });
  fireEvent.mouseEnter(row);
  fireEvent.focus(row);
  expect(onActive.mock.calls).toEqual([[1], [1]]);
  fireEvent.click(row);
  expect(onGo).toHaveBeenCalledWith(1);
});

test('a remedy shows its change and runs once', () => {
  const { onRun } = show();
  const changes = within(screen.getByRole('list', { name: 'What it changes' })).getAllByRole('listitem');
  expect(changes.map(({ textContent }) => textContent)).toEqual([
    '−Authorization: Bearer ••••••••kQ',
    '+Authorization: Bearer new token',
  ]);
  press(/^Refresh token and retry/);
  expect(onRun).toHaveBeenCalledTimes(1);
});

test('a request that may take effect twice is confirmed first', () => {
  const { onRun } = show({ plans: [plan({ warning: 'POST is not idempotent.' })] });
  press(/^Refresh token and retry/);
  expect(onRun).not.toHaveBeenCalled();
  expect(screen.getByText('POST is not idempotent.')).toBeDefined();
  press('Not now');
  expect(onRun).not.toHaveBeenCalled();
  press(/^Refresh token and retry/);
  press('Send it a second time');
  expect(onRun).toHaveBeenCalledTimes(1);
});

test('a remedy that makes no sense yet cannot be pressed', () => {
  show({ plans: [plan({ notBeforeMs: Date.now() + 60_000 })] });
  expect(screen.getByRole('button', { name: /^Retry in/ }).hasAttribute('disabled')).toBe(true);
});

test('a question for values hands the answers on', () => {
  const fields = [{ name: 'username', label: 'User name', secret: false, value: '' }];
  const { onRun } = show({
    plans: [plan({ label: 'Switch to Basic and retry', question: { kind: 'values', fields } })],
  });
  expect(screen.getByRole('button', { name: 'Switch to Basic and retry' }).hasAttribute('disabled')).toBe(
    true,
  );
  fireEvent.change(screen.getByRole('textbox', { name: 'User name' }), { target: { value: 'ada' } });
  press('Switch to Basic and retry');
  expect(onRun.mock.calls[0]?.[1]).toEqual({ username: 'ada' });
});

const consent = plan({
  id: 'send-to-redirect-target',
  label: 'Send to eu.example once',
  question: {
    kind: 'consent',
    question: 'Send the token to eu.example?',
    speaksFor: ['HTTPS'],
    speaksAgainst: ['Another host'],
    always: 'Always for this profile',
  },
});

test('consent is asked by the host’s name, once or always, and can be declined', () => {
  const { onRun } = show({ plans: [consent, plan({ id: 'use-final-url', label: 'Use the final URL' })] });
  press('Send to eu.example once');
  press('Always for this profile');
  expect(onRun.mock.calls.map(([, , always]) => always)).toEqual([false, true]);
  press('Not now');
  expect(screen.queryByText('Send the token to eu.example?')).toBeNull();
  press('Send to eu.example once');
  expect(screen.getByText('Send the token to eu.example?')).toBeDefined();
  expect(onRun).toHaveBeenCalledTimes(2);
});

test('another remedy is shown whole before it runs', () => {
  const { onRun } = show({
    plans: [plan(), plan({ id: 'retry', label: 'Send again', changes: [], sends: 'Sends it again.' })],
  });
  press('Send again');
  expect(onRun).not.toHaveBeenCalled();
  expect(screen.getByText('Sends it again.')).toBeDefined();
  press(/^Send again/);
  expect(onRun).toHaveBeenCalledTimes(1);
});

test('after a remedy that helped: the sentence, the odds before and after, the steps', () => {
  const after: AttemptRecord = {
    attempt: sampleAttempt([sampleExchange({}, sampleResponse({ status: 200, reason: 'OK' }))], { id: 'a2' }),
    draft: undefined,
    diagnosis: { exchange: 0, failed: false, findings: [], ruledOut: [] },
    remedy: { id: 'refresh-token', label: 'Refresh token and retry', of: 'a1', undo: { draft } },
  };
  show({
    record: after,
    before: refused,
    thread: { evidence: [], active: undefined, scrollRequest: 0, onActive: () => undefined },
  });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(
    'It helped: the fresh token was accepted',
  );
  expect(screen.getByText('was 97 % before the retry')).toBeDefined();
  expect(screen.getByRole('region', { name: 'What was done' }).textContent).toContain('Request sent again');
  expect(screen.queryByRole('region', { name: 'What can be done' })).toBeNull();
});

test('unexplained says so and offers the candidates', () => {
  const weak = { ...expired, confidence: 0.2 };
  show({ record: { ...refused, diagnosis: { ...refused.diagnosis, findings: [weak] } } });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Unexplained');
  expect(screen.getByRole('region', { name: 'Candidates' }).textContent).toContain(expired.title);
});

test.each(['side', 'sheet'] as const)('no secret is drawn in the %s', (layout) => {
  show({ layout });
  expect(document.body.innerHTML).not.toContain('eyJ');
});
