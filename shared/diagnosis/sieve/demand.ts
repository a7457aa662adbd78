/**
 * Texts of which one must occur, in lower case, in whatever a pattern matches. Absent where nothing long enough is
 * certain.
 */
export type Demand = readonly string[] | undefined;

/** Shorter texts occur everywhere. */
export const SHORTEST = 4;

const shortest = (texts: readonly string[]): number => Math.min(...texts.map((text) => text.length));

const better = (a: Demand, b: Demand): Demand => {
  if (a === undefined || b === undefined) return a ?? b;
  return shortest(b) > shortest(a) ? b : a;
};

/** Whether a character means itself in both cases, so that a look at the lower case tells. */
const isPlain = (sign: string): boolean =>
  /[\u0020-\u007e]/.test(sign) ||
  (sign.toLowerCase() === sign.toUpperCase() && !/[\ud800-\udfff]/.test(sign));

/** What follows a backslash and is longer than one character: `\u00a0`, `\xa0`, `\p{L}`, `\k<name>`, `\12`. */
const longEscape = /u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|p\{[^}]*\}|k<[^>]*>|c[a-z]|\d+/iy;
const restOfClass = /(?:\\.|[^\]\\])*\]/sy;
const kindOfGroup = /\?(?:<?[=!]|:|<[^>]*>)/y;
const quantifier = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

/** One character that means itself, or a part with what it demands. */
interface Part {
  readonly sign?: string;
  readonly demand?: Demand;
}

/** Reads the source of a regular expression as far as it tells what must be there, and skips the rest. */
class Reader {
  readonly source: string;
  at = 0;
  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Demand {
    const demands = [this.sequence()];
    while (this.take('|')) demands.push(this.sequence());
    const known = demands.filter((demand) => demand !== undefined);
    return known.length === demands.length ? known.flat() : undefined;
  }

  private sequence(): Demand {
    let best: Demand;
    let run = '';
    const settle = (demand?: Demand): void => {
      best = better(best, run.length < SHORTEST ? undefined : [run]);
      best = better(best, demand);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      const term = this.term();
      const must = this.demanded();
      if (term.sign !== undefined && must !== 'perhaps') run += term.sign;
      if (term.sign === undefined || must !== 'once') settle(must === 'perhaps' ? undefined : term.demand);
    }
    settle();
    return best;
  }

  private term(): Part {
    const sign = this.source.charAt(this.at);
    this.at += 1;
    if (sign === '(') return this.group();
    if (sign === '\\') return this.escape();
    if (sign === '[') this.read(restOfClass);
    return '.^$['.includes(sign) || !isPlain(sign) ? {} : { sign: sign.toLowerCase() };
  }

  private group(): Part {
    const kind = this.read(kindOfGroup);
    const demand = this.alternatives();
    this.take(')');
    return /[=!]$/.test(kind) ? {} : { demand };
  }

  private escape(): Part {
    if (this.read(longEscape) !== '') return {};
    const sign = this.source.charAt(this.at);
    this.at += 1;
    return /\w/.test(sign) || !isPlain(sign) ? {} : { sign };
  }

  private read(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.source)?.[0] ?? '';
    this.at += text.length;
    return text;
  }

  /** How often what stands before the quantifier must be there. */
  private demanded(): 'once' | 'often' | 'perhaps' {
    const read = '?*+{'.includes(this.source.charAt(this.at)) ? this.read(quantifier) : '';
    if (read === '') return 'once';
    return /^(?:[?*]|\{0)/.test(read) ? 'perhaps' : 'often';
  }

  private take(sign: string): boolean {
    if (this.source.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }
}

/** What a text must hold for a pattern to match. Nothing is known of patterns that fold case beyond ASCII. */
export const demandOf = ({ source, flags }: RegExp): Demand =>
  flags.includes('v') || (flags.includes('u') && flags.includes('i'))
    ? undefined
    : new Reader(source).alternatives();
