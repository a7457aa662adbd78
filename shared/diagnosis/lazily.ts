/** An object whose members are computed when they are first asked for, each once: most exchanges need few of them. */
export const lazily = <T extends object>(members: { readonly [K in keyof T]: () => T[K] }): T => {
  const made = {};
  const values: Partial<T> = {};
  for (const name in members) {
    if (!Object.hasOwn(members, name)) continue;
    Object.defineProperty(made, name, {
      enumerable: true,
      get: () => {
        if (!(name in values)) values[name] = members[name]();
        return values[name];
      },
    });
  }
  return made as T;
};
