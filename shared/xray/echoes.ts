import { withoutReferences } from '../exchange/character-references.ts';
import { isRecord } from '../exchange/json.ts';

/** A text that a server says it would have signed. */
export interface Echo {
  readonly kind: 'canonical' | 'to-sign';
  readonly text: string;
}

/** Members and elements that hold nothing else: S3 and those who speak like it. */
const named: ReadonlyMap<string, Echo['kind']> = new Map([
  ['canonicalrequest', 'canonical'],
  ['stringtosign', 'to-sign'],
  /** OAuth 1.0 problem reporting. */
  ['debug_sbs', 'to-sign'],
]);

/** How such a text stands in a sentence. A quote within it does not end it; what follows the closing one does. */
const sentences: readonly { readonly kind: Echo['kind']; readonly pattern: RegExp }[] = [
  {
    kind: 'canonical',
    pattern:
      /canonical string for this request should have been\s*'([^]*?)'\s*(?=the string-to-sign should|$)/i,
  },
  { kind: 'to-sign', pattern: /the string-to-sign should have been\s*'([^]*?)'\s*$/i },
  { kind: 'to-sign', pattern: /server used following string to sign:\s*'([^]*?)'\.?\s*$/i },
  {
    kind: 'to-sign',
    pattern: /base[ _-]?string[^:='"]{0,40}[:=]?\s*['"]?([A-Z]+&https?%3A%2F%2F[^\s'"<]+)/i,
  },
];

/** What an answer's body says the server would have signed: XML, JSON, a form or plain text. Never throws. */
export const echoesIn = (body: string): readonly Echo[] => {
  const leaves = leavesOf(body);
  const byName = leaves.flatMap(({ name, text }) => {
    const kind = named.get(name.toLowerCase());
    return kind === undefined || text === '' ? [] : [{ kind, text }];
  });
  const bySentence = leaves.flatMap(({ text }) =>
    sentences.flatMap(({ kind, pattern }) => {
      const said = pattern.exec(text)?.[1];
      return said === undefined ? [] : [{ kind, text: said }];
    }),
  );
  return [...byName, ...bySentence];
};

interface Leaf {
  readonly name: string;
  readonly text: string;
}

const leavesOf = (body: string): readonly Leaf[] => {
  const trimmed = body.trim();
  if (/^[{[]/.test(trimmed)) return jsonLeaves(trimmed);
  if (trimmed.startsWith('<')) return xmlLeaves(trimmed);
  return [{ name: '', text: trimmed }, ...formLeaves(trimmed)];
};

const jsonLeaves = (text: string): readonly Leaf[] => {
  try {
    return walk('', JSON.parse(text));
  } catch {
    return [{ name: '', text }];
  }
};

const walk = (name: string, value: unknown): readonly Leaf[] => {
  if (typeof value === 'string') return [{ name, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => walk(name, item));
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => walk(key, item)) : [];
};

const xmlLeaves = (text: string): readonly Leaf[] =>
  [...text.matchAll(/<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<]*)<\//g)].map(
    ([, name = '', content = '']) => ({
      name,
      text: withoutReferences(content),
    }),
  );

const formLeaves = (text: string): readonly Leaf[] =>
  /^[\w.-]+=[^\s]*$/.test(text)
    ? [...new URLSearchParams(text)].map(([name, value]) => ({ name, text: value }))
    : [];
