import { useEffect, useState } from 'react';
import type { Comparable } from '../../shared/compare/request-of.ts';
import { maskText } from '../../shared/exchange/redact.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { host } from '../host.ts';
import { useWindow } from '../state/store.ts';

const bodyOf = ({ body }: Draft) => {
  const text = body.kind === 'text' ? maskText(body.text) : '';
  return text === '' ? { kind: 'none' as const } : { kind: 'text' as const, text, size: text.length };
};

/** A saved request as it would leave now, secrets masked; nothing until the engine has composed it. */
export const useSavedRequest = (id: string | undefined): Comparable | undefined => {
  const draft = useWindow((state) => state.workspace.requests.find((one) => one.id === id));
  const environmentId = useWindow((state) => state.environmentId);
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly request: Comparable }>();
  useEffect(() => {
    if (draft === undefined) return undefined;
    let stale = false;
    void host()
      .call('preview', { draft, environmentId })
      .then((reply) => {
        if (stale || !reply.ok) return;
        const { method, url, fields, blocked } = reply.value;
        const request: Comparable =
          blocked === undefined
            ? {
                ok: true,
                status: undefined,
                request: {
                  method,
                  url,
                  target: url,
                  httpVersion: 'HTTP/1.1',
                  fields: fields.map(({ name, value }) => ({ name, value })),
                  body: bodyOf(draft),
                },
              }
            : { ok: false, message: blocked };
        setLoaded({ id: draft.id, request });
      });
    return () => {
      stale = true;
    };
  }, [draft, environmentId]);
  return loaded !== undefined && loaded.id === id ? loaded.request : undefined;
};
