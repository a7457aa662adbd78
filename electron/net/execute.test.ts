import { expect, test } from 'vitest';
import type { Exchange, Outcome, ReceivedResponse, Xray } from '../../shared/exchange/exchange.ts';
import {
  FlowStopped,
  accessToken,
  send,
  sendFollowed,
  type Flow,
  type OutgoingRequest,
} from '../../shared/schemes/scheme.ts';
import { execute, type Executed, type ExecuteOptions, type TokenOutcome } from './execute.ts';
import { directRoute, rawServer, testFolder } from './net.test-support.ts';
import type { Delivery, Transport } from './transport-types.ts';
import { createTransport } from './transport.ts';

const request = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'GET',
  url,
  fields: [],
  body: { kind: 'none' },
  ...more,
});

const response = (status: number, location?: string): ReceivedResponse => ({
  status,
  reason: '',
  httpVersion: 'HTTP/1.1',
  fields: location === undefined ? [] : [{ name: 'Location', value: location }],
  body: { kind: 'none' },
});

const exchangeOf = (
  { purpose, request: of, redirect }: Delivery,
  outcome: Outcome,
  id = of.url,
): Exchange => ({
  id,
  purpose,
  request: {
    method: of.method,
    url: of.url,
    target: '/',
    httpVersion: 'HTTP/1.1',
    fields: [...of.fields],
    body: { kind: 'none' },
  },
  outcome,
  timings: { startedAtMs: 0 },
  ...(redirect === undefined ? {} : { redirect }),
});

const refused: Outcome = { kind: 'failed', failure: { code: 'refused', message: 'Nobody.', detail: '' } };

/** A network that knows its answers by URL; a URL that it does not know fails. */
const network =
  (answers: Readonly<Record<string, ReceivedResponse>>): Transport =>
  (delivery) => {
    const answer = answers[delivery.request.url];
    return Promise.resolve([
      exchangeOf(delivery, answer === undefined ? refused : { kind: 'answered', response: answer }),
    ]);
  };

const noToken: TokenOutcome = { ok: false, stopped: { code: 'no-token', message: 'None.' } };

const run = async (
  flow: Flow,
  given: Partial<ExecuteOptions> = {},
): Promise<Executed & { readonly reported: readonly Exchange[] }> => {
  const reported: Exchange[] = [];
  const executed = await execute({
    flow,
    transport: network({}),
    route: directRoute,
    redirects: { follow: true, max: 10, trustedOrigins: [] },
    signal: new AbortController().signal,
    timeoutMs: 0,
    token: () => Promise.resolve(noToken),
    answer: () => Promise.reject(new FlowStopped('not-asked', 'Nothing is answered here.')),
    onExchange: (exchange) => reported.push(exchange),
    ...given,
  });
  return { ...executed, reported };
};

const idsOf = ({ exchanges }: Executed): readonly string[] => exchanges.map(({ id }) => id);

test('a flow is handed its responses in turn', async () => {
  const seen: number[] = [];
  function* flow(): Flow {
    seen.push((yield* send(request('http://a/1'))).status);
    seen.push((yield* send(request('http://a/2'))).status);
  }
  const done = await run(flow(), {
    transport: network({ 'http://a/1': response(401), 'http://a/2': response(200) }),
  });
  expect(seen).toEqual([401, 200]);
  expect(idsOf(done)).toEqual(['http://a/1', 'http://a/2']);
  expect(done.reported).toEqual(done.exchanges);
  expect(done.stopped).toBeUndefined();
});

test('a flow that sends nothing', async () => {
  function* flow(): Flow {}
  expect(await run(flow())).toEqual({ exchanges: [], reported: [] });
});

test('a failed exchange ends the flow, and lets it tidy up', async () => {
  let tidied = false;
  function* flow(): Flow {
    try {
      yield* send(request('http://a/none'));
      yield* send(request('http://a/never'));
    } finally {
      tidied = true;
    }
  }
  const done = await run(flow());
  expect(idsOf(done)).toEqual(['http://a/none']);
  expect(done.stopped).toBeUndefined();
  expect(tidied).toBe(true);
});

