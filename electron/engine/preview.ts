import { pendingToken, stillWorld } from '../../shared/compose/will-send.ts';
import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { SentField } from '../../shared/exchange/exchange.ts';
import { maskField, maskUrl } from '../../shared/exchange/redact.ts';
import { preflight, type PreflightContext } from '../../shared/diagnosis/preflight.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Preview, PreviewField } from '../../shared/ipc/replies.ts';
import { FlowStopped, type OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { EngineContext } from './context.ts';
import { cookiePreview } from './cookies.ts';
import { openDraft, type OpenedDraft } from './opened-draft.ts';
import { outgoingOf, previewBoundary, type Outgoing } from './outgoing.ts';

/** A profile that renews its tokens by itself has none that is over. */
const profileInUse = async (
  context: EngineContext,
  { profile }: OpenedDraft,
  environmentId: string,
): Promise<Pick<PreflightContext, 'profile'>> => {
  if (profile === undefined || profile.renew) return {};
  const states = await context.tokens.states(environmentId);
  const expiresAtMs = states.find((state) => state.profileId === profile.id)?.expiresAtMs;
  return {
    profile: {
      name: profile.name,
      ...(expiresAtMs === undefined ? {} : { tokenExpiresAtMs: expiresAtMs }),
    },
  };
};

/** Masked; the word that stands for a token not yet there is no secret, and is said in words. */
const shown = (field: SentField): PreviewField => ({
  name: field.name,
  value: field.value.includes(pendingToken)
    ? field.value.replace(pendingToken, 'fetched first')
    : utf8OfBytes(maskField(field)),
  ...(field.origin === undefined ? {} : { origin: field.origin }),
});

const noticesOf = (
  { composed: { conflict }, scheme, settings, route }: OpenedDraft,
  request: OutgoingRequest,
  nowMs: number,
): Preview['notices'] => {
  if (conflict !== undefined) {
    return [{ title: conflict, explanation: 'Both are shown in Headers; choose there which one is sent.' }];
  }
  const checked = scheme?.settings.safeParse(settings);
  const own = checked?.success === true ? (scheme?.notices?.(checked.data, request, nowMs) ?? []) : [];
  return [...own, ...versionNotices(scheme, route)];
};

/** A version that was chosen by hand and is not spoken must not be passed over in silence. */
const versionNotices = (
  scheme: OpenedDraft['scheme'],
  { httpVersion }: OpenedDraft['route'],
): Preview['notices'] =>
  scheme?.ownConnection === true && httpVersion === '2'
    ? [
        {
          title: `Sent over HTTP/1.1: ${scheme.label} cannot use HTTP/2`,
          explanation:
            'Its login belongs to one connection, which HTTP/2 would share with other requests. The version that is chosen in Settings is not used.',
        },
      ]
    : [];

const preview = async (context: EngineContext, draft: Draft, environmentId: string): Promise<Preview> => {
  const opening = await openDraft(context, draft, environmentId, previewBoundary, {
    // What is made up at random would flicker with every letter that is typed.
    randomBytes: stillWorld.randomBytes,
    nowMs: context.nowMs(),
  });
  const blocked = (message: string, unresolved: readonly string[]): Preview => ({
    method: draft.method,
    url: maskUrl(draft.url),
    fields: [],
    unresolved,
    warnings: [],
    notices: [],
    blocked: message,
  });
  if (!opening.ok) return blocked(opening.message, opening.unresolved);
  const { opened } = opening;
  const { unresolved } = opened.composed;
  let outgoing: Outgoing;
  try {
    outgoing = await outgoingOf(context, opened, environmentId);
  } catch (error) {
    if (error instanceof FlowStopped) return blocked(error.message, unresolved);
    throw error;
  }
  const { request, sendsToken, tokenMissing, tokenRenews } = outgoing;
  // What stands in the place of a token that is fetched or renewed first must not be judged.
  const judged =
    tokenMissing || tokenRenews
      ? { ...request, fields: request.fields.filter((field) => field.origin?.from !== 'auth') }
      : request;
  return {
    method: request.method,
    url: maskUrl(request.url),
    fields: request.fields.map(shown),
    ...(request.trailers === undefined ? {} : { trailers: request.trailers.map(shown) }),
    cookies: await cookiePreview(context, draft, request, environmentId),
    unresolved,
    notices: noticesOf(opened, request, context.nowMs()),
    warnings: preflight(judged, {
      nowMs: context.nowMs(),
      unresolved,
      environments: {
        chosenId: environmentId,
        all: context.workspace().current().environments,
        sendsOwnToken: sendsToken,
      },
      ...(await profileInUse(context, opened, environmentId)),
    }),
  };
};

export const previewHandlers = (context: EngineContext): Pick<Handlers, 'preview'> => ({
  preview: ({ draft, environmentId }) => preview(context, draft, environmentId),
});
