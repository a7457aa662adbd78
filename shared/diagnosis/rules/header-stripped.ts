import { otherTokenSeen } from '../facts/other-token.ts';
import type { Facts } from '../facts.ts';
import { durationInWords } from '../durations.ts';
import { atItsDoor } from '../facts/at-its-door.ts';
import { acceptedAnywhere } from '../facts/accepted-before.ts';
import { asksToSignIn, saysNothingSeen } from '../facts/absence.ts';
import { signedFieldLost, throughCluster } from '../facts/kept-on-the-way.ts';
import { deniedWord } from '../facts/denied-word.ts';
import { missedScheme } from '../facts/missed-scheme.ts';
import { handedTogether } from '../facts/handed-together.ts';
import { issuedHere } from '../facts/issued.ts';
import { answersBehind, asIfNoneCame, lookedAt, wordlessIn } from '../facts/as-to-nobody.ts';
import { behindName, passedElsewhere } from '../facts/passed-elsewhere.ts';
import { namesGateway } from '../facts/software.ts';
import { askedBehindGateway, partsLost, withheld } from '../facts/withheld.ts';
import type { LostField } from '../facts/lost-field.ts';
import { lostContext, lostField, passedWithoutUnderscore, standsBetween } from '../facts/lost-field.ts';
import { requestFieldPlace, responseFieldPlace, responseValue } from '../facts.ts';
import { isStandard, sameKind } from '../facts/schemes-asked.ts';
import type { Said } from '../heard.ts';
import { statementEvidence } from '../heard.ts';
import type { Opinion, Weighed } from '../rule.ts';
import { defineRule, quoted, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** A token is as good as new for this long. Seconds. */
const FRESH = 120;

/** The answer speaks of a field of the service’s own, not of Authorization. */
const ownField = /\bx-[a-z][\w-]*|\bauthorization-(?!header|field|kopf|feld)[a-z]/i;

/** Asks for a credential as if none had come. */
const asksToProvide =
  /(?:need|have|must|required?)(?: to)? (?:be )?(?:provide|supply|send|present|include|authenticat|log ?in|sign ?in)|(?:authentication|authorization|credentials|login) (?:is |are )?required/i;

/** What an application says to everybody without a session, also to those whose password it has just found wrong. */
const wantsSession = /not logged[ -]?in|(?:must|need to) be logged[ -]?in|only logged[ -]?in/i;

/** The Authorization field left the client and did not reach the application (RFC 3875 §4.1.18). */
export const headerStripped = defineRule({
  cause: 'header-stripped',
  references: ['RFC 3875 §4.1.18'],
  explains: [
    'csrf-token-missing',
    'credentials-missing',
    'session-expired',
    'token-signature-invalid',
    'scheme-mismatch',
    'required-header-missing',
    'consent-missing',
    'token-malformed',
  ],
  phrases: [],
  examine(facts, heard) {
    const { authorization } = facts;
    const replaced = otherTokenSeen(facts);
    const context = lostContext(facts);
    if (context !== undefined) return ofContext(facts, context, heard);
    const lost = lostField(facts);
    if (lost !== undefined) return ofOwnField(facts, lost, heard);
    if (authorization === undefined) return ofKeyPassedElsewhere(facts, heard);
    if (authorization.value.trim() === '') return undefined;
    const scheme = authorization.parsed?.scheme ?? '';
    const asked = facts.challenges.filter(({ challenge }) => isStandard(challenge.scheme));
    const otherAsked = asked.length > 0 && !asked.some(({ challenge }) => sameKind(challenge.scheme, scheme));
    const software = namesGateway(facts);
    const said = saysNothingSeen(facts);
    const told =
      said !== undefined &&
      (scheme !== 'basic' || software !== undefined || !wantsSession.test(said.statement.text)) &&
      scheme !== '' &&
      !otherAsked &&
      !ownField.test(said.statement.text) &&
      !facts.missed.some(({ statement }) => statement === said.statement) &&
      missedScheme(facts) === undefined &&
      !(/key\b/i.test(said.statement.text) && facts.token?.jwt !== undefined);
    const signedLost = signedFieldLost(facts);
    const elsewhere = passedElsewhere(facts);
    const otherPlace = facts.earlier.findLast(
      (one) => one.accepted && one.sameOrigin && one.sameSecretElsewhere,
    );
    const edge = standsBetween(facts);
    const direct =
      elsewhere !== undefined && edge === undefined && asksToProvide.test(facts.said)
        ? behindName(elsewhere, facts)
        : undefined;
    const php =
      /php/i.test(`${responseValue(facts, 'X-Powered-By') ?? ''} ${responseValue(facts, 'Server') ?? ''}`) &&
      (/not authori[sz]ed/i.test(facts.said) ||
        (scheme === 'basic' &&
          facts.challenges.length === 0 &&
          /\b(?:unauthenticated|not authenticated)\b/i.test(facts.said)));
    const reader = told ? atItsDoor(facts) : undefined;
    const asks =
      !told && software !== undefined && scheme === 'bearer' && asked.length === 0 && wordlessIn(facts)
        ? asksToSignIn(facts)
        : undefined;
    const denied = deniedWord(facts);
    const parts = partsLost(facts);
    const kept = wordlessIn(facts) ? withheld(facts) : undefined;
    const askedAgain = kept === undefined ? askedBehindGateway(facts) : undefined;
    const issued = issuedHere(facts);
    const wordless = facts.challenges.length === 0 && wordlessIn(facts);
    const behind = answersBehind(facts);
    const answersAsToNobody =
      issued !== undefined &&
      issued.before <= FRESH &&
      software !== undefined &&
      asIfNoneCame(facts) &&
      wordlessIn(facts);
    return support(
      [
        ...heard,
        replaced !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, replaced.statement, replaced.value),
        },
        replaced !== undefined &&
          weigh(
            TOLD,
            `The token that was sent has this ${replaced.claim}; the server read another one`,
            requestFieldPlace(facts, authorization.name),
          ),
        answersAsToNobody &&
          weigh(
            SUGGESTED + HINTED,
            `The token was handed out ${durationInWords(Math.max(1, issued.before))} before, and the challenge names no error, as to a request without one`,
            facts.challenges[0]?.place ?? requestFieldPlace(facts, authorization.name),
          ),
        answersAsToNobody &&
          weigh(
            HINTED,
            `${software} is ${responseValue(facts, software)}`,
            responseFieldPlace(facts, software),
          ),
        issued !== undefined &&
          issued.before <= FRESH &&
          wordless &&
          software !== undefined &&
          weigh(
            SUGGESTED,
            `This server handed out the token ${durationInWords(Math.max(1, issued.before))} before`,
            { in: 'body', exchange: issued.index, side: 'response' },
          ),
        issued !== undefined &&
          issued.before <= FRESH &&
          wordless &&
          software !== undefined &&
          weigh(
            HINTED * 2,
            `${software} is ${responseValue(facts, software)}`,
            responseFieldPlace(facts, software),
          ),
        signedLost !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, signedLost.statement, signedLost.match[0]),
        },
        signedLost !== undefined &&
          weigh(
            HINTED,
            `${signedLost.match[1]} was sent`,
            requestFieldPlace(facts, signedLost.match[1] ?? ''),
          ),
        throughCluster(facts) &&
          weigh(
            STATED + HINTED,
            'The path leads through the API server of a cluster, which keeps Authorization for itself',
            { in: 'url', exchange: facts.index },
          ),
        told && {
          weight: software === undefined && facts.token?.jwt === undefined ? SUGGESTED : TOLD,
          evidence: statementEvidence(facts, said.statement, said.match[0]),
        },
        told &&
          weigh(
            HINTED,
            'Authorization was sent in the form that is asked for',
            requestFieldPlace(facts, authorization.name),
          ),
        reader !== undefined &&
          weigh(
            SUGGESTED,
            `${reader.name} reads a credential from just this place`,
            requestFieldPlace(facts, authorization.name),
          ),
        told &&
          /(?:incorrect|invalid|wrong|bad)[^.]{0,20}(?:user|password|credential)|(?:password|credentials?)[^.]{0,16}(?:incorrect|invalid|wrong)/i.test(
            facts.said,
          ) &&
          weigh(
            AGAINST,
            'The server did look at a user and password',
            requestFieldPlace(facts, authorization.name),
          ),
        asks !== undefined && {
          weight: SUGGESTED,
          evidence: statementEvidence(facts, asks.statement, asks.match[0]),
        },
        denied !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, denied.statement, denied.match[0]),
        },
        denied !== undefined &&
          weigh(
            HINTED,
            `What was sent begins with ${denied.match[1] ?? ''}`,
            requestFieldPlace(facts, authorization.name),
          ),
        parts !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, parts.statement, parts.match[0]),
        },
        parts !== undefined &&
          weigh(
            HINTED,
            'The token that was sent has its three parts',
            requestFieldPlace(facts, authorization.name),
          ),
        kept !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, kept.statement, kept.match[0]),
        },
        kept !== undefined &&
          weigh(HINTED, `Server is ${responseValue(facts, 'Server')}`, responseFieldPlace(facts, 'Server')),
        askedAgain !== undefined &&
          weigh(
            SUGGESTED,
            'A program behind the web server asks for what was sent, and finds no fault in it',
            askedAgain.place,
          ),
        (told || php || asks !== undefined || parts !== undefined) &&
          software !== undefined &&
          weigh(
            php && !told ? SUGGESTED + HINTED : asks === undefined ? SUGGESTED : HINTED,
            `${software} is ${responseValue(facts, software)}`,
            responseFieldPlace(facts, software),
          ),
        behind !== undefined &&
          !told &&
          weigh(
            SUGGESTED,
            'The challenge names no error, as to a request without a token',
            facts.challenges[0]?.place ?? requestFieldPlace(facts, authorization.name),
          ),
        behind !== undefined &&
          !told &&
          weigh(
            SUGGESTED,
            `${responseValue(facts, 'Server')} stands in front of ${behind}`,
            responseFieldPlace(facts, 'Server'),
          ),
        otherPlace !== undefined &&
          software !== undefined &&
          weigh(STATED, 'The same secret was accepted in another place than Authorization', {
            in: 'status',
            exchange: otherPlace.index,
          }),
        otherPlace !== undefined &&
          software !== undefined &&
          weigh(
            SUGGESTED,
            `${software} is ${responseValue(facts, software)}`,
            responseFieldPlace(facts, software),
          ),
        elsewhere !== undefined &&
          edge !== undefined &&
          !lookedAt.test(facts.said) &&
          weigh(TOLD, 'The same Authorization was accepted without this network in front', {
            in: 'status',
            exchange: elsewhere.index,
          }),
        elsewhere !== undefined &&
          edge !== undefined &&
          !lookedAt.test(facts.said) &&
          weigh(SUGGESTED, `${edge} shows a network in between`, responseFieldPlace(facts, edge)),
        direct !== undefined &&
          weigh(STATED, `The same request was accepted at ${direct}, without what stands before the name`, {
            in: 'status',
            exchange: elsewhere?.index ?? facts.index,
          }),
      ],
      {
        title: `Authorization was sent, and the application ${told || (behind ?? askedAgain ?? denied) === undefined ? 'says it saw none' : 'answers as if it saw none'}`,
        explanation,
        remedies: [{ id: 'report' }],
      },
    );
  },
});

