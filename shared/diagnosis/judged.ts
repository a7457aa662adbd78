import { namedAddress, namedHost } from './facts/named-host.ts';
import { isRecord } from '../exchange/json.ts';
import type { Cause } from './causes.ts';
import type { Facts } from './facts.ts';
import { nothingSent } from './facts/absence.ts';
import { sendsSecretsInForm, serverCredentials } from './facts.ts';
import { keyInForm } from './facts/form-keys.ts';
import { lostContext } from './facts/lost-field.ts';
import { missedMediaType } from './facts/media-type.ts';
import { missedClient } from './facts/missed-client.ts';
import { missedMember, missedParameter, missedSomeField } from './facts/missed-fields.ts';
import { logsIn, sendsPassword } from './facts/login-form.ts';
import { renewsByHeader } from './facts/renewal.ts';
import { asksSecondFactor, fieldAsksFactor, toldWhereCodeWent } from './facts/second-factor.ts';
import { phrasedFor } from './phrased.ts';
import type { Subject } from './reading/lexicon.ts';
import type { Reading } from './reading/read.ts';
import { STATED, SUGGESTED, TOLD } from './weights.ts';

/** Members of an ordinary answer that only quote such words. Spring ends every error with the path that was asked for. */
export const formErrors =
  /"(?:loc|field|param|pointer)"\s*:(?!\s*(?:null\b|"(?:None|null)?"))|(?<!"timestamp"\s*:\s*"[^"]{10,40}"\s*,\s*)"path"\s*:(?!\s*(?:null\b|"(?:None|null)?"|"\/[^"]*"\s*\}\s*$))|"locationType"\s*:\s*"parameter"|validation failed|unmarshalling|"type":"invalid_request_error"|no such token/i;

