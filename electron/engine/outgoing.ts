import { asksForToken, pendingToken } from '../../shared/compose/will-send.ts';
import type { AccessToken, OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { createStillSchemeHost, firstRequestOf } from '../schemes/scheme-host.ts';
import type { EngineContext } from './context.ts';
import type { OpenedDraft } from './opened-draft.ts';

/** A boundary that stays the same from one preview to the next. */
export const previewBoundary = 'why401-boundary';

const pending: AccessToken = { accessToken: pendingToken, tokenType: 'bearer' };

export interface Outgoing {
  readonly request: OutgoingRequest;
  /** The scheme sends a token of the environment, be it there already or not. */
  readonly sendsToken: boolean;
  /** The scheme will fetch a token first; what stands in its place is no token. */
  readonly tokenMissing: boolean;
  /** The scheme will have got another token by the time the request leaves, if the stored one is over. */
  readonly tokenRenews: boolean;
}

/**
 * The request as it would leave now, with the stored token where there is one. Sends nothing.
 * @throws FlowStopped where the scheme cannot make a request
 */
export const outgoingOf = async (
  context: EngineContext,
  { composed, tokenOwner, memoryOwner, cookies, clockOffsetMs }: OpenedDraft,
  environmentId: string,
): Promise<Outgoing> => {
  const host = createStillSchemeHost(
    () => context.nowMs() + clockOffsetMs,
    context.schemeMemories(memoryOwner),
  );
  const { env } = host;
  const asks = asksForToken(composed.flow(env));
  const token =
    asks && tokenOwner !== undefined ? await context.tokens.current(tokenOwner.id, environmentId) : undefined;
  const first = (await firstRequestOf(composed.flow(env), host, token ?? pending)) ?? composed.request;
  return {
    request: await cookies.before(first, []),
    sendsToken: asks,
    tokenMissing: asks && token === undefined,
    tokenRenews: asks && tokenOwner?.renew === true,
  };
};