const explanation =
  'Between web server and application the field got lost. Apache hands it to CGI and FastCGI programs only with CGIPassAuth On or a rewrite rule; content networks forward it only where their settings say so; gateways replace it with their own. The client can do nothing about it but use another field if the application offers one.';

/** A field that tells for whom the call is, or that it is meant, which was sent and is missed. */
const ofContext = (facts: Facts, { statement, match }: Said, heard: readonly Weighed[]): Opinion =>
  support(
    [
      ...heard,
      { weight: PROVEN, evidence: statementEvidence(facts, statement, match[0]) },
      weigh(HINTED, 'The very field was sent', { in: 'status', exchange: facts.index }),
    ],
    {
      ...lostInBetween('The field'),
      title: `The field that the answer misses was sent: ${quoted(statement.text, 80)}`,
    },
  );

/** A key in a field of its own, which the answer misses. */
const ofOwnField = (
  facts: Facts,
  { sent, said, named, underscored }: LostField,
  heard: readonly Weighed[],
): Opinion => {
  const between = standsBetween(facts);
  const elsewhere = underscored ? acceptedAnywhere(facts) : undefined;
  const twin = underscored ? passedWithoutUnderscore(facts, sent) : undefined;
  if ((!named && !underscored && between === undefined) || handedTogether(facts) !== undefined)
    return support(heard, lostInBetween(sent.name));
  return support(
    [
      ...heard,
      said !== undefined && {
        weight: named ? STATED : SUGGESTED,
        evidence: statementEvidence(facts, said.statement, said.match[0]),
      },
      elsewhere !== undefined &&
        weigh(STATED + HINTED, `${sent.name} was accepted at another door of the application`, {
          in: 'status',
          exchange: elsewhere.index,
        }),
      weigh(HINTED, `${sent.name} was sent`, sent.place),
      twin !== undefined &&
        weigh(STATED, 'The same key passed in a field without an underscore in its name', {
          in: 'status',
          exchange: twin.index,
        }),
      underscored &&
        weigh(
          SUGGESTED,
          `nginx and Apache leave out a field like ${sent.name}, with an underscore in its name`,
          sent.place,
        ),
      between !== undefined &&
        weigh(
          HINTED,
          between === 'Server'
            ? `Server is ${responseValue(facts, 'Server')}`
            : `${between} shows a network in between`,
          responseFieldPlace(facts, between),
        ),
    ],
    lostInBetween(sent.name, underscored),
  );
};

