/** An object whose members are computed when they are first asked for, each once: most exchanges need few of them. */
export const lazily = <T extends object>(members: { readonly [K in keyof T]: () => T[K] }): T => {
  const made = {};
  for (const name in members) {
    if (!Object.hasOwn(members, name)) continue;
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = members[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made as T;
};
