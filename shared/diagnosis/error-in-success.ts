import { aboutAuthentication } from './about-authentication.ts';
import type { Facts } from './facts.ts';
import { sendsSecretsInForm } from './facts.ts';
import { namesakeElsewhere } from './facts/namesake.ts';
import {
  codedInGraph,
  countsCalls,
  isRetired,
  judgesTheCredential,
  judgesTheLogin,
  namesACause,
  signed,
  turnsAway,
} from './judged.ts';
import type { Known } from './other-status.ts';
import { TOLD } from './weights.ts';

/** Devices ask for a login in a success. */
const asksForLogin = /please (?:log|sign)[ -]?in\b/i;

/** Whether the body of a success tells that who asks was refused. */
export const errorInSuccess = (facts: Facts, known: Known): boolean => {
  if (facts.body.kind === 'text')
    return (
      known().size > 0 ||
      judgesTheCredential(facts) ||
      judgesTheLogin(facts) ||
      (facts.bodyText.length < 200 &&
        /^(?:fails?\.?|badauth|!donator|abuse|invalid (?:api key|credentials|token)|access denied|unauthori[sz]ed|not authori[sz]ed)\b/i.test(
          facts.bodyText.trim(),
        ))
    );
  if (facts.statements.length === 0 || (facts.body.kind !== 'json' && facts.body.kind !== 'xml'))
    return false;
  if (facts.body.kind === 'xml')
    return (
      (/<(?:\w+:)?(?:Fault|Error|Err\d*|err_?msg|ErrorCode|Exception|authenticationFailure|return(?:Auth|Err)\w*)\b/i.test(
        facts.bodyText,
      ) &&
        (aboutAuthentication.test(facts.said) ||
          known().size > 0 ||
          judgesTheCredential(facts) ||
          judgesTheLogin(facts) ||
          turnsAway(facts))) ||
      (/>\s*(?:<!\[CDATA\[)?(?:FAIL(?:URE|ED)?|ERROR)(?:\]\]>)?\s*</.test(facts.bodyText) &&
        ((sendsSecretsInForm(facts) && aboutAuthentication.test(facts.said)) ||
          facts.readings.some(({ subject, weight }) => signed.has(subject) && weight >= TOLD)))
    );
  return (
    aboutAuthentication.test(facts.said) ||
    asksForLogin.test(facts.said) ||
    known().size > 0 ||
    namesACause(facts) ||
    judgesTheCredential(facts) ||
    judgesTheLogin(facts) ||
    facts.statements.some(
      ({ key, text }) => /^(?:code|err_?code|errno|ret_?code)$/.test(key) && text === '401',
    ) ||
    turnsAway(facts) ||
    countsCalls(facts) ||
    codedInGraph(facts) ||
    (facts.credentials.length > 0 && facts.readings.some(isRetired)) ||
    facts.placeholders.length > 0 ||
    namesakeElsewhere(facts) !== undefined
  );
};
