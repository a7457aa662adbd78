import { anyOf } from '../any-of.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { absentField, theServer } from '../facts.ts';
import { nothingSent } from '../facts/absence.ts';
import { passedAsAnotherType } from '../facts/other-type.ts';
import { handedTogether } from '../facts/handed-together.ts';
import { isFurther } from '../facts/further-key.ts';
import { missedClient } from '../facts/missed-client.ts';
import { missedMediaType } from '../facts/media-type.ts';
import { missedMember, missedParameter, missedSomeField } from '../facts/missed-fields.ts';
import { signedNotSent } from '../facts/signed-fields.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** Words around the name of a field that the server misses. */
const missing = anyOf({
  'Missing Required Header x-v':
    /missing (?:required |mandatory )?(?:request |http )?(?:header|field)s?:? [`'"“]?(?!Authorization\b(?!-))([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)/i,
  'missing DPoP header':
    /(?:missing|required|requires?|absent|without|need(?:s|ed)?|must (?:include|contain|have|provide|specify|send|set)|no\b|provide|specify|lack(?:s|ing)?)[^.;]{0,30}?[`'"“]?\b(?<!authorization: )((?!Authorization\b(?!-)|Authentication\b|request\b|http\b|the\b|following\b|valid\b|required\b|custom\b|auth\b|key\b|token\b|in\b|on\b|via\b|as\b|from\b|of\b|your\b|an?\b)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)\b[`'"”]? (?:request |http )?(?:header|field)\b/i,
  'Header X-Device-Id is required':
    /(?:header|field)s?[ :]+[`'"“]?\b([A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)+)\b[`'"”]?[^.;]{0,20}\b(?:is |was |are )?(?:missing|required|not (?:provided|present|found|set|specified)|absent)/i,
  'DPoP header is missing':
    /[`'"“]?\b(?<!authorization: )((?!Authorization\b(?!-)|Authentication\b|request\b|http\b|the\b|this\b|auth\b|a\b)[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)\b[`'"”]? (?:request |http )?(?:header|field) (?:is |was |must be |should be )(?:missing|required|absent|mandatory|set|sent|defined|provided|present|not (?:provided|present|found|set|specified))/i,
  'Accept header must contain':
    /\b(Accept|User-Agent|Date|Host|X-[A-Za-z-]+) (?:request )?header (?:must|should|has to|needs to) (?:contain|have|specify|include|match)/i,
});

/** "Make sure to set the X-Acme-Tenant and X-Acme-Version headers": fields of its own that it tells to send. */
const told =
  /\b(?:set|send|pass|provide|include|add|supply|specify)\b[^.;]{0,20}?\b(X-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+)\b[^.;]{0,60}\b(?:header|field)s?\b/i;

const credentialName =
  /^(authorization|bearer|basic|x-api-key|api-key|apikey|x-auth-token|access-token|x-access-token|token|cookie|.*csrf.*|.*xsrf.*)$/i;

/** A field of the service's own that the last accepted request with this credential had, and that this one lacks. */
const sentBefore = (facts: Facts): { readonly name: string; readonly index: number } | undefined => {
  const accepted = facts.earlier.findLast(
    (one) =>
      one.accepted &&
      one.sameOrigin &&
      one.sameCredential &&
      collectionOf(one.exchange.request.url) === collectionOf(facts.exchange.request.url),
  );
  const lost = accepted?.exchange.request.fields.find(
    ({ name }) => contextField.test(name) && fieldNamed(facts.exchange.request.fields, name) === undefined,
  );
  return accepted === undefined || lost === undefined
    ? undefined
    : { name: lost.name, index: accepted.index };
};

/** The address without its last segment and query: what it belongs to. */
const collectionOf = (url: string): string => url.replace(/[?#].*$/, '').replace(/\/[^/]*$/, '');

/** Tells for whom or for what a credential is meant. */
const contextField =
  /tenant|namespace|(?:^|-)org|account|workspace|project|company|(?:client|app|application|customer|merchant|site|realm)-?(?:id|name|key)$|api-?version/i;

/** Where a temporary key of AWS stands that lacks the token it came with. */
const withoutSessionToken = (facts: Facts): Place | undefined =>
  facts.signing.aws?.accessKey.startsWith('ASIA') === true &&
  fieldNamed(facts.exchange.request.fields, 'X-Amz-Security-Token') === undefined &&
  !/[?&]X-Amz-Security-Token=/i.test(facts.exchange.request.url)
    ? facts.signing.aws.place
    : undefined;

/** A further field or parameter without which the authentication cannot be judged. */
export const requiredHeaderMissing = defineRule({
  cause: 'required-header-missing',
  references: ['RFC 9421 §1.4'],
  explains: ['credentials-missing', 'url-wrong', 'nonce-stale', 'header-stripped', 'grant-invalid'],
  phrases: [
    {
      says: /(?:can ?not|must not) be (?:used|sent|redeemed|exchanged) without (?:sending |providing |specifying )?(?:an? |the )?(?:client (?:identifier|id)|tenant|organi[sz]ation|account|api version)/i,
      weight: STATED + HINTED,
    },
    {
      says: anyOf({
        'no org id': /no org id/i,
        NO_APP_KEY: /\bno_?app_?(?:key|id)\b/i,
        'app key missing':
          /app(?:lication)?[ _-]?key[^.;]{0,12}\b(?:is |was )?(?:missing|required|absent|not (?:provided|specified|set|found))/i,
        'Client ID is missing':
          /(?:tenant|organi[sz]ation|account|workspace|project|subscription|api[- ]version|client[- ]id|app(?:lication)?[- ]id|site|region)(?: id| header)?[^.;]{0,24}\b(?:is |was )?(?:missing|required|not (?:provided|specified|set|found in (?:the )?(?:request|headers?))|must be)/i,
        'Missing X-App-Key':
          /\b(?:missing|no|required|requires?|must (?:provide|specify|include))\b[^.;]{0,16}\b(?:tenant|org(?:anization)?|workspace|project|subscription key|api[- ]version|version header|quota project|user[- ]project|x-goog-user-project|account id|client[- ]id|merchant|app ?id|X-[A-Za-z-]+)\b/i,
        'Digest header': /digest header/i,
        'X-Scope-OrgID': /X-Scope-OrgID/i,
        'anthropic-version: header is required': /anthropic-version/i,
        'Notion-Version': /Notion-Version/i,
        'quota project': /quota project/i,
      }),
      unless: /consent|invalid client|authorization header|AADSTS|csrf|x-api-key|OTP|permission/i,
      weight: TOLD,
    },
    {
      says: anyOf({
        'Access denied due to missing subscription key': /access denied due to missing subscription key/i,
        'content type must be':
          /(?:content[- ]type|media type) (?:header )?(?:must be|should be|not supported|is not supported|is invalid)/i,
        'unsupported content type': /(?:unsupported|invalid|wrong) (?:content[- ]type|media type)/i,
        'User-Agent header zorunludur': /user-agent header/i,
        'administrative rules: please send a User-Agent': /administrative rules[^.]{0,60}user-agent/i,
        'Missing header':
          /missing (?:required |mandatory |form |body |query |request )*(?:header|param(?:eter)?)/i,
        'Missing Required Header': /missing required header/i,
        MissingSecurityHeader: /MissingSecurityHeader/i,
        MissingRequiredHeader: /MissingRequiredHeader/i,
        'HMAC signature cannot be verified, a valid date':
          /HMAC signature cannot be verified, a valid (?:x-)?date/i,
      }),
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const said = saidOf(facts, missing) ?? saidOf(facts, told);
    const name = /not signed/i.test(said?.statement.text ?? '')
      ? undefined
      : said?.match.slice(1).find((group) => group !== undefined);
    const lacks =
      name !== undefined &&
      !credentialName.test(name) &&
      fieldNamed(facts.exchange.request.fields, name) === undefined &&
      facts.exchange.request.unseen !== true;
    const parameter =
      missedParameter(facts) ??
      missedSomeField(facts) ??
      (facts.credentials.length > 0 ? missedClient(facts) : undefined);
    const type = heard.length === 0 ? passedAsAnotherType(facts) : undefined;
    const member = heard.length === 0 ? missedMember(facts) : undefined;
    const temporary = withoutSessionToken(facts);
    if (temporary !== undefined)
      return support(
        [
          ...heard,
          weigh(PROVEN, 'The access key begins with ASIA: it is a temporary one', temporary),
          weigh(STATED, 'X-Amz-Security-Token was not sent', absentField(facts, 'X-Amz-Security-Token')),
        ],
        {
          title: 'The temporary key was sent without its session token',
          explanation:
            'Keys that begin with ASIA are good only together with the session token that was handed out with them. It goes into X-Amz-Security-Token, or into the parameter of that name where the address is presigned. Set all three values, or take a lasting key.',
          remedies: [
            { id: 'add-field', values: { name: 'X-Amz-Security-Token' } },
            { id: 'fill-credentials' },
          ],
        },
      );
    const authorization =
      name !== undefined &&
      facts.credentials.length === 0 &&
      (/^x-[\w-]*(key|token|auth)/i.test(name) ||
        facts.missed.some((field) => field.credential && field.name === name));
    const present = name !== undefined && fieldNamed(facts.exchange.request.fields, name) !== undefined;
    const missed = facts.missed.find(
      (field) =>
        (!field.credential || isFurther(facts, field.name)) &&
        !/^authorization$/i.test(field.name) &&
        !(nothingSent(facts) && /\bauthorization\b|\b[\w-]+-key\b/i.test(field.statement.text)),
    );
    const unsigned = signedNotSent(facts);
    const media = missedMediaType(facts);
    const lost = missed === undefined && heard.length === 0 ? sentBefore(facts) : undefined;
    const together = missed === undefined && !lacks && heard.length === 0 ? handedTogether(facts) : undefined;
    if (
      (present && missed === undefined && heard.every(({ explanation }) => explanation === undefined)) ||
      (!lacks &&
        missed === undefined &&
        lost === undefined &&
        parameter === undefined &&
        member === undefined &&
        together === undefined &&
        type === undefined &&
        media === undefined &&
        unsigned === undefined &&
        heard.length === 0)
    )
      return undefined;
    const wanted = lacks ? name : (missed?.name ?? lost?.name ?? unsigned ?? member?.name);
    return support(
      [
        ...heard,
        lacks &&
          !authorization &&
          said !== undefined && {
            weight: STATED,
            evidence: statementEvidence(facts, said.statement, said.match[0]),
          },
        lacks && !authorization && weigh(HINTED, `${name} was not sent`, absentField(facts, name)),
        !lacks &&
          missed !== undefined && {
            weight: STATED,
            evidence: statementEvidence(facts, missed.statement, missed.name),
          },
        !lacks &&
          missed !== undefined &&
          weigh(HINTED, `${missed.name} was not sent`, absentField(facts, missed.name)),
        unsigned !== undefined &&
          weigh(PROVEN, `The signature covers ${unsigned}, which was not sent`, absentField(facts, unsigned)),
        parameter !== undefined &&
          heard.length === 0 && {
            weight: TOLD,
            evidence: statementEvidence(facts, parameter.statement, parameter.match[0]),
          },
        member !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, member.said.statement, member.said.match[0]),
        },
        media !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, media.said.statement, media.said.match[0]),
        },
        together !== undefined &&
          weigh(TOLD, `The login handed out ${together.name} together with the key, and it was not sent`, {
            in: 'body',
            exchange: together.index,
            side: 'response',
          }),
        together !== undefined &&
          weigh(HINTED, `${together.sent} was sent alone`, {
            in: 'field',
            exchange: facts.index,
            side: 'request',
            name: together.sent,
          }),
        type !== undefined &&
          weigh(
            STATED + HINTED,
            `The same login passed as ${type.was === '' ? 'a body without a type' : type.was}`,
            {
              in: 'field',
              exchange: type.index,
              side: 'request',
              name: 'Content-Type',
            },
          ),
        lost !== undefined && weigh(STATED, `${lost.name} was not sent`, absentField(facts, lost.name)),
        lost !== undefined &&
          weigh(HINTED, `The same credential was accepted together with ${lost.name}`, {
            in: 'field',
            exchange: lost.index,
            side: 'request',
            name: lost.name,
          }),
      ],
      {
        title:
          type !== undefined
            ? `The server reads a login as ${type.was}; sent was ${type.now}`
            : media !== undefined
              ? `The interface is called with Accept: ${media.type}, which was not sent`
              : wanted !== undefined
                ? `${theServer(facts)} needs the field ${wanted}, which was not sent`
                : inItsWords(`${theServer(facts)} misses a further field`, heard, facts),
        explanation:
          'Besides the credential some servers need to know for which tenant, version or account it is meant, or a field that the signature must cover. Without it they cannot judge the credential and refuse the request. Add the field that the answer names.',
        remedies: [
          ...(wanted === undefined ? [] : [{ id: 'add-field' as const, values: { name: wanted } }]),
          { id: 'report' },
        ],
      },
    );
  },
});
