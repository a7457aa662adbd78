import { byteStringOfBase64, byteStringToBytes } from '../../../shared/exchange/bytes.ts';
import { LargeBody, type Form } from './large-body.ts';

let body = new LargeBody(0);

/** What the window may ask; each call is answered in its turn. */
const calls = {
  /** A body of so many bytes will come. */
  begin: (size: number): void => {
    body = new LargeBody(size);
  },
  /** The next piece, in Base64 as the host gave it or as bytes; answers the number of rows. */
  append: (piece: string | Uint8Array, form: Form): number => {
    body.append(typeof piece === 'string' ? byteStringToBytes(byteStringOfBase64(piece) ?? '') : piece);
    return body.count(form);
  },
  count: (form: Form) => body.count(form),
  rows: (form: Form, from: number, count: number, revealed: boolean) =>
    body.rows(form, from, count, revealed),
  search: (text: string) => body.search(text),
  rowOfPlace: (form: Form, place: number) => body.rowOfPlace(form, place),
  treeCount: () => body.treeCount(),
  treeRows: (from: number, count: number, revealed: boolean) => body.treeRows(from, count, revealed),
  turn: (row: number) => body.turn(row),
  pathOf: (row: number) => body.pathOf(row),
  filter: (text: string, revealed: boolean) => body.filter(text, revealed),
};

export type LargeCalls = typeof calls;

/** A question, and the answer with its number. */
export interface Asked {
  readonly id: number;
  readonly name: keyof LargeCalls;
  readonly args: readonly unknown[];
}
export type Answered =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly problem: string };

const answer = async ({ id, name, args }: Asked): Promise<Answered> => {
  try {
    return { id, value: await (calls[name] as (...given: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'It could not be read.' };
  }
};

self.addEventListener('message', (event: MessageEvent<Asked>): void => {
  // A worker has one listener, and no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void answer(event.data).then((answered) => self.postMessage(answered));
});
