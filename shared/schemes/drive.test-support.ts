import type { ReceivedResponse } from '../exchange/exchange.ts';
import type { Flow, OutgoingRequest, SchemeEnv, Step } from './scheme.ts';

/** A world in which nothing happens by itself. */
export const stillEnv: SchemeEnv = { nowMs: () => 0, randomBytes: (count) => new Uint8Array(count) };

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
      next.value.step === 'token'
        ? { result: 'token', accessToken, tokenType: 'bearer' }
        : { result: 'response', response: answer },
    );
  }
  return seen;
};

export const sentRequests = (flow: Flow, accessToken?: string): readonly OutgoingRequest[] =>
  steps(flow, accessToken).flatMap((step) => (step.step === 'send' ? [step.request] : []));
