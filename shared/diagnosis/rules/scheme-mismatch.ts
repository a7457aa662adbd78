import { anyOf } from '../any-of.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials, statusPlace, theServer } from '../facts.ts';
import {
  challengedSchemes,
  isStandard,
  isUnheardOf,
  onlyIntegrated,
  sameKind,
  schemeInWords,
} from '../facts/schemes-asked.ts';
import { saysNothingSeen } from '../facts/absence.ts';
import { passedBehindAnotherWord } from '../facts/other-word.ts';
import { basicInTrace } from '../facts/basic-in-trace.ts';
import { deniedWord } from '../facts/denied-word.ts';
import { inSmallLetters } from '../facts/small-letters.ts';
import { missedScheme } from '../facts/missed-scheme.ts';
import { pairBehindBearer, tokenBehindBasic, tokenBehindRareWord } from '../facts/behind-other-scheme.ts';
import { isRead, meantForNobody, notRead, readIt, sentScheme } from '../facts/sent-scheme.ts';
import { acceptedAnywhere, acceptedBefore } from '../facts/accepted-before.ts';
import { showsLoginForm } from '../facts/login-form.ts';
import { ownLogin } from '../facts/own-login.ts';
import { withdrawalOf } from '../facts/withdrawals.ts';
import { keyOutOfPlace } from '../facts/key-form.ts';
import { prescribedSchemes } from '../facts/prescribed-schemes.ts';
import { statementEvidence } from '../heard.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** The same value passed here before, and is judged now or was withdrawn since: the scheme is one that is read. */
const wasReadBefore = (facts: Facts, sent: string): boolean =>
  acceptedBefore(facts) !== undefined && (readIt(facts, sent) || withdrawalOf(facts) !== undefined);

