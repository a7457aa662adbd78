import { blamesProof, speaksOfPayload } from './blamed.ts';
import type { Cause } from './causes.ts';
import type { Diagnosis, Evidence } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { sendsSecretsInForm } from './facts.ts';
import { keyInForm } from './facts/form-keys.ts';
import { formErrors, queryErrors } from './judged.ts';
import { PROVEN, TOLD } from './weights.ts';

/** As sure as a verdict gets on an error of which it is open whether it has to do with who asks. */
const DOUBTED = 0.45;

/** What these say is about the thing that was asked for, or about how it was asked. */
const ofTheThing: ReadonlySet<number> = new Set([
  404, 405, 406, 408, 409, 410, 411, 413, 414, 415, 416, 417, 424,
]);

/** Causes whose words and marks hardly ever stand in an error about something else. */
const ofAccess: ReadonlySet<Cause> = new Set<Cause>([
  'account-unusable',
  'auth-method-retired',
  'client-authentication-failed',
  'client-not-allowed',
  'clock-skew',
  'csrf-token-missing',
  'header-malformed',
  'ip-not-allowed',
  'mfa-required',
  'nonce-stale',
  'placeholder-unresolved',
  'redirect-uri-mismatch',
  'scheme-mismatch',
  'scope-insufficient',
  'sender-constraint-failed',
  'session-expired',
  'signature-mismatch',
  'signing-scope-wrong',
  'token-audience-mismatch',
  'token-expired',
  'token-issuer-mismatch',
  'token-malformed',
  'token-not-yet-valid',
  'token-revoked',
  'token-signature-invalid',
  'token-type-wrong',
]);

/** An error that nothing marks as a refusal, to a request that carried something which can be refused. */
export const mayBeRefusal = (facts: Facts): boolean => {
  const { status = 0 } = facts;
  const errs =
    status >= 400
      ? !ofTheThing.has(status) || blamesProof(facts) !== undefined
      : status >= 200 && status < 300 && facts.statements.length > 0;
  return (
    errs &&
    (facts.credentials.length > 0 || sendsSecretsInForm(facts) || keyInForm(facts.form) !== undefined) &&
    !formErrors.test(facts.bodyText) &&
    !queryErrors.test(facts.bodyText) &&
    !speaksOfPayload(facts)
  );
};

/** General causes, which an error about something else names as well: they count where the answer blames the proof. */
const general: ReadonlySet<Cause> = new Set<Cause>(['credentials-rejected', 'token-rejected']);

/** Words of the answer, or bytes of the request that leave no other reading. */
const isGround = ({ place, weight = 0 }: Evidence): boolean =>
  weight >= ((place.in === 'body' || place.in === 'field') && place.side === 'response' ? TOLD : PROVEN);

/**
 * What is left of the diagnosis of such an error: nothing, unless the answer or the request names a cause that is one of
 * authentication; then as a possibility and no more.
 */
export const inDoubt = (diagnosis: Diagnosis, facts: Facts): Diagnosis | undefined => {
  const [first] = diagnosis.findings;
  if (first === undefined) return undefined;
  if (!ofAccess.has(first.cause) && !(general.has(first.cause) && blamesProof(facts) !== undefined))
    return undefined;
  if (!first.evidence.some(isGround)) return undefined;
  return {
    ...diagnosis,
    findings: diagnosis.findings.map((finding) => ({
      ...finding,
      confidence: Math.min(DOUBTED, finding.confidence),
    })),
  };
};
