import { parseSync, Visitor } from 'vite';

/** @typedef {import('vite').ESTree.Program['body'][number]} Statement */

/**
 * What a CommonJS chunk needs of others, and of Node, it loads when it first uses it, not when it is loaded itself: most
 * commands use a part of what is linked into them. Where a module is used while its user is being loaded, nothing
 * changes.
 */
export const lazyRequires = {
  name: 'lazy-requires',
  /** @type {(code: string, chunk: unknown, options: { format: string }) => { code: string, map: null } | undefined} */
  renderChunk: (code, _chunk, { format }) =>
    format === 'cjs' ? { code: withLazyRequires(code), map: null } : undefined,
};

/**
 * Refuses chunks that need each other: the one that is loaded first would see the other half made, and what that lacks
 * as `undefined`.
 */
export const chunksInOrder = {
  name: 'chunks-in-order',
  /** @type {(options: unknown, bundle: Readonly<Record<string, { type: string, imports?: readonly string[] }>>) => void} */
  generateBundle: (_options, bundle) => {
    const circle = circleIn(
      new Map(Object.entries(bundle).map(([name, { imports = [] }]) => [name, imports])),
    );
    if (circle === undefined) return;
    const names = circle.join(' → ');
    throw new Error(
      `Chunks need each other: ${names}. Lay what both need below them (parts in scripts/bundle.mjs).`,
    );
  },
};

/**
 * A way that leads back to where it began; `undefined` where there is none.
 * @param {ReadonlyMap<string, readonly string[]>} needs
 * @returns {readonly string[] | undefined}
 */
export const circleIn = (needs) => {
  const done = new Set();
  /** @type {(name: string, way: readonly string[]) => readonly string[] | undefined} */
  const walk = (name, way) => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of needs.get(name) ?? []) {
      const circle = walk(next, [...way, name]);
      if (circle !== undefined) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of needs.keys()) {
    const circle = walk(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
};

/**
 * Turns each `const name = require("…")` at the top into a function that is called wherever the name was used. A name
 * that is bound a second time further down stays as it is.
 * @param {string} code
 */
export const withLazyRequires = (code) => {
  const { program } = parseSync('chunk.cjs', code);
  const required = requiresIn(program.body, code);
  const { bound, uses, shorthands, constructed } = namesIn(program);
  for (const [name, times] of bound) if (times > 1) required.delete(name);

  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  for (const [name, { statements, load }] of required) {
    const text = `var loaded_${name};\nfunction ${name}() { return loaded_${name} ??= ${load}; }`;
    edits.push(...statements.map((range, at) => ({ ...range, text: at === 0 ? text : '' })));
  }
  const replaced = edits.map(({ start, end }) => ({ start, end }));
  for (const { name, start, end } of uses) {
    if (!required.has(name) || replaced.some((range) => start >= range.start && end <= range.end)) continue;
    edits.push({ start, end, text: shorthands.has(start) ? `${name}: ${name}()` : `${name}()` });
  }
  // `new name().Thing()` would construct what `name` is.
  for (const { name, start, end } of constructed) {
    if (!required.has(name)) continue;
    edits.push({ start, end: start, text: '(' }, { start: end, end, text: ')' });
  }
  return edited(code, edits);
};

/**
 * The statements that require something, and the interop for default imports that may follow; not the bundler's own
 * helpers, which everything needs at once.
 * @param {readonly Statement[]} body
 * @param {string} code
 */
const requiresIn = (body, code) => {
  /** @type {Map<string, { statements: { start: number, end: number }[], load: string }>} */
  const found = new Map();
  for (const { start, end } of body) {
    const text = code.slice(start, end);
    const [, name, load] =
      /^(?:const|let) (\w+) = (require\("(?!\.\/rolldown-runtime)[^"]+"\));$/.exec(text) ?? [];
    if (name !== undefined && load !== undefined) found.set(name, { statements: [{ start, end }], load });
    const [, again, before, wrapped, after] = /^(\w+) = ([\w.]+\()(\w+)(, 1\));$/.exec(text) ?? [];
    const known = again === wrapped ? found.get(again ?? '') : undefined;
    if (known === undefined) continue;
    known.statements.push({ start, end });
    known.load = `${before}${known.load}${after}`;
  }
  return found;
};

/** @param {import('vite').ESTree.Program} program */
const namesIn = (program) => {
  /** @type {Map<string, number>} */
  const bound = new Map();
  /** By where they stand: a shorthand is both a key and a value. @type {Map<number, { name: string, start: number, end: number }>} */
  const identifiers = new Map();
  /** Places of names that are no variables: behind a dot, before a colon. */
  const labels = new Set();
  const shorthands = new Set();
  /** @type {{ name: string, start: number, end: number }[]} */
  const constructed = [];
  /** @param {unknown} pattern */
  const bind = (pattern) => {
    if (typeof pattern !== 'object' || pattern === null) return;
    if (Array.isArray(pattern)) pattern.forEach(bind);
    else if ('type' in pattern && pattern.type === 'Identifier' && 'name' in pattern)
      bound.set(String(pattern.name), (bound.get(String(pattern.name)) ?? 0) + 1);
    else Object.values(pattern).forEach(bind);
  };
  /** @param {{ computed: boolean, key: { start: number } }} member */
  const label = ({ computed, key }) => void (computed || labels.add(key.start));
  /** @param {{ id: unknown, params: unknown }} callee */
  const callable = ({ id, params }) => (bind(id), bind(params));
  new Visitor({
    Identifier: ({ name, start, end }) => void identifiers.set(start, { name, start, end }),
    VariableDeclarator: ({ id }) => bind(id),
    FunctionDeclaration: callable,
    FunctionExpression: callable,
    ArrowFunctionExpression: ({ params }) => bind(params),
    ClassDeclaration: ({ id }) => bind(id),
    ClassExpression: ({ id }) => bind(id),
    CatchClause: ({ param }) => bind(param),
    MemberExpression: ({ computed, property }) => void (computed || labels.add(property.start)),
    Property: ({ shorthand, computed, key }) => {
      if (shorthand) shorthands.add(key.start);
      else label({ computed, key });
    },
    MethodDefinition: label,
    PropertyDefinition: label,
    NewExpression: ({ callee: { start, end, ...callee } }) => {
      let inner = /** @type {{ type: string, object?: any, name?: string }} */ (callee);
      while (inner.type === 'MemberExpression') inner = inner.object;
      if (inner.type === 'Identifier') constructed.push({ name: inner.name ?? '', start, end });
    },
  }).visit(program);
  const uses = [...identifiers.values()].filter(({ start }) => !labels.has(start));
  return { bound, uses, shorthands, constructed };
};

/**
 * @param {string} code
 * @param {readonly { start: number, end: number, text: string }[]} edits
 */
const edited = (code, edits) => {
  let made = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    made += code.slice(at, start) + text;
    at = end;
  }
  return made + code.slice(at);
};
