import type { Exchange } from '../../exchange/exchange.ts';
import { anyOf } from '../any-of.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import { decodeJwt, numericClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { SentCredential } from '../facts/sent-credentials.ts';
import {
  addedBehind,
  besideCookie,
  besideParameter,
  displaced,
  joinedCredentials,
  passedOn,
  readBehindDoor,
  twoClients,
} from '../facts/rivals.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { serverCredentials, theServer } from '../facts.ts';

/** "Authorization and X-Api-Key were sent", or that one field holds both. */
const togetherIn = (facts: Facts): string => {
  const names = [...new Set(serverCredentials(facts).map(({ name }) => name))];
  return names.length === 2
    ? `${names.join(' and ')} were sent`
    : `Two credentials were sent to ${theServer(facts)}`;
};

/** A cookie holds a token of the same make that was issued after the one in Authorization: one of the two was not renewed. */
const newerInCookie = (facts: Facts): SentCredential | undefined => {
  const shown = facts.tokens.find(
    ({ carrier, jwt }) => /^authorization/i.test(carrier) && jwt !== undefined,
  )?.jwt;
  const issued = shown === undefined ? undefined : numericClaim(shown, 'iat');
  if (shown === undefined || issued === undefined) return undefined;
  return facts.credentials.find((credential) => {
    const decoded = credential.in === 'cookie' ? decodeJwt(credential.value) : undefined;
    const other = decoded?.kind === 'jwt' ? decoded.jwt : undefined;
    return (
      other !== undefined &&
      other.claims['sub'] === shown.claims['sub'] &&
      other.claims['iss'] === shown.claims['iss'] &&
      (numericClaim(other, 'iat') ?? 0) > issued
    );
  });
};

/** Basic was sent beside a cookie with a token in force, and no challenge asks for Basic: a proxy's login reached the application. */
const livingSession = (facts: Facts): SentCredential | undefined => {
  if (facts.authorization?.parsed?.scheme !== 'basic' || facts.challenges.length > 0) return undefined;
  return facts.credentials.find((credential) => {
    const decoded = credential.in === 'cookie' ? decodeJwt(credential.value) : undefined;
    const end = decoded?.kind === 'jwt' ? numericClaim(decoded.jwt, 'exp') : undefined;
    return end !== undefined && facts.clocks.now !== undefined && end > facts.clocks.now;
  });
};

const setsCookie = (exchange: Exchange, name: string): boolean =>
  fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie').some(({ value }) =>
    value.startsWith(`${name}=`),
  );

