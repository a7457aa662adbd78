const unset = Symbol('unset');

/** Of each member: how it follows from what the object is made of and from the other members. */
type Members<T, S> = { readonly [K in keyof T]: (from: S, made: T) => T[K] };

/**
 * Makes objects whose members are computed when they are first asked for, each once: most exchanges need few of them.
 * The members are declared once, on a prototype, since objects are made by the thousand.
 */
export const lazily = <T extends object, S>(members: Members<T, S>): ((from: S) => T) => {
  const names = Object.keys(members) as (keyof T)[];
  const none: readonly unknown[] = names.map(() => unset);
  class Made {
    readonly from: S;
    readonly values: unknown[];
    constructor(from: S) {
      this.from = from;
      this.values = none.slice();
    }
  }
  for (const [at, name] of names.entries()) {
    const compute = members[name];
    Object.defineProperty(Made.prototype, name, {
      get(this: Made) {
        if (this.values[at] === unset) this.values[at] = compute(this.from, this as object as T);
        return this.values[at];
      },
    });
  }
  return (from) => new Made(from) as object as T;
};
