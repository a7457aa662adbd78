import { hash } from '../schemes/parts/hashes.ts';
import type { Flow, OutgoingRequest, SchemeEnv, Step, StepResult } from '../schemes/scheme.ts';

/** Stands in a preview where the access token will stand once it was fetched. */
export const pendingToken = 'fetched-first';

/** A world without clock, chance and keys: enough to see what a scheme adds. */
export const stillWorld: SchemeEnv = {
  nowMs: () => 0,
  randomBytes: (count) => new Uint8Array(count),
  sign: () => new Uint8Array(64),
  memory: { get: () => undefined, set: () => undefined },
};

/** What a flow is told where nobody is asked. */
export const stillAnswer = (step: Exclude<Step, { step: 'send' }>, token = pendingToken): StepResult => {
  switch (step.step) {
    case 'token':
      return { result: 'token', accessToken: token, tokenType: 'bearer' };
    case 'hash':
      return { result: 'hash', bytes: hash(step.algorithm, new Uint8Array()) };
    case 'source':
      return { result: 'source', values: {} };
    case 'negotiate':
      return { result: 'negotiate', token: '' };
    default:
      return step satisfies never;
  }
};

/** The first request a flow would send, without sending anything; a wish for a token is answered with the given one. */
export const firstRequest = (flow: Flow, accessToken = pendingToken): OutgoingRequest | undefined => {
  let next = flow.next();
  while (next.done !== true) {
    if (next.value.step === 'send') return next.value.request;
    next = flow.next(stillAnswer(next.value, accessToken));
  }
  return undefined;
};