/** Two credentials at once where the server takes one, or one that shadows the other. */
export const credentialsConflict = defineRule({
  cause: 'credentials-conflict',
  references: ['RFC 6750 §2', 'RFC 9110 §11.6.2'],
  explains: [
    'header-malformed',
    'signature-mismatch',
    'scheme-mismatch',
    'token-malformed',
    'header-stripped',
    'credentials-in-wrong-place',
    'server-misconfigured',
    'token-expired',
    'session-expired',
    'client-authentication-failed',
  ],
  phrases: [
    {
      says: anyOf({
        'Only one auth mechanism allowed':
          /(?:only|exactly) one (?:auth|authentication|authorization|credential)[^.;]*/i,
        'Only one of xi-api-key and authorization headers must be provided':
          /(?:only|exactly) one of\b[^.;]{0,60}(?:key|token|auth|credential)[^.;]{0,60}/i,
        'not both': /not both/i,
        'mutually exclusive': /mutually exclusive/i,
        'cannot be combined with an API key':
          /(?:can ?not|may not|must not|should not) be (?:used|combined|sent|provided|specified)[^.;]{0,16}(?:together\b|with\b[^.;]{0,30}(?:key|token|header|auth\w*|credentials?)\b)/i,
        'Received both': /received both/i,
        'conflicting credentials': /conflicting[ _](?:credentials|auth)/i,
        with_authorization_header_not_allowed: /with_authorization_header_not_allowed/i,
        'single method': /single (?:authentication )?method/i,
        'Only one method may be used to authenticate at a time':
          /only one (?:method|way|means) (?:may|can|must|should|is)[^.;]{0,30}(?:authenticat|at a time)/i,
        'remove the authorization header': /remove the authorization header/i,
        'nur eine methode': /nur eine (?:authentifizierungs)?methode/i,
        'ambiguous auth': /ambiguous auth[^.;]*/i,
        'more than one method': /more than one (?:authentication )?(?:method|credential|mechanism)[^.;]*/i,
        'Network Authentication Required':
          /(?:multiple|two|conflicting|several|duplicate)[^.;]{0,24}\b(?:auth(?:entication|orization)?|credentials?|tokens?|keys?) ?(?:mechanisms?|methods?|types?|headers?|schemes?)?(?: (?:were|are|is))?(?: provided| found| specified| supplied| present| not allowed)?/i,
        simultaneously: /simultaneously\b/i,
        'send only one': /send only one\b/i,
        multiple_credentials: /(?:multiple|several|duplicate|two)_(?:credentials|auth\w*|tokens)/i,
        'more than one credential': /more than one (?:set of )?credentials?/i,
        'must use only one authentication': /must (?:only )?use (?:only )?one (?:auth|credential)/i,
        'both an Authorization header and':
          /both (?:an? |the )?(?:authorization|basic|bearer|api[ _-]?key|token|header)(?![^.;]{0,80}\b(?:required|missing|needed|mandatory|must)\b)[^.;]{0,40}(?:and|or)/i,
        'authentication information is invalid: multiple': /authentication information[^.;]{0,40}multiple/i,
        'more than one method of sending a token': /more than one (?:method|way) (?:of|for)[^.;]{0,40}token/i,
      }),
      unless: /(?:multiple|two|several)[ -]?(?:factor|step)|multi-?factor|token_type/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const fields = fieldsNamed(facts.exchange.request.fields, 'Authorization');
    const presigned =
      facts.authorization !== undefined &&
      facts.credentials.find(
        (c) => c.in === 'query' && /^(x-amz-signature|signature|sig|x-goog-signature)$/i.test(c.name),
      );
    const twice = fields.length > 1;
    const inUrl =
      facts.authorization !== undefined
        ? facts.credentials.find(
            (c) =>
              c.in === 'userinfo' ||
              (c.in === 'query' && /^(access_token|token|api_?key|apikey|private_token)$/i.test(c.name)),
          )
        : undefined;
    const clients = twoClients(facts);
    const joined = joinedCredentials(facts);
    const before = displaced(facts);
    const alone = besideCookie(facts);
    const parameter = facts.status === 401 || facts.status === 403 ? besideParameter(facts) : undefined;
    const passed = passedOn(facts);
    const behind = readBehindDoor(facts);
    const living = facts.status === 401 || facts.status === 403 ? livingSession(facts) : undefined;
    const newer = facts.status === 401 ? newerInCookie(facts) : undefined;
    return support(
      [
        ...(addedBehind(facts) ? heard.map((item) => ({ ...item, weight: item.weight / 2 })) : heard),
        clients !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            STATED + HINTED,
            `Authorization names “${clients.named}” as the client, the body names ${clients.other}`,
            facts.authorization.place,
          ),
        joined !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            PROVEN + 1,
            'Authorization holds two credentials, joined by a sign',
            facts.authorization.place,
          ),
        before !== undefined &&
          weigh(STATED + HINTED, 'Basic was accepted before by the server that now asks for it', {
            in: 'status',
            exchange: before.index,
          }),
        before !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            SUGGESTED,
            `${facts.authorization.parsed?.spelled ?? 'A token'} stands in its place in Authorization`,
            facts.authorization.place,
          ),
        passed !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            STATED,
            `The answer judges a token; ${facts.authorization.parsed?.spelled ?? 'another scheme'} was sent`,
            facts.authorization.place,
          ),
        passed !== undefined &&
          weigh(HINTED, 'The same scheme was accepted before', { in: 'status', exchange: passed.index }),
        behind !== undefined &&
          weigh(STATED, 'The web server in front asked for Basic by a page of its own and does so no more', {
            in: 'status',
            exchange: behind.index,
          }),
        behind !== undefined &&
          facts.authorization !== undefined &&
          weigh(
            HINTED,
            'The application behind it reads the same field and does not know this login',
            facts.authorization.place,
          ),
        alone !== undefined &&
          weigh(STATED, 'The session’s cookie was accepted without Authorization beside it', {
            in: 'status',
            exchange: alone.index,
          }),
        parameter !== undefined &&
          weigh(STATED, `The same field was accepted without ${parameter.added.name} beside it`, {
            in: 'status',
            exchange: parameter.before.index,
          }),
        parameter !== undefined &&
          weigh(HINTED, `${parameter.added.name} is a second credential`, parameter.added.place),
        twice &&
          weigh(PROVEN, `Authorization was sent ${fields.length} times`, {
            in: 'field',
            exchange: facts.index,
            side: 'request',
            name: 'Authorization',
            nth: 1,
          }),
        presigned !== false &&
          presigned !== undefined &&
          weigh(PROVEN, `The URL is presigned by ${presigned.name}`, presigned.place),
        presigned !== false &&
          presigned !== undefined &&
          weigh(TOLD, 'Authorization was sent as well', facts.authorization?.place ?? presigned.place),
        newer !== undefined &&
          weigh(
            SUGGESTED,
            `The token in the cookie ${newer.name} is newer than the one in Authorization`,
            newer.place,
          ),
        newer !== undefined &&
          facts.earlier.some(
            (one) =>
              one.exchange.request.url !== facts.exchange.request.url && setsCookie(one.exchange, newer.name),
          ) &&
          weigh(HINTED, `An answer before had set ${newer.name}`, newer.place),
        living !== undefined &&
          weigh(
            TOLD,
            `The cookie ${living.name} holds a token in force; Basic beside it is another login`,
            living.place,
          ),
        living !== undefined &&
          facts.earlier.some((one) => one.accepted && one.sameOrigin && one.sameCredential) &&
          weigh(SUGGESTED, 'Both passed at another address of this host', living.place),
        inUrl !== undefined && weigh(FAINT, `${inUrl.name} in the URL is a second credential`, inUrl.place),
      ],
      {
        title:
          presigned !== false && presigned !== undefined
            ? 'The URL is presigned and Authorization was sent as well'
            : twice
              ? `Authorization was sent ${fields.length} times`
              : before !== undefined
                ? 'The application’s token has displaced the Basic pair of the server in front of it'
                : newer !== undefined && heard.length === 0
                  ? `Authorization holds an older token than the cookie ${newer.name}`
                  : `${togetherIn(facts)} at once`,
        explanation:
          'A server that finds two credentials either refuses both or looks at the one you did not mean. Send one: a presigned address needs no Authorization, and a gateway’s own login must not displace that of the application behind it.',
        remedies: [
          ...(presigned !== false && presigned !== undefined
            ? [{ id: 'remove-credential' as const, values: { name: 'Authorization' } }]
            : []),
          ...(twice
            ? [
                {
                  id: 'remove-credential' as const,
                  values: { name: 'Authorization', from: 'further-fields' },
                },
              ]
            : []),
          ...(inUrl === undefined
            ? []
            : [{ id: 'remove-credential' as const, values: { name: inUrl.name, from: inUrl.in } }]),
          { id: 'report' },
        ],
      },
    );
  },
});
