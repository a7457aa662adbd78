import {
  responseOf,
  type Exchange,
  type Purpose,
  type ReceivedResponse,
  type RedirectNote,
} from '../../shared/exchange/exchange.ts';
import {
  FlowStopped,
  type AccessToken,
  type Flow,
  type OutgoingRequest,
  type Step,
  type StepResult,
} from '../../shared/schemes/scheme.ts';
import type { HostStep } from '../schemes/scheme-host.ts';
import { nextHop } from './redirects.ts';
import type { Route, Transport, TransportHooks } from './transport-types.ts';

export type TokenOutcome =
  ({ readonly ok: true } & AccessToken) | { readonly ok: false; readonly stopped: Stopped };

/** Why a flow ended before its request was answered: a code and a sentence for a person. */
export interface Stopped {
  readonly code: string;
  readonly message: string;
}

export interface ExecuteOptions {
  readonly flow: Flow;
  readonly transport: Transport;
  readonly route: Route;
  readonly redirects: {
    readonly follow: boolean;
    /** Most hops of one request, the first not counted. */
    readonly max: number;
    readonly trustedOrigins: readonly string[];
  };
  /** What the requests of the flow are for; `resource` unless it says otherwise. */
  readonly purpose?: Purpose;
  /** The person's wish to cancel. */
  readonly signal: AbortSignal;
  /** Deadline of the whole attempt in milliseconds; 0 means none. */
  readonly timeoutMs: number;
  /** Gets an access token. Each exchange that this takes is reported while it happens. */
  token(hooks: { readonly signal: AbortSignal; onExchange(exchange: Exchange): void }): Promise<TokenOutcome>;
  /** Answers what is neither a request nor a token. @throws FlowStopped where it cannot */
  answer(step: HostStep): Promise<StepResult>;
  /** The jar, where the request uses one. */
  readonly cookies?: HopCookies;
  /** Called for each exchange when it is over, in order. */
  onExchange(exchange: Exchange): void;
  /** Bytes of the response body under way; `total` where Content-Length says. */
  readonly onReceived?: TransportHooks['onReceived'];
  /** Bytes of a large request body that left so far. */
  readonly onSent?: TransportHooks['onSent'];
  /** Where the body of an answer goes should it be large. */
  readonly spillFor?: TransportHooks['spillFor'];
}

/** What cookies have to do with each hop of a request. */
export interface HopCookies {
  /** The request with the cookies that go to its address; `redirectedFrom` are the addresses before it. */
  before(request: OutgoingRequest, redirectedFrom: readonly string[]): Promise<OutgoingRequest>;
  /** Takes in what the answer sets. */
  after(url: string, response: ReceivedResponse): Promise<void>;
}

export interface Executed {
  readonly exchanges: readonly Exchange[];
  readonly stopped?: Stopped;
}

/**
 * Drives a flow to its end. A failed exchange or a token that cannot be had ends it early; nothing is thrown, and
 * nothing is sent that is not in the list.
 */
export const execute = async (options: ExecuteOptions): Promise<Executed> => {
  const deadline = withDeadline(options.signal, options.timeoutMs);
  const exchanges: Exchange[] = [];
  const record = (exchange: Exchange): void => {
    exchanges.push(exchange);
    options.onExchange(exchange);
  };
  const run: Run = { options, signal: deadline.signal, record, ownConnection: {} };
  try {
    const stopped = await drive(run);
    return { exchanges, ...(stopped === undefined ? {} : { stopped }) };
  } catch (error) {
    if (error instanceof FlowStopped) {
      return { exchanges, stopped: { code: error.code, message: error.message } };
    }
    const detail = error instanceof Error ? error.message : String(error);
    return {
      exchanges,
      stopped: { code: 'flow-failed', message: `The request could not be carried out: ${detail}` },
    };
  } finally {
    deadline.clear();
  }
};

interface Run {
  readonly options: ExecuteOptions;
  readonly signal: AbortSignal;
  readonly record: (exchange: Exchange) => void;
  /** Stands for the connection that this run alone may use. */
  readonly ownConnection: object;
}

/** A step's result, or that the flow cannot go on. */
type Advance = { readonly result: StepResult } | { readonly stopped: Stopped | undefined };

const drive = async (run: Run): Promise<Stopped | undefined> => {
  const { flow } = run.options;
  try {
    let next = flow.next();
    while (next.done !== true) {
      const advance = await take(run, next.value);
      if ('stopped' in advance) return advance.stopped;
      next = flow.next(advance.result);
    }
    return undefined;
  } finally {
    flow.return();
  }
};

