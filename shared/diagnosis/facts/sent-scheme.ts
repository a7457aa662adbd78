import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';
import type { Said } from '../heard.ts';
import { TOLD } from '../weights.ts';
import { saysNothingSeen } from './absence.ts';
import { isStandard } from './schemes-asked.ts';

/** What was sent, as a scheme: that of Authorization, or a key in a field of its own. */
export const sentScheme = (facts: Facts): string | undefined => {
  const parsed = facts.authorization?.parsed;
  if (parsed === undefined || facts.headerFaults.some(({ kind }) => kind === 'scheme-missing'))
    return undefined;
  return parsed.scheme === ''
    ? /^([A-Za-z]\w{1,12})=(?=[^=])/.exec(parsed.rest)?.[1]?.toLowerCase()
    : parsed.scheme;
};

/** Names that servers invent for a challenge so that browsers show no dialogue tell nothing of what they take. */
export const meantForNobody = (facts: Facts): boolean =>
  facts.challenges.every(
    ({ challenge }) =>
      !isStandard(challenge.scheme) && !/key|token|ssws|bot|session|hmac|auth|mac$/.test(challenge.scheme),
  );

/** The server calls invalid what was sent, so it did look at it. */
export const readIt = (facts: Facts, sent: string): boolean =>
  sent === 'basic'
    ? /(?:invalid|bad|incorrect|wrong) (?:user ?name|password|credentials)|authenticat(?:ion|ed)[_ ](?:has )?failed/i.test(
        facts.said,
      )
    : /^(bearer|token)$/.test(sent) &&
      /(?:invalid|expired|unknown|revoked) (?:(?:or|and) \w+ )?(?:access |bearer |api |auth )?token|token (?:is |was |has )?(?:invalid|expired|unknown|not valid|revoked)/i.test(
        facts.said,
      );

/** The answer judges something, or the value has the parameters of its maker's own grammar. */
export const isRead = ({ readings, authorization }: Facts): boolean =>
  readings.some(({ weight }) => weight >= TOLD) ||
  (authorization?.parsed?.params.some(({ name }) => name.includes('_')) ?? false);

/** Servers that run applications themselves, so that no field gets lost between the two. */
const direct =
  /uvicorn|hypercorn|daphne|gunicorn|werkzeug|waitress|tornado|kestrel|jetty|undertow|express|puma|cowboy|wsgiserver/i;

/** The application itself saw nothing in another scheme than Bearer. */
export const notRead = (facts: Facts, sent: string | undefined): Said | undefined =>
  sent !== undefined &&
  sent !== 'bearer' &&
  facts.challenges.length === 0 &&
  direct.test(`${responseValue(facts, 'Server') ?? ''} ${responseValue(facts, 'X-Powered-By') ?? ''}`)
    ? saysNothingSeen(facts)
    : undefined;
