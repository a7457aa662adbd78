import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import { maskField, maskUrl } from '../../shared/exchange/redact.ts';
import { preflight } from '../../shared/diagnosis/preflight.ts';
import type { Handlers, Preview } from '../../shared/ipc/contract.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { EngineContext } from './context.ts';
import { openDraft } from './opened-draft.ts';
import { outgoingOf, previewBoundary } from './outgoing.ts';

const preview = async (context: EngineContext, draft: Draft, environmentId: string): Promise<Preview> => {
  const opening = await openDraft(context, draft, environmentId, previewBoundary);
  if (!opening.ok) {
    return {
      method: draft.method,
      url: maskUrl(draft.url),
      fields: [],
      unresolved: opening.unresolved,
      warnings: [],
      blocked: opening.message,
    };
  }
  const { request } = await outgoingOf(context, opening.opened, environmentId);
  return {
    method: request.method,
    url: maskUrl(request.url),
    fields: request.fields.map((field) => ({
      name: field.name,
      value: utf8OfBytes(maskField(field)),
      ...(field.origin === undefined ? {} : { origin: field.origin }),
    })),
    unresolved: opening.opened.composed.unresolved,
    warnings: preflight(request, { nowMs: context.nowMs() }),
  };
};

export const previewHandlers = (context: EngineContext): Pick<Handlers, 'preview'> => ({
  preview: ({ draft, environmentId }) => preview(context, draft, environmentId),
});