const take = async (run: Run, step: Step): Promise<Advance> => {
  switch (step.step) {
    case 'send':
      return await sendFollowing(run, step);
    case 'token':
      return await fetchToken(run);
    case 'hash':
    case 'source':
    case 'negotiate':
      return { result: await run.options.answer(step) };
    default:
      return step satisfies never;
  }
};

const fetchToken = async ({ options, signal, record }: Run): Promise<Advance> => {
  const outcome = await options.token({ signal, onExchange: record });
  if (!outcome.ok) return { stopped: outcome.stopped };
  const { ok: _ok, ...token } = outcome;
  return { result: { result: 'token', ...token } };
};

/** Sends a request and follows where it is redirected: one exchange per hop, the last answer is the step's result. */
const sendFollowing = async (
  run: Run,
  { request: first, connection }: Extract<Step, { step: 'send' }>,
): Promise<Advance> => {
  const { redirects } = run.options;
  let request = first;
  let redirect: RedirectNote | undefined;
  const cookies = run.options.cookies;
  const visited: string[] = [];
  for (let hops = 0; ; hops += 1) {
    // Chosen anew for each hop: the next request is made from the one without them.
    const sent = (await cookies?.before(request, visited)) ?? request;
    const answer = await sendOnce(run, sent, redirect, connection);
    if ('stopped' in answer) return answer;
    const { response } = answer;
    await cookies?.after(request.url, response);
    visited.push(request.url);
    const next = redirects.follow ? nextHop(request, response, redirects) : undefined;
    if (next === undefined) {
      const redirected = hops === 0 ? {} : { redirected: request };
      return { result: { result: 'response', response, ...redirected } };
    }
    if (hops === redirects.max) return { stopped: tooMany(redirects.max, next.note.to) };
    ({ request, note: redirect } = next);
  }
};

const sendOnce = async (
  { options, signal, record, ownConnection }: Run,
  request: OutgoingRequest,
  redirect: RedirectNote | undefined,
  connection: 'own' | undefined,
): Promise<{ readonly response: ReceivedResponse } | { readonly stopped: Stopped | undefined }> => {
  const { transport, purpose = 'resource', onReceived, onSent, spillFor } = options;
  const route =
    connection === 'own'
      ? { ...options.route, ownConnection, boundToConnection: true as const }
      : options.route;
  const delivery = { purpose, request, route, ...(redirect === undefined ? {} : { redirect }) };
  const made = await transport(delivery, {
    signal,
    ...(onReceived === undefined ? {} : { onReceived }),
    ...(onSent === undefined ? {} : { onSent }),
    ...(spillFor === undefined ? {} : { spillFor }),
  });
  for (const exchange of made) record(withProof(exchange, request));
  const last = made.at(-1);
  if (last === undefined || last.outcome.kind === 'failed') return { stopped: undefined };
  const { response } = last.outcome;
  return last.purpose === 'connect' ? { stopped: noTunnel(response.status) } : { response };
};

/** What was signed while the body left, and what the answer says of the signature, beside it. */
const withProof = (exchange: Exchange, { xray, coding, xrayOfAnswer }: OutgoingRequest): Exchange => {
  if (exchange.purpose === 'connect') return exchange;
  const response = responseOf(exchange);
  const ofAnswer = response === undefined ? [] : (xrayOfAnswer?.(response) ?? []);
  const parts = [...(coding?.xray() ?? []), ...ofAnswer];
  if (xray === undefined || parts.length === 0) return exchange;
  const request = { ...exchange.request, xray: { ...xray, parts: [...xray.parts, ...parts] } };
  return { ...exchange, request };
};

const tooMany = (max: number, to: string): Stopped => ({
  code: 'too-many-redirects',
  message: `There were more than ${max} redirects; the next one leads to ${to}. Allow more in the settings, or use the final address.`,
});

const noTunnel = (status: number): Stopped => ({
  code: 'proxy-refused',
  message: `The proxy answered ${status} and opened no tunnel, so the request itself was not sent.`,
});

/** The person's signal and the clock's in one; its reason tells which it was. */
const withDeadline = (
  signal: AbortSignal,
  timeoutMs: number,
): { readonly signal: AbortSignal; clear(): void } => {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(signal.reason);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  const expire = (): void =>
    controller.abort(new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError'));
  const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    },
  };
};
