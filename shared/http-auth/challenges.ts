import type { AuthParam, Challenge, ParsedChallenges } from './auth.ts';
import { Scanner } from './scanner.ts';

interface Open {
  readonly spelled: string;
  readonly start: number;
  /** A space followed the scheme, so parameters may come. */
  readonly takesParams: boolean;
  token68: string | undefined;
  params: AuthParam[];
  end: number;
}

const closed = ({ spelled, start, end, token68, params }: Open): Challenge => ({
  scheme: spelled.toLowerCase(),
  spelled,
  ...(token68 === undefined ? {} : { token68 }),
  params,
  span: { start, end },
});

/**
 * Reads WWW-Authenticate or Proxy-Authenticate (RFC 9110 §11.6.1), one text per field line. Spans and offsets count
 * within their own line. What breaks the grammar is read as far as it makes sense and named in `problems`.
 */
export const parseChallenges = (lines: readonly string[]): ParsedChallenges => {
  const parsed = lines.map(parseLine);
  return {
    challenges: parsed.flatMap((line) => line.challenges),
    problems: parsed.flatMap((line) => line.problems),
  };
};

const parseLine = (line: string): ParsedChallenges => {
  const scan = new Scanner(line);
  const found: Open[] = [];
  let separated = true;
  scan.separators();
  while (!scan.done) {
    if (!separated) scan.problem('a comma');
    const current = found.at(-1);
    if (scan.startsParam()) readParam(scan, current);
    else readScheme(scan, found);
    separated = scan.separators();
  }
  if (found.length === 0) scan.problem('a scheme', 0);
  return { challenges: found.map(closed), problems: scan.problems };
};

const readParam = (scan: Scanner, current: Open | undefined): void => {
  const at = scan.at;
  const param = scan.param();
  if (current === undefined) {
    scan.problem('a scheme before the first parameter', at);
    return;
  }
  if (!current.takesParams) scan.problem('a space between the scheme and its parameters', at);
  if (current.token68 !== undefined) scan.problem('a comma and a new scheme after a token68', at);
  if (current.params.some((other) => other.name === param.name)) scan.problem('each parameter once', at);
  current.params.push(param);
  current.end = scan.at;
};

const readScheme = (scan: Scanner, found: Open[]): void => {
  const start = scan.at;
  const spelled = scan.token();
  if (spelled === '') {
    scan.problem('a scheme or a parameter');
    scan.at += 1;
    scan.skipToComma();
    return;
  }
  const end = scan.at;
  const takesParams = scan.space();
  if (!takesParams && !scan.done && scan.next !== ',') {
    scan.problem('a space after the scheme');
    scan.at += 1;
  }
  const open: Open = { spelled, start, takesParams, token68: undefined, params: [], end };
  found.push(open);
  if (!takesParams) return;
  const value = scan.token68();
  if (value !== undefined) {
    open.token68 = value;
    open.end = scan.at;
    return;
  }
  scan.separators();
  if (scan.startsParam()) readParam(scan, open);
};
