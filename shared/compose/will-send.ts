import type { Flow, OutgoingRequest, SchemeEnv } from '../schemes/scheme.ts';

/** Stands in a preview where the access token will stand once it was fetched. */
export const pendingToken = 'fetched-first';

/** A world without clock and chance: enough to see what a scheme adds. */
export const stillWorld: SchemeEnv = { nowMs: () => 0, randomBytes: (count) => new Uint8Array(count) };

/** The first request a flow would send, without sending anything; a wish for a token is answered with the given one. */
export const firstRequest = (flow: Flow, accessToken = pendingToken): OutgoingRequest | undefined => {
  const first = flow.next();
  const next =
    first.done !== true && first.value.step === 'token'
      ? flow.next({ result: 'token', accessToken, tokenType: 'bearer' })
      : first;
  return next.done !== true && next.value.step === 'send' ? next.value.request : undefined;
};

/**
 * What would leave at the first send, for the "Will send" line and for exports. `accessToken` is the stored one, where
 * there is one.
 */
export const willSend = (
  composed: { readonly request: OutgoingRequest; flow(env: SchemeEnv): Flow },
  env: SchemeEnv,
  accessToken?: string,
): OutgoingRequest => firstRequest(composed.flow(env), accessToken) ?? composed.request;
