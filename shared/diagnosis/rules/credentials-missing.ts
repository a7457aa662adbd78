import { comesBack } from '../facts/callback.ts';
import { authParam } from '../../http-auth/auth.ts';
import { asksToSignIn, nothingSent, saysNothingSeen } from '../facts/absence.ts';
import { passedWithoutCredentials } from '../facts/other-client.ts';
import { passedUnderAnotherKey } from '../facts/replayed.ts';
import type { Facts } from '../facts.ts';
import { absentField, statusPlace, theServer } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { unnamedKey } from '../facts/unnamed-key.ts';
import { AGAINST, HINTED, PROVEN, REFUTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

const wanted = (facts: Facts): string =>
  [...new Set(facts.challenges.map(({ challenge }) => challenge.spelled))].join(' or ');

/** A login page in place of the answer asks for a session that was never there. */
const loginPage = (facts: Facts): boolean => facts.status !== undefined && facts.status < 400;

/** A long value of letters and digits under a name that tells nothing. */
const mayHoldKey = ({ url }: Facts): boolean =>
  [...(url?.searchParams ?? [])].some(([, value]) => /^(?=.*\d)(?=.*[a-z])[\w+/=.-]{24,}$/i.test(value));

/** Who is told to wait could have come without anything. */
const tooOften =
  /too many (?:requests|attempts|calls)|rate[ -]?limit|\bwait (?:a (?:few|couple)|\d+|some)|try again (?:later|in (?:a few|\d+))/i;

/** Words that ask for somebody, which mean absence where nothing was sent. */
const anyone =
  /\banonymous\b|RBAC: access denied|\bonly (?:\w+ )?(?:admin(?:istrator)?s?|superusers?|owners?|members|moderators|staff|users) (?:can|may|are allowed)\b|(?:authori[sz]ed|registered) (?:users|personnel|staff|members) only|unregistered callers|without established identity|missing a valid|(?:use|provide|include|supply|send) (?:an? |your )(?:valid )?(?:api[ _-]?key|token|credentials?)/i;

const wantsAnyone = (facts: Facts): Said | undefined => saidOf(facts, anyone);

/** Words about a login that comes back: what proves who asks is then the code. */
const ofTheLogin = /\bstate\b|session|token|saml|assertion/i;

/** The authorization server has said no before any credential could be given out. */
const deniedBefore = ({ statements }: Facts): boolean =>
  statements.some(
    ({ carrier, key, text }) => carrier === 'redirect' && key === 'error' && text !== 'login_required',
  );

/** The answer tells the state of an account, so that it found one by what was sent. */
const knowsAccount = ({ url, said }: Facts): boolean =>
  url !== undefined &&
  [...url.searchParams].some(([name]) => /^(?:user|user_?name|login|account|email)$/i.test(name)) &&
  /\b(?:account|user)\b[^.;]{0,24}\b(?:not (?:yet )?(?:been )?(?:enabled|activated|verified|confirmed|approved)|disabled|suspended|locked|blocked|banned|expired)\b/i.test(
    said,
  );

/** An interface, not a page of what stands before it, denies access to somebody whom it does not know. */
const deniesStranger = ({ body, said }: Facts): boolean =>
  (body.kind === 'json' || body.kind === 'xml') &&
  /access[^.;]{0,30}denied|denied[^.;]{0,12}access|\bforbidden\b|not authori[sz]ed|not allowed to/i.test(
    said,
  ) &&
  !/\bips?\b|address|agent|origin|client|browser|bot\b|countr|region|captcha|block|csrf|quota|limit/i.test(
    said,
  );

/** The request carries nothing that could prove who asks. A 401 to it must name what is wanted (RFC 9110 §15.5.2). */
export const credentialsMissing = defineRule({
  cause: 'credentials-missing',
  references: ['RFC 9110 §11.6.1', 'RFC 9110 §15.5.2', 'RFC 6750 §3.1'],
  phrases: [],
  examine(facts, heard) {
    if (facts.tokenRequest || (comesBack(facts) && ofTheLogin.test(facts.said))) return undefined;
    // A table knows that what was sent is another thing than what is missed.
    const beside = heard.some(({ explanation, weight }) => explanation !== undefined && weight > PROVEN);
    if (!nothingSent(facts) && !beside) {
      return facts.credentials.some(
        (credential) =>
          credential.value.trim() !== '' && credential.in !== 'cookie' && credential.in !== 'proxy',
      )
        ? ruledOut('The request carries a credential')
        : undefined;
    }

    if (deniedBefore(facts) || unnamedKey(facts) !== undefined) return undefined;
    const counted = facts.status === 429 || saidOf(facts, tooOften) !== undefined;
    const told = counted ? undefined : (saysNothingSeen(facts) ?? asksToSignIn(facts) ?? wantsAnyone(facts));
    const [challenge] = facts.challenges;
    const passed =
      passedUnderAnotherKey(facts) ?? (challenge === undefined ? passedWithoutCredentials(facts) : undefined);
    const scheme = wanted(facts);
    const field = facts.missed.find(
      ({ credential, name }) => credential && !/^authorization$/i.test(name),
    )?.name;
    const by =
      facts.status === 401 || facts.status === 440
        ? STATED
        : facts.status === 403 && !deniesStranger(facts)
          ? HINTED
          : SUGGESTED;
    return support(
      [
        ...heard,
        weigh(by, 'Authorization was not sent', absentField(facts, 'Authorization')),
        challenge &&
          weigh(
            TOLD,
            `The server asks for ${challenge.challenge.spelled}${realmOf(authParam(challenge.challenge, 'realm'))}`,
            challenge.place,
          ),
        told && {
          weight: facts.status === 401 ? PROVEN : TOLD,
          evidence: statementEvidence(facts, told.statement, told.match[0]),
        },
        passed !== undefined &&
          weigh(REFUTED, 'The same call without credentials was let through before', {
            in: 'status',
            exchange: passed,
          }),
        loginPage(facts) && weigh(HINTED, 'The answer is a login page', statusPlace(facts)),
        told === undefined &&
          challenge === undefined &&
          mayHoldKey(facts) &&
          weigh(AGAINST, 'A parameter of the address may be a key', { in: 'url', exchange: facts.index }),
        knowsAccount(facts) &&
          weigh(REFUTED, 'The answer knows the account that the address names', {
            in: 'url',
            exchange: facts.index,
          }),
        counted &&
          weigh(AGAINST, 'The answer counts requests, it does not ask who sends them', statusPlace(facts)),
      ],
      {
        title:
          scheme === '' && field !== undefined
            ? `No credentials were sent; ${theServer(facts)} looks for ${field}`
            : scheme === ''
              ? `No credentials were sent to ${theServer(facts)}`
              : `No credentials were sent; ${theServer(facts)} asks for ${scheme}`,
        explanation: `The request left without Authorization, key or session cookie, so the server cannot know who asks.${scheme === '' ? '' : ` Its challenge names what it wants: ${scheme}.`} Often the tool that should have added the credential looked them up under another name, or a header line was dropped because it lacked its colon.`,
        remedies: [
          ...(challenge === undefined
            ? []
            : [{ id: 'switch-scheme' as const, values: { scheme: challenge.challenge.scheme } }]),
          ...(field === undefined || challenge !== undefined
            ? []
            : [{ id: 'add-field' as const, values: { name: field } }]),
          { id: 'fill-credentials' },
          { id: 'authorize-again' },
        ],
        ...(challenge === undefined
          ? {}
          : {
              figure: {
                kind: 'schemes' as const,
                sent: 'none',
                challenged: facts.challenges.map((c) => c.challenge.spelled),
              },
            }),
      },
    );
  },
});

const realmOf = (realm: string | undefined): string =>
  realm === undefined || realm === '' ? '' : ` for “${realm}”`;