test('redirects are followed within one step: one exchange per hop, the last answer counts', async () => {
  let final = 0;
  function* flow(): Flow {
    final = (yield* send(request('http://a.test/1', { fields: [{ name: 'Authorization', value: 'x' }] })))
      .status;
  }
  const done = await run(flow(), {
    transport: network({
      'http://a.test/1': response(302, '/2'),
      'http://a.test/2': response(307, 'http://b.test/3'),
      'http://b.test/3': response(401),
    }),
  });
  expect(final).toBe(401);
  expect(idsOf(done)).toEqual(['http://a.test/1', 'http://a.test/2', 'http://b.test/3']);
  expect(done.exchanges.map(({ redirect }) => redirect?.because)).toEqual([
    undefined,
    'same-origin',
    'other-host',
  ]);
  expect(done.exchanges.map(({ redirect }) => redirect?.dropped)).toEqual([undefined, [], ['Authorization']]);
  expect(done.exchanges.map(({ request: { fields } }) => fields.length)).toEqual([1, 1, 0]);
});

test.each([
  ['not wanted', { follow: false, max: 10, trustedOrigins: [] }, [302], undefined],
  ['wanted, but none allowed', { follow: true, max: 0, trustedOrigins: [] }, [], 'too-many-redirects'],
])('redirects that are %s', async (_name, redirects, statuses, stopped) => {
  const seen: number[] = [];
  function* flow(): Flow {
    seen.push((yield* send(request('http://a/1'))).status);
  }
  const done = await run(flow(), { redirects, transport: network({ 'http://a/1': response(302, '/2') }) });
  expect(idsOf(done)).toEqual(['http://a/1']);
  expect(seen).toEqual(statuses);
  expect(done.stopped?.code).toBe(stopped);
});

test('a loop ends', async () => {
  function* flow(): Flow {
    yield* send(request('http://a/1'));
  }
  const done = await run(flow(), {
    redirects: { follow: true, max: 3, trustedOrigins: [] },
    transport: network({ 'http://a/1': response(302, '/1') }),
  });
  expect(done.exchanges).toHaveLength(4);
  expect(done.stopped).toMatchObject({
    code: 'too-many-redirects',
    message: expect.stringContaining('http://a/1'),
  });
});

const bearerFlow = function* (): Flow {
  const token = yield* accessToken();
  yield* send(
    request('http://a/1', {
      fields: [{ name: 'Authorization', value: `${token.tokenType} ${token.accessToken}` }],
    }),
  );
};

const tokenExchange = exchangeOf(
  { purpose: 'token', request: request('http://as/token'), route: directRoute },
  { kind: 'answered', response: response(200) },
);

test('a token is fetched in sight, and handed to the flow', async () => {
  const done = await run(bearerFlow(), {
    transport: network({ 'http://a/1': response(200) }),
    token: ({ onExchange }) => {
      onExchange(tokenExchange);
      return Promise.resolve({ ok: true, accessToken: 'abc', tokenType: 'Bearer' });
    },
  });
  expect(idsOf(done)).toEqual(['http://as/token', 'http://a/1']);
  expect(done.exchanges[1]?.request.fields).toEqual([{ name: 'Authorization', value: 'Bearer abc' }]);
  expect(done.reported).toEqual(done.exchanges);
});

test('a token that cannot be had stops the flow before the request', async () => {
  const stopped = { code: 'invalid_client', message: 'The client is unknown.' };
  const done = await run(bearerFlow(), {
    token: ({ onExchange }) => {
      onExchange(tokenExchange);
      return Promise.resolve({ ok: false, stopped });
    },
  });
  expect(idsOf(done)).toEqual(['http://as/token']);
  expect(done.stopped).toEqual(stopped);
});

test('a refused tunnel ends the flow: the request was never sent', async () => {
  const transport: Transport = (delivery) =>
    Promise.resolve([
      exchangeOf({ ...delivery, purpose: 'connect' }, { kind: 'answered', response: response(407) }),
    ]);
  const done = await run(bearerFlow(), {
    transport,
    token: () => Promise.resolve({ ok: true, accessToken: 'abc', tokenType: 'Bearer' }),
  });
  expect(done.exchanges.map(({ purpose }) => purpose)).toEqual(['connect']);
  expect(done.stopped).toMatchObject({ code: 'proxy-refused', message: expect.stringContaining('407') });
});

test('what breaks within is an outcome too', async () => {
  function* flow(): Flow {
    yield* send(request('http://a/1'));
    throw new Error('a bug');
  }
  const done = await run(flow(), { transport: network({ 'http://a/1': response(200) }) });
  expect(idsOf(done)).toEqual(['http://a/1']);
  expect(done.stopped).toEqual({
    code: 'flow-failed',
    message: 'The request could not be carried out: a bug',
  });
  expect((await run(bearerFlow(), { token: () => Promise.reject(new Error('b')) })).stopped?.code).toBe(
    'flow-failed',
  );
});

