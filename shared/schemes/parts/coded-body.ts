import type { OutgoingBody, OutgoingRequest } from '../scheme.ts';

/** The body as it will leave; one with files in it, which only the engine reads, as it is. */
export const codedBody = ({ body, coding }: Pick<OutgoingRequest, 'body' | 'coding'>): OutgoingBody => {
  if (coding === undefined || body.kind !== 'bytes') return body;
  const coder = coding.begin();
  return { kind: 'bytes', bytes: Uint8Array.from([...coder.take(body.bytes), ...coder.end()]) };
};
