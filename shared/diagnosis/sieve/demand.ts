/**
 * What must occur in whatever a pattern matches, as `sought` writes it: a text, all of several demands, or one of several.
 * Absent where nothing long enough is certain.
 */
export type Demand =
  string | { readonly all: readonly Demand[] } | { readonly any: readonly Demand[] } | undefined;

/** Shorter texts occur everywhere. */
export const SHORTEST = 3;

const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** Signs of the kind above, and the long s, which a pattern may take for an s. */
const special = /[\u017f\u3040-\ud7af]/;

/** A text as demands are sought in it: in lower case, and a sign that is a word or half of one as long as a short word. */
export const sought = (text: string): string => {
  const lower = text.toLowerCase();
  return special.test(lower) ? lower.replaceAll('\u017f', 's').replace(wide, '$&$&$&') : lower;
};

const allOf = (demands: readonly Demand[]): Demand => {
  const known = [...new Set(demands)].filter((demand) => demand !== undefined);
  return known.length > 1 ? { all: known } : known[0];
};

const anyOf = (demands: readonly Demand[]): Demand => {
  const distinct = [...new Set(demands)];
  if (distinct.includes(undefined)) return undefined;
  return distinct.length > 1 ? { any: distinct } : distinct[0];
};

/** One of several patterns between bars. */
export interface Alternative {
  readonly source: string;
  readonly demand: Demand;
}

const ofAny = (alternatives: readonly Alternative[]): Demand =>
  anyOf(alternatives.map(({ demand }) => demand));

/** Letters beyond ASCII of which a capital and a small one belong together and to no third. */
const paired = /[\u00c0-\u00d6\u00d8-\u00de\u00e0-\u00f6\u00f8-\u012f\u0132-\u017e\u0400-\u04ff]/;

/** Whether a character means itself in both cases, so that a look at the lower case tells. */
const isPlain = (sign: string): boolean => {
  const code = sign.charCodeAt(0);
  if (code < 0x80) return code >= 0x20 && code < 0x7f;
  if (paired.test(sign)) return true;
  return sign.toLowerCase() === sign.toUpperCase() && (code < 0xd800 || code > 0xdfff);
};

const isWord = (sign: string): boolean =>
  sign === '_' || sign.toLowerCase() !== sign.toUpperCase() || (sign >= '0' && sign <= '9');

/** Characters that mean themselves. */
const plainRun = /[^()|[\]{}\\^$.?*+\0-\x1f\x7f-\uffff]+/y;
const quantifiers: ReadonlySet<string> = new Set('?*+{');
/** Characters that begin or end something, or stand for others. */
const signs: ReadonlySet<string> = new Set('()|[\\^$.?*+');

/** What follows a backslash and is longer than one character: `\u00a0`, `\xa0`, `\p{L}`, `\k<name>`, `\12`. */
const longEscape = /u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]*\}|k<[^>]*>|c[a-z]|\d+/iy;
const restOfClass = /(?:\\.|[^\]\\])*\]/sy;
const kindOfGroup = /\?(?:<?[=!]|:|<[^>]*>)/y;
const times = /\{\d+(?:,\d*)?\}/y;

/** Reads the source of a regular expression as far as it tells what must be there, and skips the rest. */
class Reader {
  readonly source: string;
  at = 0;
  constructor(source: string) {
    this.source = source;
  }

  /** The alternatives up to the end of the group, each as it is written and with what it demands. */
  alternatives(): readonly Alternative[] {
    const found: Alternative[] = [];
    do {
      const start = this.at;
      const demand = this.sequence();
      found.push({ source: this.source.slice(start, this.at), demand });
    } while (this.take('|'));
    return found;
  }

  private sequence(): Demand {
    const demands: Demand[] = [];
    let run = '';
    const settle = (): void => {
      if (run.length >= SHORTEST) demands.push(run);
      run = '';
    };
    for (;;) {
      run += this.plainText();
      const sign = this.source.charAt(this.at);
      if (sign === '' || sign === '|' || sign === ')') break;
      const literal = this.literal(sign);
      const demand = literal === undefined ? this.part(sign) : undefined;
      const must = this.demanded();
      if (literal !== undefined && must !== 'perhaps') run += literal;
      if (literal === undefined || must !== 'once') settle();
      if (demand !== undefined && must !== 'perhaps') demands.push(demand);
    }
    settle();
    return allOf(demands);
  }

  /** What means itself, but for a last character that a quantifier follows. */
  private plainText(): string {
    const text = this.read(plainRun);
    if (text === '' || !quantifiers.has(this.source.charAt(this.at))) return text.toLowerCase();
    this.at -= 1;
    return text.slice(0, -1).toLowerCase();
  }

  /** A character that means itself, in lower case; nothing is read where it does not. */
  private literal(sign: string): string | undefined {
    if (sign !== '\\') {
      if (signs.has(sign) || !isPlain(sign)) return undefined;
      this.at += 1;
      return sign.charCodeAt(0) < 0x80 ? sign.toLowerCase() : sought(sign);
    }
    const escaped = this.source.charAt(this.at + 1);
    if (isWord(escaped) || !isPlain(escaped)) return undefined;
    this.at += 2;
    return escaped;
  }

  /** What a group, a class, an escape or another sign demands. */
  private part(sign: string): Demand {
    this.at += 1;
    if (sign === '(') return this.group();
    if (sign === '[') this.read(restOfClass);
    if (sign === '\\' && this.read(longEscape) === '') this.at += 1;
    return undefined;
  }

  private group(): Demand {
    const kind = this.source.charAt(this.at) === '?' ? this.read(kindOfGroup) : '';
    const demand = ofAny(this.alternatives());
    this.take(')');
    return kind.endsWith('=') || kind.endsWith('!') ? undefined : demand;
  }

  private read(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.source)?.[0] ?? '';
    this.at += text.length;
    return text;
  }

  /** How often what stands before the quantifier must be there. */
  private demanded(): 'once' | 'often' | 'perhaps' {
    const sign = this.source.charAt(this.at);
    let wanted: 'once' | 'often' | 'perhaps' = 'once';
    if (sign === '?' || sign === '*' || sign === '+') {
      this.at += 1;
      wanted = sign === '+' ? 'often' : 'perhaps';
    } else if (sign === '{') {
      const read = this.read(times);
      if (read !== '') wanted = read.startsWith('{0') ? 'perhaps' : 'often';
    }
    if (wanted !== 'once') this.take('?');
    return wanted;
  }

  private take(sign: string): boolean {
    if (this.source.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }
}

/** Under this flag classes are written in another way. */
export const isUnreadable = ({ unicodeSets }: RegExp): boolean => unicodeSets;

/** What refers to a group by its number or name would be lost where alternatives are taken apart. */
const refersBack = /\\[1-9]|\\k</;

/** The outermost alternatives of a pattern: it matches where one of them does, and the one that does so first. */
export const alternativesOf = (pattern: RegExp): readonly Alternative[] => {
  const { source } = pattern;
  if (isUnreadable(pattern)) return [{ source, demand: undefined }];
  const alternatives = new Reader(source).alternatives();
  return refersBack.test(source) ? [{ source, demand: ofAny(alternatives) }] : alternatives;
};

/** What a text must hold for a pattern to match. */
export const demandOf = (pattern: RegExp): Demand => ofAny(alternativesOf(pattern));
