import { headEnd, parseHead, type ReceivedHead } from './head.ts';
import type { Wire } from './tap.ts';

/** A head longer than this is not looked at any further; Node refuses it as well. */
export const maxHeadBytes = 1024 * 1024;

/** How much of an answer that cannot be read is kept for a person to look at. */
const keptBytes = 64 * 1024;

/** What crossed the socket for one exchange: heads as bytes, and the beginning of what came. */
export class WireLog implements Wire {
  readonly interim: ReceivedHead[] = [];
  head: ReceivedHead | undefined;
  rawResponseHead: string | undefined;
  rawRequestHead: string | undefined;
  peerEnded = false;
  receivedBytes = 0;

  readonly #onFirstByte: () => void;
  #outgoing: Uint8Array = new Uint8Array();
  #incoming: Uint8Array = new Uint8Array();
  readonly #beginning: Uint8Array[] = [];
  #headsOver = false;

  constructor(onFirstByte: () => void) {
    this.#onFirstByte = onFirstByte;
  }

  sent(bytes: Uint8Array): void {
    if (this.rawRequestHead !== undefined || this.#outgoing.length > maxHeadBytes) return;
    this.#outgoing = joined(this.#outgoing, bytes);
    const end = headEnd(this.#outgoing);
    if (end === undefined) return;
    this.rawRequestHead = latin1(this.#outgoing.subarray(0, end));
    this.#outgoing = new Uint8Array();
  }

  received(bytes: Uint8Array): void {
    if (this.receivedBytes === 0) this.#onFirstByte();
    // A piece that came from a socket is nobody else's: it needs no copy.
    if (this.receivedBytes < keptBytes) this.#beginning.push(bytes);
    this.receivedBytes += bytes.length;
    if (!this.#headsOver) this.#readHeads(bytes);
  }

  ended(): void {
    this.peerEnded = true;
  }

  /** The beginning of all that came, as a byte string; absent where nothing did. */
  beginning(): string | undefined {
    return this.receivedBytes === 0
      ? undefined
      : latin1(Buffer.concat(this.#beginning).subarray(0, keptBytes));
  }

  /** Interim answers come in any number before the final one (RFC 9110 §15.2); 101 is final. */
  #readHeads(bytes: Uint8Array): void {
    this.#incoming = joined(this.#incoming, bytes);
    for (let end = headEnd(this.#incoming); end !== undefined; end = headEnd(this.#incoming)) {
      const raw = latin1(this.#incoming.subarray(0, end));
      const head = parseHead(raw);
      this.#incoming = this.#incoming.subarray(end);
      if (head === undefined || head.status >= 200 || head.status === 101) {
        this.head = head;
        this.rawResponseHead = head === undefined ? undefined : raw;
        this.#endHeads();
        return;
      }
      this.interim.push(head);
    }
    if (this.#incoming.length > maxHeadBytes) this.#endHeads();
  }

  #endHeads(): void {
    this.#headsOver = true;
    this.#incoming = new Uint8Array();
  }
}

const joined = (before: Uint8Array, bytes: Uint8Array): Uint8Array =>
  before.length === 0 ? bytes : Buffer.concat([before, bytes]);

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
