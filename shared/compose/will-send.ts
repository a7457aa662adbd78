import { hash } from '../schemes/parts/hashes.ts';
import {
  FlowStopped,
  type Flow,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from '../schemes/scheme.ts';

/** Stands in a preview where the access token will stand once it was fetched. */
export const pendingToken = 'fetched-first';

/** A world without clock, chance and keys: enough to see what a scheme adds. */
export const stillWorld: SchemeEnv = {
  nowMs: () => 0,
  randomBytes: (count) => new Uint8Array(count),
  sign: () => new Uint8Array(64),
  verify: () => false,
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

/** Whether a flow begins with a wish for a token; one that cannot begin at all says why when it is sent. */
export const asksForToken = (flow: Flow): boolean => {
  try {
    return flow.next().value?.step === 'token';
  } catch (error) {
    if (error instanceof FlowStopped) return false;
    throw error;
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
