/**
 * JSON objects that a person types: where the first fault is, and how members are added without touching the rest, so
 * that numbers keep their digits and names their order.
 */

const space = /[ \t\r\n]*/y;
const literals =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

interface Fault {
  readonly at: number;
  readonly wanted: string;
}

/** Why a text is no JSON object, with line and column, as a clause; nothing where it is one. */
export const jsonObjectProblem = (text: string): string | undefined => {
  const fault = faultOf(text);
  if (fault === undefined) return undefined;
  const before = text.slice(0, fault.at).split('\n');
  const there = text.codePointAt(fault.at);
  const found = there === undefined ? 'the text ends' : `there is ${String.fromCodePoint(there)}`;
  return `in line ${before.length}, column ${(before.at(-1) ?? '').length + 1} ${found} where ${fault.wanted} is expected`;
};

const faultOf = (text: string): Fault | undefined => {
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const taken = (character: string): boolean => {
    match(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const want = (wanted: string): Fault => ({ at, wanted });

  const value = (depth: number): Fault | undefined => {
    match(space);
    if (depth > 100) return want('less nesting');
    if (text[at] === '{') return object(depth);
    if (text[at] === '[') return array(depth);
    return match(literals) === undefined ? want('a value') : undefined;
  };
  const array = (depth: number): Fault | undefined => {
    taken('[');
    if (taken(']')) return undefined;
    for (;;) {
      const fault = value(depth + 1);
      if (fault !== undefined) return fault;
      if (taken(']')) return undefined;
      if (!taken(',')) return want('a comma or ]');
    }
  };
  const object = (depth: number): Fault | undefined => {
    if (!taken('{')) return want('{');
    if (taken('}')) return undefined;
    for (;;) {
      match(space);
      if (text[at] !== '"' || match(literals) === undefined) return want('a name in double quotes');
      if (!taken(':')) return want('a colon');
      const fault = value(depth + 1);
      if (fault !== undefined) return fault;
      if (taken('}')) return undefined;
      if (!taken(',')) return want('a comma or }');
    }
  };

  const fault = object(0);
  if (fault !== undefined) return fault;
  match(space);
  return at < text.length ? want('the end') : undefined;
};

/** Members of an object's text by name; it has no problem. */
export const jsonMembers = (text: string): ReadonlyMap<string, unknown> => {
  const value: unknown = JSON.parse(text);
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
};

export type JsonMembers = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * The object on one line with further members before or behind its own; numbers keep their digits. Takes a text
 * without a problem.
 */
export const withJsonMembers = (text: string, added: JsonMembers, where: 'before' | 'behind'): string => {
  const compact = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
  const own = compact.slice(1, -1);
  const further = JSON.stringify(added).slice(1, -1);
  const parts = where === 'before' ? [further, own] : [own, further];
  return `{${parts.filter((part) => part !== '').join(',')}}`;
};
