import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { WireError } from './failures.ts';

/** A body after it came in whole: in memory while it is small, else in the file `id` of the body folder. */
export type Kept =
  | { readonly kind: 'memory'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly id: string; readonly size: number; readonly head: Uint8Array };

export interface BodyFolder {
  readonly folder: string;
  readonly newId: () => string;
  /** Bytes up to which a body stays in memory. */
  readonly memoryLimit: number;
}

const headBytes = 64 * 1024;

/** Takes the pieces of one body; goes over to a file as soon as they are too many for memory. */
export class BodyKeeper {
  readonly #where: BodyFolder;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #file: { readonly id: string; readonly handle: FileHandle; readonly head: Uint8Array } | undefined;

  constructor(where: BodyFolder) {
    this.#where = where;
  }

  get size(): number {
    return this.#size;
  }

  async write(piece: Uint8Array): Promise<void> {
    this.#size += piece.length;
    if (this.#file === undefined) this.#pieces.push(piece);
    if (this.#size <= this.#where.memoryLimit) return;
    try {
      if (this.#file === undefined) await this.#spill();
      else await this.#file.handle.writeFile(piece);
    } catch (cause) {
      throw new WireError(
        'other',
        'A large body could not be written to the disk of this machine. Make room, and send again.',
        { cause },
      );
    }
  }

  async finish(): Promise<Kept> {
    if (this.#file === undefined) return { kind: 'memory', bytes: Buffer.concat(this.#pieces) };
    const { id, handle, head } = this.#file;
    await handle.close();
    return { kind: 'file', id, size: this.#size, head };
  }

  /** Leaves nothing on the disk. */
  async discard(): Promise<void> {
    this.#pieces = [];
    if (this.#file === undefined) return;
    const { id, handle } = this.#file;
    this.#file = undefined;
    await handle.close();
    await rm(this.#pathOf(id), { force: true });
  }

  async #spill(): Promise<void> {
    const id = this.#where.newId();
    await mkdir(this.#where.folder, { recursive: true, mode: 0o700 });
    const handle = await open(this.#pathOf(id), 'wx', 0o600);
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#file = { id, handle, head: Buffer.from(bytes.subarray(0, headBytes)) };
    await handle.writeFile(bytes);
  }

  #pathOf(id: string): string {
    return join(this.#where.folder, id);
  }
}
