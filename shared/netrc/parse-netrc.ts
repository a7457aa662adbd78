/** One login of a netrc file. */
export interface NetrcEntry {
  /** Lower case; absent for `default`, which stands for every host. */
  readonly machine?: string;
  readonly login?: string;
  readonly password?: string;
  readonly account?: string;
}

export interface Netrc {
  /** In the order of the file. */
  readonly entries: readonly NetrcEntry[];
  /** What was passed over, each in a sentence with its line. */
  readonly problems: readonly string[];
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly quoted: boolean;
}

const properties = ['login', 'password', 'account'] as const;
type Property = (typeof properties)[number];

const propertyOf = ({ text, quoted }: Token): Property | undefined =>
  quoted ? undefined : properties.find((name) => name === text.toLowerCase());

/**
 * Reads a netrc file as curl and ftp(1) do: words between blanks, in quotes where they hold blanks; `#` begins a comment;
 * a `macdef` goes on to the next empty line and is passed over.
 */
export const parseNetrc = (text: string): Netrc => {
  const { tokens, problems } = tokensOf(text);
  const entries: NetrcEntry[] = [];
  let open: { -readonly [K in keyof NetrcEntry]: NetrcEntry[K] } | undefined;
  let at = 0;
  const value = (word: Token): string | undefined => {
    const next = tokens[at];
    at += 1;
    if (next === undefined) problems.push(`Line ${word.line}: nothing follows “${word.text}”.`);
    return next?.text;
  };
  for (let word = tokens[at]; word !== undefined; word = tokens[at]) {
    at += 1;
    const keyword = word.quoted ? '' : word.text.toLowerCase();
    const property = propertyOf(word);
    if (keyword === 'machine') {
      const machine = value(word)?.toLowerCase();
      open = machine === undefined ? undefined : { machine };
      if (open !== undefined) entries.push(open);
    } else if (keyword === 'default') {
      open = {};
      entries.push(open);
    } else if (property !== undefined) {
      const given = value(word);
      if (open === undefined) problems.push(`Line ${word.line}: “${word.text}” stands before any machine.`);
      else if (given !== undefined) open[property] = given;
    } else {
      problems.push(`Line ${word.line}: an unknown word was passed over.`);
    }
  }
  return { entries, problems };
};

/**
 * The login for a host: of the first machine of that name, else of `default`. Where a login is wanted, only an entry for
 * it, or one that names none, will do.
 */
export const netrcEntryFor = (
  entries: readonly NetrcEntry[],
  host: string,
  login?: string,
): NetrcEntry | undefined => {
  const fits = (entry: NetrcEntry): boolean =>
    login === undefined || entry.login === undefined || entry.login === login;
  return (
    entries.find((entry) => entry.machine === host.toLowerCase() && fits(entry)) ??
    entries.find((entry) => entry.machine === undefined && fits(entry))
  );
};

const tokensOf = (text: string): { readonly tokens: readonly Token[]; readonly problems: string[] } => {
  const tokens: Token[] = [];
  const problems: string[] = [];
  let inMacro = false;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (inMacro) {
      inMacro = content.trim() !== '';
      continue;
    }
    for (const token of wordsOf(content, index + 1, problems)) {
      if (!token.quoted && token.text.toLowerCase() === 'macdef') {
        inMacro = true;
        break;
      }
      tokens.push(token);
    }
  }
  return { tokens, problems };
};

/** A quoted word with its escapes, a comment up to the end, or a bare word. */
const word = /[ \t]*(?:"((?:[^"\\]|\\.)*)("?)|(#.*)|([^ \t]+))/y;

const wordsOf = (content: string, line: number, problems: string[]): readonly Token[] => {
  const tokens: Token[] = [];
  word.lastIndex = 0;
  for (let found = word.exec(content); found !== null; found = word.exec(content)) {
    const [, quoted, closing, comment, bare] = found;
    if (comment !== undefined) break;
    if (bare !== undefined) tokens.push({ text: bare, line, quoted: false });
    else if (closing === '') {
      problems.push(`Line ${line}: a quotation mark is not closed.`);
      break;
    } else tokens.push({ text: unescaped(quoted ?? ''), line, quoted: true });
  }
  return tokens;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