/** Waits until it is told to stop, and tells why. */
const patient: Transport = (delivery, { signal }) =>
  new Promise((resolve) => {
    const end = (): void => {
      const reason: unknown = signal.reason;
      const code = reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'cancelled';
      resolve([exchangeOf(delivery, { kind: 'failed', failure: { code, message: '', detail: '' } })]);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });

test.each<[string, number, (controller: AbortController) => void, string]>([
  ['the deadline', 20, () => undefined, 'timeout'],
  ['the person', 60_000, (controller) => setTimeout(() => controller.abort(), 20), 'cancelled'],
  [
    'the person, without a deadline',
    0,
    (controller) => setTimeout(() => controller.abort(), 20),
    'cancelled',
  ],
  ['the person, before it began', 0, (controller) => controller.abort(), 'cancelled'],
])('%s ends it', async (_name, timeoutMs, begin, code) => {
  const controller = new AbortController();
  begin(controller);
  function* flow(): Flow {
    yield* send(request('http://a/1'));
  }
  const done = await run(flow(), { transport: patient, timeoutMs, signal: controller.signal });
  expect(done.exchanges[0]?.outcome).toMatchObject({ failure: { code } });
});

test('over real sockets: a redirect to another port loses the credentials, and both hops are there byte for byte', async () => {
  const target = await rawServer('HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\n\r\n');
  const front = await rawServer(
    `HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:${target.port}/b\r\nContent-Length: 0\r\n\r\n`,
  );
  const { transport, close } = createTransport({
    bodyFolder: testFolder(),
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
  });
  function* flow(): Flow {
    yield* send(
      request(`http://127.0.0.1:${front.port}/a`, {
        fields: [
          { name: 'Host', value: `127.0.0.1:${front.port}` },
          { name: 'Authorization', value: 'Bearer abc' },
        ],
      }),
    );
  }
  const { exchanges } = await run(flow(), { transport });
  await close();
  expect(front.received()).toBe(
    `GET /a HTTP/1.1\r\nHost: 127.0.0.1:${front.port}\r\nAuthorization: Bearer abc\r\n\r\n`,
  );
  expect(target.received()).toBe(`GET /b HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n\r\n`);
  expect(exchanges.map(({ request: { rawHead } }) => rawHead)).toEqual([front.received(), target.received()]);
  expect(exchanges[1]?.redirect).toMatchObject({
    status: 307,
    dropped: ['Authorization'],
    because: 'other-port',
  });
});

test('a flow goes on from where redirects led', async () => {
  const answered: OutgoingRequest[] = [];
  function* flow(): Flow {
    answered.push((yield* sendFollowed(request('http://a.example/'))).answered);
    answered.push((yield* sendFollowed(request('http://a.example/b'))).answered);
  }
  const transport = network({
    'http://a.example/': response(302, '/b'),
    'http://a.example/b': response(401),
  });
  await run(flow(), { transport });
  expect(answered.map(({ url }) => url)).toEqual(['http://a.example/b', 'http://a.example/b']);
});

test('what an answer proves stands in the X-ray of its request, and nowhere without one', async () => {
  const xrayOfAnswer = ({ status }: ReceivedResponse): Xray['parts'] => [
    { kind: 'result', label: 'proof', text: String(status) },
  ];
  const xray: Xray = { scheme: 'Digest', parts: [{ kind: 'result', label: 'response', text: 'x' }] };
  function* flow(): Flow {
    yield* send(request('http://a.example/b', { xray, xrayOfAnswer }));
    yield* send(request('http://a.example/b', { xrayOfAnswer }));
    yield* send(request('http://a.example/none', { xray, xrayOfAnswer }));
  }
  const answering = network({ 'http://a.example/b': response(200) });
  const transport: Transport = async (delivery, hooks) =>
    (await answering(delivery, hooks)).map((exchange) => ({
      ...exchange,
      request: { ...exchange.request, ...(delivery.request.xray && { xray: delivery.request.xray }) },
    }));
  const { exchanges } = await run(flow(), { transport });
  expect(exchanges.map(({ request: sent }) => sent.xray?.parts.map(({ label }) => label))).toEqual([
    ['response', 'proof'],
    undefined,
    ['response'],
  ]);
});
