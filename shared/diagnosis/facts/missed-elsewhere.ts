import type { Facts } from '../facts.ts';
import { hasAuthorization, serverCredentials } from '../facts.ts';
import { saidOf } from '../heard.ts';
import { saysNothingSeen } from './absence.ts';
import { isFurther } from './further-key.ts';
import type { Misplaced } from './misplaced.ts';

const bodyToken = /^(?:api_?key|(?:access_?|auth_?)?token|key|jwt)$/i;

const misses =
  /missing authorization\b|\bauthorization\b[^.;]{0,24}\b(?:missing|required|not (?:found|provided|present|sent|set)|absent|empty)|(?:missing|no|without|provide|send|in|via)\b[^.;]{0,24}\bauthorization (?:header|field)/i;
const missesInHeader =
  /\b(?:api[ _-]?key|token|key|client[ _-]?id|credentials?)\b[^.;]{0,12}\b(?:missing|absent|not (?:found|present|provided|sent)|(?:is )?(?:required|expected))\b[^.;]{0,8}\bin (?:the )?(?:request |http )?headers?\b|(?:missing|no|provide|send|required?|specify|pass)\b[^.;]{0,24}\b(?:api[ _-]?key|token|key)\b[^.;]{0,16}\b(?:in|via|as)\b[^.;]{0,16}\bheaders?\b/i;
/** Said to every request without one, and to none with a wrong one less. */
const asksForValid =
  /(?:need|have|must|please|required|should) (?:to )?(?:provide|supply|send|include|pass) (?:an? )?valid (?:access |api |auth\w* )?(?:token|key|credentials?)/i;
/** Words of another fault, and the name that older servers give to the status. */
const misspelled =
  /malformed|invalid|(?<!in)format|scheme|\bor\b|^\w*: (?:(?:\d{3}|\w{2,12}) )?authori[sz]ation required/i;

/** The answer misses a field by its name, and something that could be its value stands elsewhere. */
export const missedField = (facts: Facts): Misplaced | undefined => {
  const named = facts.missed.find(({ credential }) => credential);
  const authorization = hasAuthorization(facts)
    ? undefined
    : (saidOf(facts, misses, misspelled) ?? saidOf(facts, missesInHeader, misspelled));
  const saw =
    hasAuthorization(facts) || named !== undefined || authorization !== undefined
      ? undefined
      : (saysNothingSeen(facts) ?? (inBodyOnly(facts) ? saidOf(facts, asksForValid) : undefined));
  const wanted =
    named?.name ??
    (authorization === undefined && (saw === undefined || !inBodyOnly(facts)) ? undefined : 'Authorization');
  if (wanted === undefined || isFurther(facts, wanted)) return undefined;
  // The key is there and lacks what belongs to it.
  if (named === undefined && facts.missed.some(({ credential }) => !credential)) return undefined;
  const sent = serverCredentials(facts).find(
    (one) => one.value.trim().length > 8 && (one.in !== 'cookie' || one.value.startsWith('eyJ')),
  );
  const inBody = facts.form.find(({ name, value }) => bodyToken.test(name) && value.length > 8);
  const place =
    sent?.place ??
    (inBody === undefined ? undefined : ({ in: 'body', exchange: facts.index, side: 'request' } as const));
  return place === undefined
    ? undefined
    : {
        kind: 'missed',
        text: `The answer misses ${wanted}; ${sent?.name ?? inBody?.name ?? 'something else'} was sent`,
        place,
        wanted,
      };
};

/** A token is all that the body holds of credentials, and it is no login. */
const inBodyOnly = (facts: Facts): boolean =>
  serverCredentials(facts).length === 0 &&
  !/\/(?:log-?in|sign-?in|auth|sessions?|tokens?)(?:\/|$)/i.test(facts.url?.pathname ?? '') &&
  facts.form.some(({ name, value }) => bodyToken.test(name) && value.length > 8) &&
  !facts.form.some(({ name }) => /pass|secret|grant_type/i.test(name));

const missesCookie =
  /\bcookies?\b[^.;]{0,16}\b(?:is |was )?(?:missing|required|absent|not (?:found|present|provided|set))|(?:missing|no|without)\b[^.;]{0,24}\bcookies?\b/i;

/** A cookie is looked for, and Authorization is what was sent. */
export const cookieMissed = (facts: Facts): Misplaced | undefined => {
  const { authorization } = facts;
  const said =
    authorization === undefined ||
    authorization.value.trim() === '' ||
    facts.credentials.some((one) => one.in === 'cookie')
      ? undefined
      : saidOf(facts, missesCookie, /csrf|xsrf/i);
  return said === undefined || authorization === undefined
    ? undefined
    : {
        kind: 'cookie-missed',
        text: 'The answer misses a cookie; Authorization was sent',
        place: authorization.place,
        wanted: 'Cookie',
      };
};
