import { valueOf, valuesOf } from '../../exchange/fields.ts';
import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { authParam } from '../../http-auth/auth.ts';
import { parseChallenges } from '../../http-auth/challenges.ts';
import { dpopProof } from '../../oauth/dpop-proof.ts';
import { attachField, prefixed } from '../parts/attach.ts';
import {
  send,
  type DpopKey,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from '../scheme.ts';

/**
 * Sends a request with a token that is bound to a key, and the proof of that key (RFC 9449 §7). A nonce that the server
 * gave is kept for the next request; where it wants one that the request did not have, the request is sent once more
 * (§9).
 */
export function* sendWithProof(
  request: OutgoingRequest,
  accessToken: string,
  key: DpopKey,
  env: SchemeEnv,
): Generator<Step, void, StepResult> {
  const slot = `dpop-nonce ${new URL(request.url).origin}`;
  const withToken = attachField(request, 'Authorization', prefixed('DPoP', accessToken));
  // A token that the person typed is not the one that the key belongs to.
  if (withToken === request) {
    yield* send(request);
    return;
  }
  const proved = (): OutgoingRequest => {
    const nonce = env.memory.get(slot);
    const about = {
      method: request.method,
      url: request.url,
      accessToken,
      ...(nonce === undefined ? {} : { nonce }),
    };
    const { proof, xray } = dpopProof(key, about, env);
    return { ...attachField(withToken, 'DPoP', proof), xray };
  };
  const had = env.memory.get(slot);
  const response = yield* send(proved());
  const given = valueOf(response.fields, 'DPoP-Nonce');
  if (given === undefined || given === had) return;
  env.memory.set(slot, given);
  if (!wantsNonce(response)) return;
  const second = yield* send(proved());
  const next = valueOf(second.fields, 'DPoP-Nonce');
  if (next !== undefined) env.memory.set(slot, next);
}

const wantsNonce = ({ status, fields }: ReceivedResponse): boolean =>
  status === 401 &&
  parseChallenges(valuesOf(fields, 'WWW-Authenticate')).challenges.some(
    (challenge) => authParam(challenge, 'error') === 'use_dpop_nonce',
  );
