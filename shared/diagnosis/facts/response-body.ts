import { withoutReferences } from '../../exchange/character-references.ts';
import type { Body } from '../../exchange/exchange.ts';
import { parseJson } from '../../exchange/json.ts';

/** What an answer's body is, read once. Text is at most 64 KiB of it: an error is told at the beginning. */
export type ReadBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly text: string; readonly value: unknown }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'html'; readonly text: string; readonly title: string; readonly words: string }
  | { readonly kind: 'text'; readonly text: string };

const LIMIT = 65_536;

export const textOfBody = (body: Body): string => {
  switch (body.kind) {
    case 'text':
      return body.text.slice(0, LIMIT);
    case 'file':
      return body.head?.slice(0, LIMIT) ?? '';
    case 'none':
    case 'bytes':
      return '';
    default:
      return body satisfies never;
  }
};

export const readBody = (body: Body): ReadBody => {
  const text = textOfBody(body);
  const start = text.trimStart();
  if (start === '') return { kind: 'none' };
  if (/^[[{"]/.test(start)) {
    const value = parseJson(text);
    if (value !== undefined) return { kind: 'json', text, value };
  }
  if (/^<(!doctype\s+html|html|head|body|script|div|p|pre|h1|center|meta|title)\b/i.test(start))
    return htmlOf(text);
  if (start.startsWith('<')) return /<html[\s>]/i.test(start) ? htmlOf(text) : { kind: 'xml', text };
  return { kind: 'text', text };
};

const htmlOf = (text: string): ReadBody => ({
  kind: 'html',
  text,
  title: wordsOf(/<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? ''),
  words: wordsOf(
    text
      .slice(0, 16_384)
      .replace(/<(script|style)[^>]*>[\s\S]*?(<\/\1>|$)/gi, ' ')
      .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
      .replace(/<[^>]*>/g, ' '),
  ).slice(0, 2_000),
});

/** Character references and white space as a person reads them. */
export const wordsOf = (markup: string): string => withoutReferences(markup).replace(/\s+/g, ' ').trim();
