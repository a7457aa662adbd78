import { Fragment } from 'react';

/** Words that fit no line of a narrow panel. */
const LONG = /\S{19,}/g;
/** Behind these an address or a code may go on in the next line. */
const JOINTS = /(?<=[/.:@_,;=?&-])(?=[^/.:@_,;=?&\s-])/;

/** Where a text may be broken: a long address, host or code at its joints. */
export const breakableParts = (text: string): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  let part = '';
  for (const { index, 0: word } of text.matchAll(LONG)) {
    const [first = '', ...rest] = word.split(JOINTS);
    part += text.slice(start, index) + first;
    for (const next of rest) {
      parts.push(part);
      part = next;
    }
    start = index + word.length;
  }
  return [...parts, part + text.slice(start)];
};

/** A text whose long addresses and codes go on in the next line at a joint, not within a word. It is copied as it is. */
export const Breakable = ({ text }: { readonly text: string }) =>
  breakableParts(text).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
