import type { Rule } from '../rule.ts';
import { accountUnusable } from './account-unusable.ts';
import { authMethodRetired } from './auth-method-retired.ts';
import { blockedByIntermediary } from './blocked-by-intermediary.ts';
import { cachedResponse } from './cached-response.ts';
import { charsetMismatch } from './charset-mismatch.ts';
import { clientAuthenticationFailed } from './client-authentication-failed.ts';
import { clientCertificateRequired } from './client-certificate-required.ts';
import { clientNotAllowed } from './client-not-allowed.ts';
import { clockSkew } from './clock-skew.ts';
import { consentMissing } from './consent-missing.ts';
import { cookieConflict } from './cookie-conflict.ts';
import { credentialsConflict } from './credentials-conflict.ts';
import { credentialsInWrongPlace } from './credentials-in-wrong-place.ts';
import { credentialsMissing } from './credentials-missing.ts';
import { credentialsRejected } from './credentials-rejected.ts';
import { csrfTokenMissing } from './csrf-token-missing.ts';
import { digestResponseMismatch } from './digest-response-mismatch.ts';
import { grantInvalid } from './grant-invalid.ts';
import { headerMalformed } from './header-malformed.ts';
import { headerStripped } from './header-stripped.ts';
import { integratedAuthRequired } from './integrated-auth-required.ts';
import { ipNotAllowed } from './ip-not-allowed.ts';
import { mfaRequired } from './mfa-required.ts';
import { nonceStale } from './nonce-stale.ts';
import { permissionDenied } from './permission-denied.ts';
import { placeholderUnresolved } from './placeholder-unresolved.ts';
import { preflightBlocked } from './preflight-blocked.ts';
import { proxyAuthenticationRequired } from './proxy-authentication-required.ts';
import { rateLimited } from './rate-limited.ts';
import { redirectDroppedCredentials } from './redirect-dropped-credentials.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';
import { requiredHeaderMissing } from './required-header-missing.ts';
import { schemeMismatch } from './scheme-mismatch.ts';
import { scopeInsufficient } from './scope-insufficient.ts';
import { senderConstraintFailed } from './sender-constraint-failed.ts';
import { serverMisconfigured } from './server-misconfigured.ts';
import { sessionExpired } from './session-expired.ts';
import { signatureMismatch } from './signature-mismatch.ts';
import { signingScopeWrong } from './signing-scope-wrong.ts';
import { staleDns } from './stale-dns.ts';
import { tokenAudienceMismatch } from './token-audience-mismatch.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenIssuerMismatch } from './token-issuer-mismatch.ts';
import { tokenMalformed } from './token-malformed.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';
import { tokenRejected } from './token-rejected.ts';
import { tokenRevoked } from './token-revoked.ts';
import { tokenSignatureInvalid } from './token-signature-invalid.ts';
import { tokenTypeWrong } from './token-type-wrong.ts';
import { urlWrong } from './url-wrong.ts';

/** Every rule, in the order of causes.ts. `unexplained` has none: it is what the rules leave. */
export const rules: readonly Rule[] = [
  credentialsMissing,
  placeholderUnresolved,
  headerMalformed,
  charsetMismatch,
  credentialsInWrongPlace,
  credentialsConflict,
  schemeMismatch,
  integratedAuthRequired,
  clientCertificateRequired,
  requiredHeaderMissing,
  csrfTokenMissing,
  credentialsRejected,
  accountUnusable,
  mfaRequired,
  authMethodRetired,
  tokenExpired,
  tokenNotYetValid,
  tokenRevoked,
  tokenMalformed,
  tokenSignatureInvalid,
  tokenAudienceMismatch,
  tokenIssuerMismatch,
  tokenTypeWrong,
  tokenRejected,
  scopeInsufficient,
  senderConstraintFailed,
  signatureMismatch,
  signingScopeWrong,
  clockSkew,
  nonceStale,
  digestResponseMismatch,
  clientAuthenticationFailed,
  grantInvalid,
  redirectUriMismatch,
  consentMissing,
  sessionExpired,
  cookieConflict,
  permissionDenied,
  ipNotAllowed,
  clientNotAllowed,
  redirectDroppedCredentials,
  urlWrong,
  staleDns,
  proxyAuthenticationRequired,
  blockedByIntermediary,
  preflightBlocked,
  cachedResponse,
  rateLimited,
  headerStripped,
  serverMisconfigured,
];
