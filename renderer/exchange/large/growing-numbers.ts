type Numbers = Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/** A list of numbers that grows, without an object for each of them. */
export class GrowingNumbers<Kept extends Numbers> {
  readonly #make: (length: number) => Kept;
  #kept: Kept;
  #length = 0;

  constructor(make: (length: number) => Kept) {
    this.#make = make;
    this.#kept = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#kept.length) {
      const wider = this.#make(this.#length * 2);
      wider.set(this.#kept);
      this.#kept = wider;
    }
    this.#kept[this.#length] = value;
    this.#length += 1;
  }

  /** 0 beyond the end. */
  at(index: number): number {
    return index < this.#length ? (this.#kept[index] ?? 0) : 0;
  }
}