/** A credential of one scheme where the challenge names others (RFC 9110 §11.6.1). */
export const schemeMismatch = defineRule({
  cause: 'scheme-mismatch',
  references: ['RFC 9110 §11.6.1'],
  explains: [
    'credentials-missing',
    'header-stripped',
    'token-expired',
    'token-malformed',
    'integrated-auth-required',
    'session-expired',
  ],
  phrases: [
    {
      says: /\b(?:accepts?|takes?|supports?|allows?|permits?) (?:only )?(?:oauth ?2?(?:\.0)?|bearer|basic|jwt|digest)\b(?: (?:access )?tokens?| auth\w*)?[^.;]{0,12}\bonly\b|\b(?:accepts?|takes?|supports?|allows?) only (?:oauth ?2?(?:\.0)?|bearer|basic|jwt|digest)\b/i,
      weight: STATED,
    },
    {
      says: /\b(?:must|should|has to|needs to) (?:start|begin) with ['"“`]?(?:bearer|basic|token|digest)\b/i,
      weight: STATED,
    },
    {
      says: /\b(?:basic|digest|bearer|token|negotiate|kerberos) auth(?:entication)? (?:is )?(?:not (?:enabled|configured|available|offered)|unavailable)/i,
      weight: STATED,
    },
    {
      says: /(?:invalid|not a valid) key=value pair[^;]{0,80}authorization header: ?['"`]?(?:bearer|basic|token)\b/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'API keys are not supported': /API keys are not supported/i,
        'Basic authentication is not supported':
          /\b(?:token|basic|password|key) auth(?:entication)? (?:is )?not supported/i,
        'Only valid bearer authentication supported':
          /only (?:valid )?(?:bearer|basic|digest|oauth2?)\b[^.;]{0,30}(?:supported|accepted|allowed)/i,
        'unsupported credential type': /unsupported (?:credential|auth) type/i,
        'Token type is not allowed.':
          /(?:auth(?:entication|orization)?|token) (?:scheme|type|method|prefix)[^.]{0,40}(?:not supported|unsupported|invalid|unknown|not allowed|not recogni[sz]ed|must be|expected)/i,
        'Unsupported authorization type':
          /unsupported (?:auth(?:entication|orization)?|token) (?:scheme|type|method)/i,
        'CORS requires basic auth':
          /(?:expected|requires?|use|must (?:start|begin) with) (?:an? )?['"“]?(?:bearer|basic|token|digest|oauth2?)['"”]?(?: (?:scheme|prefix|auth(?:entication|orization)?|token|access token))/i,
        'no suitable auth scheme': /no (?:suitable|applicable) auth(?:entication)? (?:scheme|method)/i,
        'invalid authorization scheme': /invalid auth(?:entication|orization)? (?:scheme|type|method)/i,
        'bearer token required': /bearer (?:token )?(?:is )?(?:expected|required)/i,
        'Basic authentication is not allowed':
          /basic auth(?:entication)? (?:is )?(?:not supported|disabled|not allowed|required)/i,
        'Remove the Bearer prefix':
          /(?:remove|drop|omit|without) (?:the )?['"`“]?(?:bearer|basic|token)['"`”]? (?:prefix|scheme|word|keyword)/i,
        'Missing or invalid authorization scheme':
          /(?:wrong|incorrect|bad|invalid|unexpected|unknown|mismatched) (?:(?:auth(?:entication|orization)?|token) )?(?:scheme|prefix)/i,
        'must use the scheme':
          /must (?:use|be) (?:the )?['"`]?[\w-]+['"`]? (?:auth(?:entication|orization)? )?scheme/i,
        'scheme Bearer is not supported': /scheme ['"`]?\w+['"`]? (?:is )?not supported/i,
        'Authentifizierungsschema wird nicht unterstützt':
          /(?:authentifizierungsschema|authentifizierungsverfahren)[^.;]{0,20}nicht/i,
        不支持的认证方式: /不支持的(?:认证|授权|鉴权)(?:方式|类型|方案)/i,
        认证方式错误: /(?:认证|授权|鉴权)(?:方式|类型)(?:错误|不正确|不支持)/i,
        'as a Bearer token instead':
          /as an? (?:bearer|oauth2?)(?: access)? token\b[^.]{0,40}\b(?:instead|not)\b/i,
      }),
      weight: STATED,
    },
    {
      says: /Expected OAuth ?2(?:\.0)? access token|use (?:an )?oauth|login cookie or other valid authentication credential/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    const sent = sentScheme(facts);
    const asked = challengedSchemes(facts);
    const prescribed = prescribedSchemes(facts);
    const another =
      sent !== undefined && prescribed?.schemes.every((scheme) => scheme.toLowerCase() !== sent) === true
        ? prescribed
        : undefined;
    const fits =
      sent !== undefined &&
      facts.challenges.some(
        ({ challenge }) =>
          sameKind(challenge.scheme, sent) &&
          !(sent === 'token' && challenge.scheme !== 'token') &&
          !(challenge.scheme === 'token' && sent !== 'token' && saysNothingSeen(facts) !== undefined),
      );
    if (deniedWord(facts) !== undefined)
      return ruledOut(`The field that was sent begins with ${schemeInWords(sent ?? '')}`);
    const failed = basicInTrace(facts);
    const missed = missedScheme(facts);
    const word = passedBehindAnotherWord(facts);
    const bearer = tokenBehindBasic(facts);
    if (
      bearer === undefined &&
      fits &&
      heard.length === 0 &&
      another === undefined &&
      missed === undefined &&
      word === undefined
    )
      return ruledOut(`${schemeInWords(sent)} was sent and ${asked.join(', ')} is asked for`);
    const differs =
      sent !== undefined &&
      !fits &&
      asked.length > 0 &&
      !facts.tokenRequest &&
      (facts.status === 401 || facts.status === 400) &&
      !wasReadBefore(facts, sent);
    const known =
      differs &&
      (isStandard(sent) || /bearer|token|jwt/.test(sent)) &&
      facts.challenges.some(({ challenge }) => isStandard(challenge.scheme));
    const [challenge] = facts.challenges;
    const invented = differs && meantForNobody(facts);
    const weight = !differs
      ? 0
      : invented
        ? FAINT
        : onlyIntegrated(facts)
          ? SUGGESTED
          : known
            ? STATED
            : HINTED;
    const rare = tokenBehindRareWord(facts, sent);
    const key = keyOutOfPlace(facts);
    const behind =
      key !== undefined && key.sent.in === 'authorization' && key.wanted.startsWith('authorization')
        ? { ...key, scheme: key.wanted.replace(/^\S+ ?/, '') }
        : undefined;
    const keyOnly =
      sent === undefined &&
      facts.status === 401 &&
      facts.challenges.length > 0 &&
      acceptedAnywhere(facts) === undefined &&
      !/(?:invalid|unknown|expired|incorrect|wrong|bad)[^.]{0,12} (?:access[ _-]?)?(?:api[ _-]?key|key|token)/i.test(
        facts.said,
      ) &&
      facts.challenges.every(({ challenge: { scheme } }) => /^(?:basic|digest|negotiate|ntlm)$/.test(scheme))
        ? serverCredentials(facts).find((one) => one.in === 'field' || one.in === 'query')
        : undefined;
    const led =
      (sent !== undefined &&
        sent !== 'basic' &&
        facts.hops.length > 0 &&
        ownLogin(facts) &&
        /\/(?:api|rest|graphql|v\d+)\//i.test(facts.hops[0]?.note.from ?? '')) ||
      (sent !== undefined &&
        facts.hops.length === 0 &&
        facts.status === 200 &&
        showsLoginForm(facts) &&
        /\/(?:api|rest|graphql)\//i.test(facts.exchange.request.url));
    const unread = notRead(facts, sent);
    const small = inSmallLetters(facts);
    const pair =
      (facts.status === 401 || facts.status === 403) && !readIt(facts, sent ?? '')
        ? pairBehindBearer(facts)
        : undefined;
    const keyed = sent === undefined && heard.length === 0 ? undefined : facts.authorization;
    const strange =
      sent !== undefined &&
      isUnheardOf(sent) &&
      facts.authorization?.parsed?.rest.trim() !== '' &&
      facts.challenges.length === 0 &&
      facts.status === 401 &&
      acceptedAnywhere(facts) === undefined;
    const wantedScheme = facts.challenges.find(({ challenge: c }) => /^(basic|bearer|digest)$/.test(c.scheme))
      ?.challenge.scheme;
    const written =
      sent === undefined
        ? 'a key'
        : schemeInWords(facts.authorization?.parsed?.spelled ?? sent) || 'A bare value';
    return support(
      [
        ...heard,
        failed !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, failed.statement, failed.match[0]),
        },
        bearer !== undefined &&
          weigh(PROVEN, 'Behind Basic stands a signed token, not user and password', bearer.place),
        differs &&
          keyed !== undefined &&
          weigh(weight, `Authorization was sent with ${written}`, keyed.place),
        another !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, another.said.statement, another.said.match[0]),
        },
        another !== undefined &&
          facts.authorization !== undefined &&
          weigh(SUGGESTED, `Authorization was sent with ${written}`, facts.authorization.place),
        missed !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, missed.said.statement, missed.said.match[0]),
        },
        missed !== undefined &&
          keyed !== undefined &&
          weigh(SUGGESTED, `Authorization was sent with ${written}`, keyed.place),
        word !== undefined &&
          weigh(
            STATED + HINTED,
            `The same secret was accepted behind ${word.was === '' ? 'no word at all' : word.was}`,
            {
              in: 'status',
              exchange: word.index,
            },
          ),
        small !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            SUGGESTED + FAINT,
            `The scheme is written ${small}, and some applications compare the capital letter as well`,
            facts.authorization.place,
          ),
        unread !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, unread.statement, unread.match[0]),
        },
        pair !== undefined &&
          weigh(
            SUGGESTED + FAINT,
            'Behind Bearer stands the Base64 text of a user, a colon and a password, as Basic has it',
            pair.place,
          ),
        rare &&
          weigh(
            saysNothingSeen(facts) === undefined ? SUGGESTED : STATED,
            `A JWT stands behind the word ${schemeInWords(facts.authorization?.parsed?.spelled ?? '')}, not Bearer`,
            facts.authorization?.place ?? statusPlace(facts),
          ),
        keyOnly !== undefined &&
          challenge !== undefined &&
          weigh(
            onlyIntegrated(facts) ? SUGGESTED : STATED,
            `A key in ${keyOnly.name} was sent`,
            keyOnly.place,
          ),
        keyOnly !== undefined &&
          challenge !== undefined &&
          weigh(
            onlyIntegrated(facts) ? FAINT : TOLD,
            `The server asks for ${asked.join(', ')}`,
            challenge.place,
          ),
        strange &&
          keyed !== undefined &&
          weigh(
            isRead(facts) ? HINTED : SUGGESTED + FAINT,
            `No register of schemes knows the word ${written}`,
            keyed.place,
          ),
        led &&
          weigh(
            sent === 'basic' ? SUGGESTED : TOLD,
            'The server answered with its own login page, as if the request carried nothing',
            {
              in: 'url',
              exchange: facts.index,
            },
          ),
        behind !== undefined &&
          weigh(
            STATED,
            `${behind.maker.name} reads this ${behind.form.kind} ${behind.scheme === '' ? 'without a scheme' : `behind ${schemeInWords(behind.scheme)}`}`,
            behind.sent.place,
          ),
        differs &&
          readIt(facts, sent) &&
          weigh(AGAINST, 'The server did look at what was sent', statusPlace(facts)),
        differs &&
          !invented &&
          challenge !== undefined &&
          weigh(known ? TOLD : FAINT, `The server asks for ${asked.join(', ')}`, challenge.place),
        differs &&
          /^(digest)$/.test(asked[0]?.toLowerCase() ?? '') &&
          asked.length === 1 &&
          challenge !== undefined &&
          weigh(PROVEN, 'Digest is the only scheme offered', challenge.place),
      ],
      {
        title:
          another !== undefined
            ? `${written} was sent; the answer shows the field with ${another.schemes.map(schemeInWords).join(' or ')}`
            : behind !== undefined
              ? `${behind.maker.name} reads this ${behind.form.kind} ${behind.scheme === '' ? 'without a scheme' : `behind ${schemeInWords(behind.scheme)}`}; sent was ${written}`
              : bearer !== undefined
                ? 'A signed token stands behind Basic, where servers look for user and password'
                : word !== undefined
                  ? `The server reads ${word.was === '' ? 'the bare value' : word.was}; sent was ${written}`
                  : rare && heard.length === 0
                    ? `The token stands behind ${written}; most servers read it behind Bearer`
                    : asked.length === 0 || !(differs || keyOnly !== undefined)
                      ? inItsWords(`${theServer(facts)} does not take ${written}`, heard, facts)
                      : `${sent === undefined ? 'A key' : written} was sent; ${theServer(facts)} asks for ${asked.join(' or ')}`,
        explanation: `A server reads Authorization only in the schemes that it has switched on, and names them in WWW-Authenticate. ${asked.length === 0 ? 'Here it says so in words.' : `Here that is ${asked.join(', ')}.`} A credential in another scheme is not even looked at, however right it is.`,
        remedies: [
          ...(wantedScheme === undefined
            ? rare
              ? [{ id: 'switch-scheme' as const, values: { scheme: 'bearer' } }]
              : behind !== undefined && /^(?:basic|bearer)$/.test(behind.scheme)
                ? [{ id: 'switch-scheme' as const, values: { scheme: behind.scheme } }]
                : []
            : [{ id: 'switch-scheme' as const, values: { scheme: wantedScheme } }]),
          { id: 'fill-credentials' },
        ],
        ...(differs ? { figure: { kind: 'schemes' as const, sent: written, challenged: asked } } : {}),
      },
    );
  },
});
