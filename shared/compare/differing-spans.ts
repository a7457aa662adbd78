import type { Span } from '../http-auth/auth.ts';

interface Shown {
  readonly text: string;
  readonly key: string;
}

/** Masked values differ by what is hidden: the mask itself is marked then. */
const hidden = /••••••••\S{0,2}/;

const isWordPart = (character: string): boolean => /[A-Za-z0-9]/.test(character);

/** The stretch in which two texts differ, widened to whole words, so that a changed second marks its time and not one digit. */
export const differingSpans = (
  left: Shown,
  right: Shown,
): { readonly left: readonly Span[]; readonly right: readonly Span[] } => {
  if (left.text === right.text) return { left: maskSpan(left.text), right: maskSpan(right.text) };
  const start = commonStart(left.text, right.text);
  const end = commonEnd(left.text, right.text, start);
  return {
    left: span(start, left.text.length - end),
    right: span(start, right.text.length - end),
  };
};

const span = (start: number, end: number): readonly Span[] => (end > start ? [{ start, end }] : []);

const maskSpan = (text: string): readonly Span[] => {
  const found = hidden.exec(text);
  return found === null ? [] : [{ start: found.index, end: found.index + found[0].length }];
};

const commonStart = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  while (at > 0 && isWordPart(a.charAt(at - 1)) && (isWordPart(a.charAt(at)) || isWordPart(b.charAt(at))))
    at -= 1;
  while (at > 0 && /:/.test(a.charAt(at - 1)) && /\d/.test(a.charAt(at - 2))) at = wordStart(a, at - 1);
  return at;
};

const wordStart = (text: string, before: number): number => {
  let at = before;
  while (at > 0 && isWordPart(text.charAt(at - 1))) at -= 1;
  return at;
};

const commonEnd = (a: string, b: string, start: number): number => {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  while (
    count > 0 &&
    isWordPart(a.charAt(a.length - count)) &&
    (isWordPart(a.charAt(a.length - count - 1)) || isWordPart(b.charAt(b.length - count - 1)))
  ) {
    count -= 1;
  }
  return count;
};