/** A key that was taken without the network in between, and refused behind it without a word about the key. */
const ofKeyPassedElsewhere = (facts: Facts, heard: readonly Weighed[]): Opinion => {
  const sent = facts.credentials.find(({ in: where }) => where === 'field');
  const between = standsBetween(facts);
  const elsewhere = passedElsewhere(facts);
  if (sent === undefined || between === undefined || elsewhere === undefined || lookedAt.test(facts.said))
    return support(heard, lostInBetween('The key'));
  return support(
    [
      ...heard,
      weigh(TOLD, `The same ${sent.name} was accepted without this network in front`, {
        in: 'status',
        exchange: elsewhere.index,
      }),
      weigh(
        SUGGESTED,
        between === 'Server'
          ? `Server is ${responseValue(facts, 'Server')}`
          : `${between} shows a network in between`,
        responseFieldPlace(facts, between),
      ),
    ],
    {
      ...lostInBetween(sent.name),
      title: `${sent.name} was sent, and the application answers as if it saw none`,
    },
  );
};

const lostInBetween = (name: string, underscored = false) => ({
  title: `${name} was sent, and the application says it saw none`,
  explanation: underscored
    ? `Web servers leave out fields whose names hold an underscore, unless told otherwise (underscores_in_headers on), since environment variables cannot tell them from those with a hyphen. Name it ${name.replaceAll('_', '-')} if the application reads that, or have the server pass it on.`
    : explanation,
  remedies: [{ id: 'report' as const }],
});