/** Of the form's fields it is the credential that is wrong. */
export const blamesAuthorization =
  /"(?:loc|field|param|path|pointer|header|name)"\s*:\s*(?:\[\s*"headers?"\s*,\s*)?"\/?(?:headers?[./])?authorization"|"loc"\s*:\s*\[\s*"headers?"\s*,\s*"(?:x-)?(?:api-?)?(?:token|key|auth)"/i;

/** GraphQL tells what is wrong with the query as it tells everything else: as an error beside the data. */
export const queryErrors =
  /GRAPHQL_(?:VALIDATION|PARSE)_FAILED|BAD_USER_INPUT|undefinedField|argument(?:NotAccepted|LiteralsIncompatible)|Cannot query field|doesn't exist on type|got invalid value|of type \\?"[^"]+" is required/i;

/** The session that the request names is refused behind a 500. */
export const endsSession = (facts: Facts): boolean =>
  facts.credentials.some(({ name }) => /session|sid$/i.test(name)) &&
  facts.readings.some(
    ({ subject, predicate, weight }) => subject === 'session' && predicate !== 'missing' && weight >= TOLD,
  );

/** Some interfaces answer 500 to a token that is over, and say so. */
export const saysItIsOver = ({ cause, weight }: Reading): boolean =>
  cause === 'token-expired' && weight >= STATED;

/** The way in that was taken is no more. */
export const isRetired = ({ cause, weight }: Reading): boolean =>
  cause === 'auth-method-retired' && weight >= TOLD;

/** The rule of this cause knows the words of the answer. */
export const hears = (facts: Facts, ...sought: readonly Cause[]): boolean =>
  sought.some((cause) => phrasedFor(facts, cause).some(({ weight }) => weight >= TOLD));

/** What only a login suffers. */
const ofLogin: ReadonlySet<Subject> = new Set<Subject>([
  'password',
  'account',
  'factor',
  'attempts',
  'address',
]);

/** What a login is refused for. */
const causesOfLogins: readonly Cause[] = [
  'account-unusable',
  'mfa-required',
  'rate-limited',
  'credentials-rejected',
  'auth-method-retired',
  'consent-missing',
];

/** The answer to a login speaks of what logs in, whatever its status. */
export const judgesTheLogin = (facts: Facts): boolean =>
  logsIn(facts) &&
  (hears(facts, ...causesOfLogins) ||
    asksSecondFactor(facts) !== undefined ||
    toldWhereCodeWent(facts) !== undefined ||
    fieldAsksFactor(facts) !== undefined ||
    facts.readings.some(
      ({ subject, predicate, weight }) =>
        ofLogin.has(subject) && weight >= TOLD && (predicate !== 'missing' || subject === 'factor'),
    ));

/** A test key at live data is told by "no such object", which is a 404. */
export const meantForAnother = (facts: Facts): boolean =>
  facts.credentials.length > 0 && phrasedFor(facts, 'token-issuer-mismatch').length > 0;

/** Some interfaces read user and key, or identifier and secret, from the form. */
const sendsKey = ({ form }: Facts): boolean =>
  form.some(({ name, value }) => /(?:key|secret|token)$/i.test(name) && value.length >= 8);

/** A word for who asks, and one for a door that is shut: a field that is not valid has neither. */
const asker =
  /\bips?\b|address|network|countr|region|location|origin|referr?er|agent|client|\bapp\b|browser|\bbots?\b|automat|version/i;
const shut =
  /\bnot (?:be )?(?:allow|permit|authori|white|trust|accept|support|available|in\b|on\b|from\b)|denied|block|forbid|restrict|disallow|unauthori|outside|authori[sz]ed for|can ?not|can['’]t|prohibit|user-?agent|白名单/i;

/** Who asks is turned away for where or with what: that a credential was sent shows that the door is meant. */
export const turnsAway = (facts: Facts): boolean =>
  (facts.credentials.length > 0 || sendsSecretsInForm(facts) || sendsKey(facts)) &&
  asker.test(facts.said) &&
  shut.test(facts.said) &&
  hears(facts, 'ip-not-allowed', 'client-not-allowed');

/** A buyer's card or balance, which is no business of who asks. */
const ofBuyer =
  /\b(?:card|payment|transaction|charge)[ _](?:was |is |has been )?(?:declin|refus|error|fail|not authori)|insufficient[ _]funds|declin(?:e|ed)[ _](?:code|by)/i;

/** 402: it is not the order that is to be paid, it is the account or its plan. */
export const wantsPayment = (facts: Facts): boolean =>
  facts.credentials.length > 0 &&
  !ofBuyer.test(facts.said) &&
  (hears(facts, 'account-unusable', 'permission-denied') ||
    facts.readings.some(
      ({ cause, weight }) => weight >= SUGGESTED && /^(?:account-unusable|permission-denied)$/.test(cause),
    ));

/** Subjects of an error that came with a success. */
const told: ReadonlySet<Subject> = new Set<Subject>(['scope', 'session', 'permission', 'address']);

/** What a signed request carries beside its key. */
export const signed: ReadonlySet<Subject> = new Set<Subject>([
  'signature',
  'timestamp',
  'nonce',
  'certificate',
]);

/** The compact form of a signed token (RFC 7515 §3.1). */
const isCompact = (text: string): boolean => text.startsWith('eyJ') && text.split('.').length === 3;

/** The body carries a token or key, and the answer says of such a one what no other field could suffer. */
const judgesTheForm = (facts: Facts): boolean =>
  !queryErrors.test(facts.bodyText) &&
  !formErrors.test(facts.bodyText) &&
  facts.readings.some(({ subject, predicate, weight }) => {
    if (predicate === 'missing' || weight < SUGGESTED) return false;
    if (subject === 'audience' || subject === 'issuer')
      return facts.form.some(({ value }) => isCompact(value));
    if (subject === 'attempts') return facts.status === 200 && sendsPassword(facts);
    return (
      (subject === 'key' || subject === 'token') &&
      facts.form.some(
        ({ name, value }) =>
          /^(?:(?:api|app|access)_?key|app_?secret|(?:api_?|app_?)?token)$/i.test(name) && value !== '',
      )
    );
  });

/** A plan can be a field of the form; a licence is bought. */
const aboutLicence = /licen[cs]e?|lizenz|licens|licencj|lisans|лиценз|ライセンス/i;

/** What is read word by word speaks of the very kind of credential that was sent. */
export const judgesTheCredential = (facts: Facts): boolean => {
  if (judgesTheForm(facts)) return true;
  const sent = serverCredentials(facts).filter((one) => one.in !== 'cookie' && one.value.trim() !== '');
  return (
    (sent.length > 0 || facts.signing.kind !== undefined || keyInForm(facts.form) !== undefined) &&
    !queryErrors.test(facts.bodyText) &&
    !formErrors.test(facts.bodyText) &&
    facts.readings.some(({ subject, predicate, weight }) => {
      if ((predicate === 'missing' && subject !== 'scope' && subject !== 'plan') || weight < SUGGESTED)
        return false;
      if (subject === 'key')
        return sent.some((one) => one.in === 'field' || one.in === 'query' || one.parsed !== undefined);
      if (subject === 'token')
        return sent.some(
          (one) =>
            (one.parsed !== undefined && !/^(?:aws|signature|sharedkey|hmac)/.test(one.parsed.scheme)) ||
            /token|jwt/i.test(one.name),
        );
      if (subject === 'refresh-token') return renewsByHeader(facts);
      if (subject === 'password')
        return sent.some((one) => one.parsed?.scheme === 'basic' || /pass|pwd/i.test(one.name));
      if (subject === 'plan' && facts.status === 400)
        return predicate !== 'invalid' && aboutLicence.test(facts.said);
      if (subject === 'client') return facts.signing.kind !== undefined && weight >= TOLD;
      if (told.has(subject)) return facts.status === 200;
      if (subject === 'audience' || subject === 'issuer') return facts.token?.jwt !== undefined;
      return signed.has(subject) && facts.signing.kind !== undefined;
    })
  );
};

/** Causes whose words speak of nothing but authentication, so that they tell even behind another status. */
const telling: readonly Cause[] = [
  'header-malformed',
  'scheme-mismatch',
  'credentials-conflict',
  'client-certificate-required',
  'mfa-required',
  'token-expired',
  'token-not-yet-valid',
  'token-revoked',
  'token-malformed',
  'token-signature-invalid',
  'token-audience-mismatch',
  'token-issuer-mismatch',
  'token-type-wrong',
  'sender-constraint-failed',
  'signature-mismatch',
  'clock-skew',
  'redirect-uri-mismatch',
  'consent-missing',
];

export const namesACause = (facts: Facts): boolean => {
  const enough = carriesSecret(facts) ? TOLD : STATED;
  return telling.some((cause) => phrasedFor(facts, cause).some(({ weight }) => weight >= enough));
};

const carriesSecret = (facts: Facts): boolean =>
  facts.credentials.length > 0 || facts.form.some(({ value }) => isCompact(value));

/** A field is missed without which the credential that was sent cannot be judged: the tenant, the key of the application. */
export const missesContext = (facts: Facts): boolean =>
  missedMember(facts) !== undefined ||
  (facts.credentials.length > 0 && missedMediaType(facts) !== undefined) ||
  (nothingSent(facts) && facts.missed.some(({ name }) => /(?:app|client)-?id$/i.test(name))) ||
  ((facts.credentials.length > 0 || sendsPassword(facts)) &&
    facts.missed.some(
      ({ name, credential }) =>
        credential ||
        /tenant|(?:^|-)org|account|workspace|project|company|client|app|merchant|subscription|customer|realm|version|sha256|sign|nonce|timestamp|passphrase|email|device|xsrf|requested-by|revision|scope|profile|fapi|psu|tpp|consent|digest|session|^x-v$/i.test(
          name,
        ),
    )) ||
  (facts.credentials.length > 0 &&
    (missedParameter(facts) !== undefined ||
      missedSomeField(facts) !== undefined ||
      missedClient(facts) !== undefined ||
      lostContext(facts) !== undefined ||
      facts.readings.some(
        ({ subject, predicate, weight }) => subject === 'tenant' && predicate === 'missing' && weight >= TOLD,
      )));

/** GraphQL names a refusal beside the data. */
export const codedInGraph = ({ body, credentials }: Facts): boolean => {
  const errors = body.kind === 'json' && isRecord(body.value) ? body.value['errors'] : undefined;
  return (
    credentials.length > 0 &&
    Array.isArray(errors) &&
    errors.some((error: unknown) => {
      const extensions = isRecord(error) ? error['extensions'] : undefined;
      const code = isRecord(extensions) ? extensions['code'] : undefined;
      return (
        typeof code === 'string' &&
        /^(?:FORBIDDEN|ACCESS_DENIED|(?:AUTH_)?NOT_AUTHORI[SZ]ED|UNAUTHORI[SZ]ED|UNAUTHENTICATED|PERMISSION_DENIED)$/i.test(
          code,
        )
      );
    })
  );
};

/** A credential was sent, and the answer tells the address at which it is taken. */
export const namesAddress = (facts: Facts): boolean =>
  facts.credentials.length > 0 && (namedAddress(facts) ?? namedHost(facts)) !== undefined;

/** A credential was sent, and the answer says at which address it should have been. */
export const pointsElsewhere = (facts: Facts): boolean =>
  facts.credentials.length > 0 &&
  (namesAddress(facts) || phrasedFor(facts, 'url-wrong').some(({ weight }) => weight >= STATED));

/** Somebody logs in, and what knows the users is not there. */
export const lacksBackend = (facts: Facts): boolean =>
  (facts.authorization !== undefined || sendsPassword(facts)) &&
  facts.readings.some(
    ({ subject, predicate, weight }) =>
      subject === 'backend' && predicate === 'unreachable' && weight >= STATED,
  );

/** A key was sent, and the answer says no more than that it was used too often. */
export const countsCalls = (facts: Facts): boolean =>
  facts.credentials.length > 0 &&
  (hears(facts, 'rate-limited') ||
    facts.readings.some(({ cause, weight }) => cause === 'rate-limited' && weight >= STATED));
