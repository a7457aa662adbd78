import { fieldNamed, valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';

/** Tools write these themselves, and records often leave them out. */
const written: ReadonlySet<string> = new Set(['host', 'content-length', 'connection', 'user-agent']);

/** The names that an HTTP signature says it covers: `headers="…"` of the drafts, or Signature-Input (RFC 9421 §4.1). */
const coveredBy = (facts: Facts): readonly string[] => {
  const { fields } = facts.exchange.request;
  const draft = /\bheaders="([^"]+)"/.exec(
    valueOf(fields, 'Signature') ??
      (facts.authorization?.parsed?.scheme === 'signature' ? facts.authorization.value : ''),
  )?.[1];
  if (draft !== undefined) return draft.split(/\s+/);
  const list = /=\(([^()]*)\)/.exec(valueOf(fields, 'Signature-Input') ?? '')?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
};

/** A field that the request’s own signature covers and that was not sent. */
export const signedNotSent = (facts: Facts): string | undefined =>
  facts.exchange.request.unseen === true
    ? undefined
    : coveredBy(facts).find(
        (name) =>
          /^[a-z][\w-]*$/i.test(name) &&
          !written.has(name.toLowerCase()) &&
          fieldNamed(facts.exchange.request.fields, name) === undefined,
      );
