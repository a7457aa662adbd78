import { WireError } from './failures.ts';
import { fileSpill, type Spill } from './spill.ts';

/** A body after it came in whole: in memory while it is small, else in the file `id` of the body folder. */
export type Kept =
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly id: string; readonly size: number; readonly head: Uint8Array };

export interface BodyFolder {
  readonly folder: string;
  readonly newId: () => string;
  /** Bytes up to which a body stays in memory. */
  readonly memoryLimit: number;
  /** Takes large bodies instead of a file in the folder. */
  readonly spill?: Spill | undefined;
}

const headBytes = 64 * 1024;

/** Takes the pieces of one body; goes over to a file as soon as they are too many for memory. */
export class BodyKeeper {
  readonly #where: BodyFolder;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #file: { readonly spill: Spill; readonly head: Uint8Array } | undefined;

  constructor(where: BodyFolder) {
    this.#where = where;
  }

  get size(): number {
    return this.#size;
  }

  /** At once where it can be; a promise only where the disk has to be waited for. */
  write(piece: Uint8Array): Promise<void> | void {
    this.#size += piece.length;
    if (this.#file === undefined) {
      this.#pieces.push(piece);
      return this.#size <= this.#where.memoryLimit ? undefined : this.#spill().catch(notWritten);
    }
    try {
      return this.#file.spill.write(piece)?.catch(notWritten);
    } catch (cause) {
      return notWritten(cause);
    }
  }

  async finish(): Promise<Kept> {
    if (this.#file === undefined) return { kind: 'memory', bytes: whole(this.#pieces) };
    const { spill, head } = this.#file;
    await spill.close();
    return { kind: 'file', id: spill.id, size: this.#size, head };
  }

  /** Leaves nothing on the disk. */
  async discard(): Promise<void> {
    this.#pieces = [];
    const file = this.#file;
    this.#file = undefined;
    await file?.spill.discard();
  }

  async #spill(): Promise<void> {
    const { spill: given, folder, newId } = this.#where;
    const spill = given ?? (await fileSpill(folder, newId()));
    const bytes = whole(this.#pieces);
    this.#pieces = [];
    this.#file = { spill, head: Buffer.from(bytes.subarray(0, headBytes)) };
    await spill.write(bytes);
  }
}

const whole = (pieces: readonly Uint8Array[]): Uint8Array => {
  const [first, ...further] = pieces;
  return first === undefined || further.length > 0 ? Buffer.concat(pieces) : first;
};

const notWritten = (cause: unknown): never => {
  throw new WireError(
    'other',
    'A large body could not be written to the disk of this machine. Make room, and send again.',
    { cause },
  );
};
