import { FlowStopped, type OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';
import { openDraft, type OpenedDraft } from './opened-draft.ts';
import { outgoingOf, previewBoundary } from './outgoing.ts';

export interface ExportSource {
  readonly opened: OpenedDraft;
  readonly request: OutgoingRequest;
  /** What must be said of it in whatever form it is exported. */
  readonly notes: readonly string[];
}

/**
 * The request as it would leave now. Sends nothing.
 * @throws EngineError `bad-argument` where nothing could be sent
 */
export const exportSource = async (
  context: EngineContext,
  draft: Draft,
  environmentId: string,
): Promise<ExportSource> => {
  const opening = await openDraft(context, draft, environmentId, previewBoundary);
  if (!opening.ok) throw new EngineError('bad-argument', opening.message);
  const { opened } = opening;
  const { request, tokenMissing } = await outgoingOf(context, opened, environmentId).catch(
    (error: unknown) => {
      throw error instanceof FlowStopped ? new EngineError('bad-argument', error.message) : error;
    },
  );
  const pending = 'No token was fetched yet: put one in its place, or get one in Auth and export again.';
  return { opened, request, notes: tokenMissing ? [pending] : [] };
};
