import type { AuthParam, AuthProblem } from './auth.ts';
import { Scanner } from './scanner.ts';

/** Reads a list of parameters without a scheme, as in Authentication-Info (RFC 9110 §11.6.3). Never throws. */
export const parseAuthParams = (
  value: string,
): { readonly params: readonly AuthParam[]; readonly problems: readonly AuthProblem[] } => {
  const scan = new Scanner(value);
  const params = readParams(scan);
  return { params, problems: scan.problems };
};

/** The parameters from the scanner's place to the end of its text. */
export const readParams = (scan: Scanner): AuthParam[] => {
  const params: AuthParam[] = [];
  scan.separators();
  while (!scan.done) {
    if (!scan.startsParam()) {
      scan.problem('a parameter');
      scan.at += 1;
      scan.skipToComma();
    } else {
      params.push(scan.param());
    }
    if (!scan.separators() && !scan.done) scan.problem('a comma');
  }
  return params;
};
