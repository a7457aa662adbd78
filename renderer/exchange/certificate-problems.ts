import type { Certificate } from '../../shared/exchange/exchange.ts';

interface CertificateProblem {
  /** A clause for a person. */
  readonly says: string;
  /** Which certificate of the chain it is about. */
  readonly of: 'peer' | 'last' | 'outdated' | 'early' | 'chain';
}

/** What the platform's codes mean (OpenSSL's X509_V_ERR_…, and Node's own for the name). */
const problems: Readonly<Record<string, CertificateProblem>> = {
  CERT_HAS_EXPIRED: { says: 'it has ended', of: 'outdated' },
  CERT_NOT_YET_VALID: { says: 'it has not begun', of: 'early' },
  ERR_TLS_CERT_ALTNAME_INVALID: { says: 'it does not name this host', of: 'peer' },
  HOSTNAME_MISMATCH: { says: 'it does not name this host', of: 'peer' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { says: 'the server signed it itself', of: 'peer' },
  SELF_SIGNED_CERT_IN_CHAIN: { says: 'this authority is not among those that are trusted here', of: 'last' },
  UNABLE_TO_GET_ISSUER_CERT: { says: 'its issuer was not sent and is not known here', of: 'last' },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { says: 'its issuer was not sent and is not known here', of: 'last' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    says: 'it came alone, and its issuer is not known here',
    of: 'peer',
  },
  CERT_SIGNATURE_FAILURE: { says: 'a signature in the chain is wrong', of: 'chain' },
  CERT_REVOKED: { says: 'it was revoked', of: 'peer' },
  CERT_UNTRUSTED: { says: 'the authority is marked as not trusted', of: 'last' },
  CERT_REJECTED: { says: 'the authority is marked as refused', of: 'last' },
  INVALID_CA: { says: 'an issuer in the chain may not issue certificates', of: 'chain' },
  PATH_LENGTH_EXCEEDED: { says: 'the chain is longer than an issuer allows', of: 'chain' },
  INVALID_PURPOSE: { says: 'it is not for servers', of: 'peer' },
  CERT_CHAIN_TOO_LONG: { says: 'the chain is too long', of: 'chain' },
  UNABLE_TO_GET_CRL: { says: 'the list of revoked certificates could not be had', of: 'peer' },
};

const own = (code: string): CertificateProblem | undefined =>
  Object.hasOwn(problems, code) ? problems[code] : undefined;

/** "CERT_HAS_EXPIRED: it has ended"; the code alone where nothing is known of it. */
export const problemWords = (code: string): string => {
  const problem = own(code);
  return problem === undefined ? code : `${code}: ${problem.says}`;
};

/** The certificate that fails, by its place in the chain, and why; `undefined` where it is none in particular. */
export const failingCertificate = (
  code: string,
  chain: readonly Certificate[],
  atMs: number,
): { readonly at: number; readonly says: string } | undefined => {
  const problem = own(code);
  if (problem === undefined) return undefined;
  const at = placeOf(problem.of, chain, atMs);
  return at < 0 ? undefined : { at, says: problem.says };
};

const placeOf = (of: CertificateProblem['of'], chain: readonly Certificate[], atMs: number): number => {
  switch (of) {
    case 'peer':
      return chain.length === 0 ? -1 : 0;
    case 'last':
      return chain.length - 1;
    case 'outdated':
      return chain.findIndex(({ validTo }) => Date.parse(validTo) < atMs);
    case 'early':
      return chain.findIndex(({ validFrom }) => Date.parse(validFrom) > atMs);
    case 'chain':
      return -1;
    default:
      return of satisfies never;
  }
};

/** Whom the chain leads to without an end: the issuer that was not sent. */
export const missingIssuer = (chain: readonly Certificate[]): string | undefined => {
  const last = chain.at(-1);
  return last === undefined || last.issuer === last.subject ? undefined : last.issuer;
};
