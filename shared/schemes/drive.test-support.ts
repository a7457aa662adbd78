import type { ReceivedResponse } from '../exchange/exchange.ts';
import { stillAnswer } from '../compose/will-send.ts';
import type { Flow, OutgoingRequest, Step } from './scheme.ts';

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
