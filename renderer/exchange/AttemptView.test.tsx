// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Evidence } from '../../shared/diagnosis/diagnosis.ts';
import type { Xray } from '../../shared/exchange/exchange.ts';
import type { AttemptRecord, ExchangeTab } from '../state/state.ts';
import { AttemptView, type AttemptViewProps } from './AttemptView.tsx';
import { bodyText, sampleAttempt, sampleExchange, sampleResponse, token } from './sample.test-support.ts';

afterEach(cleanup);

const evidence: readonly Evidence[] = [
  {
    text: 'The token’s exp is 12:00:03',
    place: {
      in: 'field',
      exchange: 0,
      side: 'request',
      name: 'Authorization',
      span: { start: 7, end: 7 + token.length },
      claim: 'exp',
    },
  },
  {
    text: 'No cookie was sent',
    place: { in: 'field', exchange: 0, side: 'request', name: 'Cookie', absent: true },
  },
];

const record: AttemptRecord = {
  attempt: sampleAttempt(),
  draft: undefined,
  diagnosis: { exchange: 0, failed: true, findings: [], ruledOut: [] },
  remedy: undefined,
};

const show = (tab: ExchangeTab, change: Partial<AttemptViewProps> = {}) => {
  const onActive = vi.fn<(index: number | undefined) => void>();
  const onReveal = vi.fn<(on: boolean) => void>();
  const onTab = vi.fn<(tab: ExchangeTab) => void>();
  render(
    <AttemptView
      record={record}
      tab={tab}
      thread={{ evidence, active: undefined, scrollRequest: 0, onActive }}
      revealed={false}
      issuer={undefined}
      switcher={null}
      onTab={onTab}
      onReveal={onReveal}
      {...change}
    />,
  );
  return { onActive, onReveal, onTab };
};

test('the status line: what, how long, how much, when', () => {
  show('wire');
  for (const text of ['401', 'Unauthorized', '83 ms', '55 B', 'HTTP/1.1']) {
    expect(screen.getAllByText(text).length).toBeGreaterThan(0);
  }
  expect(screen.getByText(/12:04:15 UTC/)).toBeDefined();
});

test('the wire: bytes, provenance, decoded token, numbers at the margin', () => {
  const { onActive } = show('wire');
  const wire = screen.getByRole('group', { name: 'Bytes of the exchange' });
  expect(wire.textContent).toContain('GET /v1/me HTTP/1.1');
  expect(wire.textContent).toContain('profile Acme prod');
  expect(wire.textContent).toContain('4\u00a0min\u00a012\u00a0s before this request');
  expect(wire.textContent).toContain(bodyText);
  expect(within(wire).getByText('not sent')).toBeDefined();
  fireEvent.focus(within(wire).getByRole('button', { name: 'Evidence 2: No cookie was sent' }));
  expect(onActive).toHaveBeenCalledWith(1);
});

test.each(['wire', 'headers', 'hops', 'timeline', 'cookies', 'tls'] as const)(
  'no secret is drawn in %s',
  (tab) => {
    show(tab);
    expect(document.body.innerHTML).not.toContain(token.slice(-12));
  },
);

test('a request that was not signed has no signature to look at', () => {
  show('signature');
  expect(screen.queryByRole('tab', { name: 'Signature' })).toBeNull();
  expect(screen.getByRole('group', { name: 'Bytes of the exchange' })).toBeDefined();
});

test('a signature is shown in steps, and white space when it is asked for', () => {
  const plain = sampleExchange();
  const xray: Xray = {
    scheme: 'Example Signature',
    parts: [
      { kind: 'input', label: 'region', text: 'eu west' },
      { kind: 'input', label: 'secret', text: '••••••••', masked: true },
      { kind: 'canonical', label: 'Canonical request', text: 'GET\n/v1/me\n\nhost:api.acme.example' },
      { kind: 'result', label: 'sig', text: 'abc' },
    ],
  };
  const signed = sampleExchange({ request: { ...plain.request, xray } });
  show('signature', { record: { ...record, attempt: sampleAttempt([signed]) } });
  expect(screen.getByRole('tab', { name: 'Signature' }).getAttribute('aria-selected')).toBe('true');
  const view = within(screen.getByRole('region', { name: 'Signature' }));
  expect(view.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Example Signature',
    'What goes in',
    'Canonical request',
    'sig',
  ]);
  expect(view.getByText(/^Dots stand for a secret/)).toBeDefined();
  expect(view.getByRole('button', { name: 'Copy secret, with its dots' })).toBeDefined();
  const lines = view.getByRole('list', { name: 'Canonical request' });
  expect(within(lines).getAllByRole('listitem').length).toBe(4);
  expect(within(lines).getByText('empty line')).toBeDefined();
  expect(view.getByText('eu west')).toBeDefined();
  fireEvent.click(view.getByRole('switch', { name: 'White space' }));
  expect(view.getByText('eu·west')).toBeDefined();
  expect(within(lines).getByText('/v1/me↵')).toBeDefined();
});

