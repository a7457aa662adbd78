import { compactVerify, decodeProtectedHeader, errors, type JWK } from 'jose';

export type VerifiedJws =
  | { readonly valid: true; readonly payload: Uint8Array; readonly algorithm: string }
  /** `because`: one clause for a person, "the signature does not fit the key". */
  | { readonly valid: false; readonly because: string };

/**
 * Whether a JWS in compact serialization (RFC 7515) is signed with this key, public or symmetric. What the key says
 * of itself is held to: `alg`, `use`, `key_ops` (RFC 7517 §4) and, where both name one, `kid`. Claims and times are
 * not looked at. Never throws for a bad token or a bad key.
 */
export const verifyJws = async (token: string, key: JWK): Promise<VerifiedJws> => {
  if (!token.split('.').every(isCanonical))
    return { valid: false, because: 'a part of the token is not Base64url as RFC 7515 §2 writes it' };
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    if (kid !== undefined && key.kid !== undefined && kid !== key.kid)
      return { valid: false, because: `the token names the key ${kid}, and this is ${key.kid}` };
    const { payload, protectedHeader } = await compactVerify(
      token,
      key,
      key.alg === undefined ? {} : { algorithms: [key.alg] },
    );
    return { valid: true, payload, algorithm: protectedHeader.alg ?? String(alg) };
  } catch (error) {
    return { valid: false, because: reasonOf(error) };
  }
};

/** jose reads past spaces and left-over bits; what one reader accepts and another refuses is no sound token. */
const isCanonical = (segment: string): boolean =>
  Buffer.from(segment, 'base64url').toString('base64url') === segment;

const reasonOf = (error: unknown): string => {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not fit the key';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'the key is for another algorithm';
  return error instanceof Error ? error.message : String(error);
};
