import type { ReceivedResponse } from '../exchange/exchange.ts';
import { stillAnswer } from '../compose/will-send.ts';
import type { Flow, OutgoingRequest, Step, StepResult } from './scheme.ts';

export const bareRequest = (change: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'GET',
  url: 'https://api.example.com/v1/me',
  fields: [{ name: 'Host', value: 'api.example.com', origin: { from: 'url', note: 'from the URL' } }],
  body: { kind: 'none' },
  ...change,
});

const answer: ReceivedResponse = {
  status: 200,
  reason: 'OK',
  httpVersion: '1.1',
  fields: [],
  body: { kind: 'none' },
};

/** Drives a flow by hand: answers tokens and requests, returns the steps in order. */
export const steps = (flow: Flow, accessToken = 'abc'): readonly Step[] => {
  const seen: Step[] = [];
  let next = flow.next();
  while (next.done !== true) {
    seen.push(next.value);
    next = flow.next(
      next.value.step === 'send'
        ? { result: 'response', response: answer }
        : stillAnswer(next.value, accessToken),
    );
  }
  return seen;
};

export const sentRequests = (flow: Flow, accessToken?: string): readonly OutgoingRequest[] =>
  steps(flow, accessToken).flatMap((step) => (step.step === 'send' ? [step.request] : []));

export const answered = (
  status: number,
  ...fields: readonly (readonly [string, string])[]
): ReceivedResponse => ({ ...answer, status, fields: fields.map(([name, value]) => ({ name, value })) });

/** 401 with these values of WWW-Authenticate. */
export const refused = (...challenges: readonly string[]): ReceivedResponse =>
  answered(401, ...challenges.map((value) => ['WWW-Authenticate', value] as const));

/** Answers a request; `count` is 1 for the first. A redirect that was followed is told with the answer. */
export type Server = (
  request: OutgoingRequest,
  count: number,
) => ReceivedResponse | Omit<Extract<StepResult, { result: 'response' }>, 'result'>;

/** Drives a flow against a server; a body in files has a hash of zeros. All that was sent, in order. */
export const drive = (flow: Flow, server: Server): readonly OutgoingRequest[] => {
  const sent: OutgoingRequest[] = [];
  let next = flow.next();
  while (next.done !== true) {
    const step = next.value;
    if (step.step === 'send') {
      sent.push(step.request);
      const reply = server(step.request, sent.length);
      next = flow.next({ result: 'response', ...('response' in reply ? reply : { response: reply }) });
    } else if (step.step === 'hash') next = flow.next({ result: 'hash', bytes: new Uint8Array(16) });
    else next = flow.next(stillAnswer(step));
  }
  return sent;
};
