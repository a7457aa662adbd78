import { otherTokenSeen } from '../facts/other-token.ts';
import { durationInWords } from '../durations.ts';
import { atItsDoor } from '../facts/at-its-door.ts';
import { asksToSignIn, saysNothingSeen } from '../facts/absence.ts';
import { signedFieldLost, throughCluster } from '../facts/kept-on-the-way.ts';
import { deniedWord } from '../facts/denied-word.ts';
import { missedScheme } from '../facts/missed-scheme.ts';
import { issuedHere } from '../facts/issued.ts';
import { answersBehind, asIfNoneCame, lookedAt, wordlessIn } from '../facts/as-to-nobody.ts';
import { behindName, passedElsewhere } from '../facts/passed-elsewhere.ts';
import { namesGateway } from '../facts/software.ts';
import { askedBehindGateway, partsLost, withheld } from '../facts/withheld.ts';
import { lostContext, lostField, standsBetween } from '../facts/lost-field.ts';
import { requestFieldPlace, responseFieldPlace, responseValue } from '../facts.ts';
import { isStandard, sameKind } from '../facts/schemes-asked.ts';
import { statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { lostInBetween, ofContext, ofKeyPassedElsewhere, ofOwnField } from './parts/other-field-lost.ts';
import { acceptedPlace, moveThere } from '../facts/accepted-place.ts';

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
        explanation: lostInBetween,
        remedies: [
          ...moveThere(otherPlace === undefined ? undefined : acceptedPlace(facts, otherPlace)),
          { id: 'report' },
        ],
      },
    );
  },
});
