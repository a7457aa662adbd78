import { claimRows, headerRows, type ClaimContext, type ClaimRow } from '../../auth/claim-words.ts';
import type { FoundToken } from './tokens-in.ts';

/** One claim or header parameter of two tokens. */
export interface TokenDifference {
  readonly part: 'Header' | 'Claims';
  readonly name: string;
  /** Absent where that token has none. */
  readonly left: ClaimRow | undefined;
  readonly right: ClaimRow | undefined;
  readonly differs: boolean;
}

const paired = (
  part: TokenDifference['part'],
  left: readonly ClaimRow[],
  right: readonly ClaimRow[],
): readonly TokenDifference[] =>
  [...new Set([...left, ...right].map(({ name }) => name))].map((name) => {
    const of = (rows: readonly ClaimRow[]): ClaimRow | undefined => rows.find((row) => row.name === name);
    return { part, name, left: of(left), right: of(right), differs: of(left)?.value !== of(right)?.value };
  });

/** Claims of an encrypted token cannot be read. */
const claimsOf = ({ decoded }: FoundToken, context: ClaimContext): readonly ClaimRow[] =>
  decoded.kind === 'jwt' ? claimRows(decoded.jwt.claims, context) : [];

const headerOf = ({ decoded }: FoundToken): readonly ClaimRow[] =>
  headerRows(decoded.kind === 'jwt' ? decoded.jwt.header : decoded.header);

/** Two tokens claim by claim, then parameter by parameter; times of both are told against the same moment. */
export const tokenDifferences = (
  left: FoundToken,
  right: FoundToken,
  context: ClaimContext,
): readonly TokenDifference[] => [
  ...paired('Claims', claimsOf(left, context), claimsOf(right, context)),
  ...paired('Header', headerOf(left), headerOf(right)),
];
