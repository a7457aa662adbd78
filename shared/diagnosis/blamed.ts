import type { Facts } from './facts.ts';
import { sendsSecretsInForm, serverCredentials } from './facts.ts';
import { keyInForm } from './facts/form-keys.ts';
import { logsIn, sendsPassword } from './facts/login-form.ts';
import { isOfPayload } from './facts/of-payload.ts';
import { sessionParameter } from './facts/session-parameter.ts';
import { phrasedIn } from './phrased.ts';
import type { Predicate, Subject } from './reading/lexicon.ts';
import type { Reading } from './reading/read.ts';
import { SUGGESTED } from './weights.ts';

/** What is wrong with a proof once it is there. Of what is not found, more than the proof may be meant. */
const faults: ReadonlySet<Predicate> = new Set<Predicate>([
  'invalid',
  'expired',
  'revoked',
  'disabled',
  'malformed',
  'mismatch',
  'unknown',
]);

const sendsKey = (facts: Facts): boolean =>
  serverCredentials(facts).some(
    ({ in: where, parsed }) => where !== 'cookie' && parsed?.scheme !== 'basic',
  ) ||
  sendsSecretsInForm(facts) ||
  keyInForm(facts.form) !== undefined;

const sendsSession = (facts: Facts): boolean =>
  facts.credentials.some(({ in: where, name }) => where === 'cookie' || /sess|sid$|ticket/i.test(name)) ||
  sessionParameter(facts) !== undefined;

const sendsProgram = (facts: Facts): boolean =>
  facts.credentials.some(({ name }) => /^(?:x-)?(?:app(?:lication)?|client)[-_]?id$/i.test(name));

const sendsPair = (facts: Facts): boolean =>
  logsIn(facts) ||
  (!sendsPassword(facts) && sendsKey(facts)) ||
  facts.credentials.some(({ parsed }) => parsed?.scheme === 'basic' || parsed?.scheme === 'digest');

/** Whether the request carries what the answer speaks of, by subject; of the others it proves nothing. */
const wasSent: Readonly<Partial<Record<Subject, (facts: Facts) => boolean>>> = {
  key: sendsKey,
  token: sendsKey,
  password: sendsPair,
  session: sendsSession,
  client: sendsProgram,
};

/**
 * The answer finds fault with what was sent to prove who asks, and with nothing else that the request carries. That
 * makes an error a refusal, whatever its status.
 */
export const blamesProof = (facts: Facts): Reading | undefined =>
  facts.readings.find(
    ({ subject, predicate, weight, statement }) =>
      weight >= SUGGESTED &&
      faults.has(predicate) &&
      !(facts.status === 404 && predicate === 'unknown') &&
      wasSent[subject]?.(facts) === true &&
      !isOfPayload(facts, statement),
  );

/** Whatever the answer says that sounds like a refusal is said of the thing that was asked for or handed in. */
export const speaksOfPayload = (facts: Facts): boolean => {
  const of = facts.statements.filter((statement) => isOfPayload(facts, statement));
  if (of.length === 0) return false;
  const other = facts.statements.filter((statement) => !of.includes(statement));
  return !other.some(
    (statement) =>
      facts.readings.some((reading) => reading.statement === statement) ||
      [...phrasedIn(facts).values()].some((heard) => heard.has(statement)),
  );
};