test('what the server expected stands beside what was signed, the first difference named', () => {
  const ours = 'GET\n/v1/me\n\nx-amz-date:20260820T120415Z';
  const theirs = ours.replace('0415', '0416');
  const plain = sampleExchange();
  const body = `<Error><CanonicalRequest>${theirs}</CanonicalRequest></Error>`;
  const signed = sampleExchange(
    {
      request: {
        ...plain.request,
        xray: { scheme: 'AWS', parts: [{ kind: 'canonical', label: 'Canonical request', text: ours }] },
      },
    },
    sampleResponse({ body: { kind: 'text', text: body, size: body.length } }),
  );
  show('signature', { record: { ...record, attempt: sampleAttempt([signed]) } });
  expect(screen.getByText('Differs at line 4: x-amz-date.')).toBeDefined();
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marks).toEqual(['20260820T120415Z', '20260820T120416Z']);
});

test('secrets are shown when they are asked for', () => {
  show('wire', { revealed: true });
  expect(document.body.textContent).toContain(token);
});

test('the eye asks to show them', () => {
  const { onReveal } = show('wire');
  fireEvent.click(screen.getByRole('button', { name: 'Show secrets for 30 s' }));
  expect(onReveal).toHaveBeenCalledWith(true);
});

test('going to evidence of another exchange brings that exchange', () => {
  const request = {
    ...sampleExchange().request,
    method: 'POST',
    url: 'https://login.acme.example/token',
    target: '/token',
    rawHead: undefined,
  };
  const { rawHead, ...plain } = request;
  const two = {
    ...record,
    attempt: sampleAttempt([sampleExchange({ id: 't', purpose: 'token', request: plain }), sampleExchange()]),
    diagnosis: { ...record.diagnosis, exchange: 1 },
  };
  expect(rawHead).toBeUndefined();
  const thread = { evidence, active: 0, scrollRequest: 1, onActive: () => undefined };
  show('wire', { record: two, thread });
  expect(screen.getByRole('group', { name: 'Bytes of the exchange' }).textContent).toContain('POST /token');
  expect(screen.getByRole('button', { name: /exchange 1 of 2/ })).toBeDefined();
});

test('the timeline as a table has a figure under every heading, and goes to an exchange', () => {
  const two = [sampleExchange({ id: 't', purpose: 'token' }), sampleExchange()];
  const { onTab } = show('timeline', { record: { ...record, attempt: sampleAttempt(two) } });
  expect(screen.getAllByText(/^began at/).length).toBe(1);
  fireEvent.click(screen.getByRole('radio', { name: 'Table' }));
  const texts = screen
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(texts[0]?.slice(0, 4)).toEqual(['Exchange', 'Purpose', 'Status', 'Began']);
  expect(texts[1]?.slice(0, 4)).toEqual(['GET /v1/me', 'token request', '401', '0\u00a0ms']);
  expect(texts.map((row) => row.length)).toEqual([12, 12, 12]);
  const [first] = screen.getAllByRole('button', { name: 'GET /v1/me' });
  if (first !== undefined) fireEvent.click(first);
  expect(onTab).toHaveBeenCalledWith('wire');
});

test('no answer: the reason in words, and the bytes that left instead of a body', () => {
  const failed = sampleExchange({
    outcome: { kind: 'failed', failure: { code: 'refused', message: 'Nothing listens there.', detail: '' } },
  });
  show('body', { record: { ...record, attempt: sampleAttempt([failed]) } });
  expect(screen.getByText('no answer')).toBeDefined();
  expect(screen.getByText('Connection refused')).toBeDefined();
  expect(screen.getAllByText('Nothing listens there.').length).toBeGreaterThan(0);
  expect(screen.getByRole('group', { name: 'Bytes of the exchange' }).textContent).toContain('GET /v1/me');
});

test('an attempt that was stopped before anything was sent says why', () => {
  const stopped = sampleAttempt([], {
    stopped: { code: 'invalid_grant', message: 'The refresh token was used before.' },
  });
  show('wire', { record: { ...record, attempt: stopped } });
  expect(screen.getByText('The refresh token was used before.')).toBeDefined();
});

test('a long body draws only what can be seen', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `line ${at}`).join('\n');
  const exchange = sampleExchange();
  const outcome = exchange.outcome.kind === 'answered' ? exchange.outcome.response : undefined;
  if (outcome === undefined) throw new Error('the sample is answered');
  const long = sampleExchange({
    outcome: { kind: 'answered', response: { ...outcome, body: { kind: 'text', text, size: text.length } } },
  });
  show('wire', { record: { ...record, attempt: sampleAttempt([long]) } });
  expect(document.querySelectorAll('*').length).toBeLessThan(5_000);
});
