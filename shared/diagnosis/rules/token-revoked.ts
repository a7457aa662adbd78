import { anyOf } from '../any-of.ts';
import { durationInWords, instantInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import { claimsChallengeIn } from '../facts/claims-challenge.ts';
import { issuedBefore } from '../facts/issued.ts';
import { rotatedOf } from '../facts/rotated.ts';
import type { Withdrawal } from '../facts/withdrawals.ts';
import { withdrawalOf } from '../facts/withdrawals.ts';
import { numericClaim } from '../../token/jwt.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { theServer } from '../facts.ts';

/** Two requests closer than this are rarely parted by a revocation. Seconds. */
const APART = 30;

/** So young a token has hardly been withdrawn. Seconds. */
const FRESH = 120;

/** A server that knows nobody by a token, whatever the status it says so with. */
const sawNobody = /\bnot[_ ](?:logged[_ ]in|authenticated)\b|\bunauthenticated\b|invalid[_ ]token/i;

/** Words that give another reason. */
const reasoned =
  /expired|signature|scope|permission|forbidden|nonce|csrf|otp|locked|disabled|too many|address|denied/i;

/** What the exchanges before show, and how sure it ends a token: one that is read and not looked up may outlive a newer one. */
const withdrawn = (
  facts: Facts,
  { kind }: Withdrawal,
): { readonly fact: string; readonly weight: number } => {
  const read = facts.token?.jwt !== undefined;
  switch (kind) {
    case 'revoked':
      return { fact: 'This very token was revoked before', weight: PROVEN };
    case 'logged-out':
      return { fact: 'A logout went before, with this very token', weight: STATED + FAINT };
    case 'replaced':
      return { fact: 'A newer token was handed out before', weight: read ? SUGGESTED : STATED };
    case 'password-changed':
      return { fact: 'The password was changed before', weight: STATED };
    default:
      return kind satisfies never;
  }
};

const ends: Readonly<Record<Withdrawal['kind'], string>> = {
  revoked: 'This very token was revoked',
  'logged-out': 'A logout with this very token went',
  replaced: 'A newer token was handed out',
  'password-changed': 'The password behind the token was changed',
};

/** "This very token was revoked 12 min before this request". */
const withdrawalInWords = (facts: Facts, { kind, index }: Withdrawal): string => {
  const before = facts.earlier.find((one) => one.index === index)?.before ?? 0;
  return `${ends[kind]} ${before < 1 ? '' : `${durationInWords(before)} `}before this request`;
};

const lives = (facts: Facts): boolean => {
  const exp = facts.token?.jwt === undefined ? undefined : numericClaim(facts.token.jwt, 'exp');
  return exp === undefined || (facts.clocks.now !== undefined && exp > facts.clocks.now);
};

/** Withdrawn, logged out or rotated before its time (RFC 7009). */
export const tokenRevoked = defineRule({
  cause: 'token-revoked',
  references: ['RFC 7009', 'RFC 7662 §2.2'],
  explains: ['grant-invalid', 'session-expired', 'permission-denied'],
  phrases: [
    {
      says: /отозва(?:л|ла|н|на|но|ны)\p{L}* (?:\p{L}+ ){0,2}(?:доступ|разрешени|права|согласи)|(?:доступ|разрешени\p{L}|права|авторизация) (?:\p{L}+ ){0,3}отозван|(?:zugriff|autorisierung|berechtigung)\b[^.;]{0,30}\b(?:widerrufen|entzogen)|(?:acc[eè]s|autorisation)\b[^.;]{0,30}\br[eé]voqu|(?:acceso|autorizaci[oó]n|permiso)\b[^.;]{0,30}\brevocad|(?:acesso|autoriza[cç][aã]o)\b[^.;]{0,30}\brevogad|(?:授权|授權|权限|连携|連携|アクセス)[^。；]{0,10}(?:已?(?:被)?(?:取消|撤销|撤回|解除))/iu,
      weight: STATED,
    },
    {
      says: /(?:token|key|session)\b[^.;]{0,40}\bnot (?:the )?(?:latest|newest|most recent|last issued|current one)\b|\b(?:newer|more recent) (?:access )?(?:token|key|session) (?:was|has been|is) (?:issued|created|made|fetched|in use)/i,
      weight: TOLD,
    },
    {
      says: anyOf({
        'Token revoked':
          /(?:token|key|credentials?|session|grant|access|certificate)[^.;]{0,40}\b(?:was |is |has been |been |were |have been )?(?:revoked|withdrawn|blacklisted|black-listed|invalidated|rotated|deleted|regenerated)/i,
        'revoked token': /revoked[_ ](?:access[_ ])?(?:token|key)/i,
        'token-revoked': /token[_-]revoked/i,
        TokenRevoked: /TokenRevoked/i,
        'Session terminated': /session (?:has been |was )?terminated/i,
        token_inactive: /token_inactive/i,
        'Token is not active': /token is (?:not active|inactive|blacklisted)/i,
        'active: false': /\bactive: false/i,
        AADSTS50173: /AADSTS50173/i,
        AADSTS50132: /AADSTS50132/i,
        'User has logged out': /user (?:has )?logged out/i,
        'token has been used': /token has been used/i,
        'no longer active': /no longer active/i,
        'revoked access': /revoked (?:(?:the|your|its) )?access\b/i,
        'You have been logged out': /(?:has|have) been logged out/i,
        'logged in on another device':
          /(?:logged|signed|log|sign)(?:ed)?[ -]?in (?:from |on |at |to |with )?(?:an?other|a (?:new|different|second)|other) (?:device|client|place|location|browser|terminal|machine)/i,
        'logged in elsewhere': /log(?:ged)?[ -]?in elsewhere/i,
        'token superseded': /token[^.;]{0,20}(?:superseded|replaced by)/i,
        'newer token has been issued': /newer token (?:has been|was) issued/i,
        'password changed since': /password (?:was|has been|had been|has)? ?changed since/i,
        'because the password changed': /because (?:the|your) password (?:was |has been |has )?changed/i,
        'Token is blacklisted': /(?:revocation|deny|block|black)[ -]?list/i,
        'token version mismatch':
          /token (?:version|generation) (?:mismatch|(?:is )?out ?dated|does not match)/i,
        'user revoked the authorisation':
          /(?:user|owner|customer|merchant|member)[^.;]{0,16}revoked (?:the |its |their |this )?(?:authori[sz]ation|consent|grant|permission|access)/i,
        'authorisation has been revoked': /authori[sz]ation (?:has been|was) revoked/i,
        'app was uninstalled': /app(?:lication)? (?:was|has been) (?:uninstalled|removed|disconnected)/i,
        'This key has been rotated': /key has been (?:rotated|deactivated by)/i,
        其他设备登录: /(?:其他|其它|另一)(?:台)?(?:设备|地方|终端|客户端).{0,4}登[录陆]/i,
        别处登录: /(?:在)?别处登[录陆]/i,
        异地登录: /异地登[录陆]/i,
        被迫下线: /被(?:迫|踢)下线/i,
        'id-token-revoked': /id-token-revoked/i,
        'user-token-revoked': /user-token-revoked/i,
        TokenIssuedBeforeRevocationTimestamp: /TokenIssuedBeforeRevocationTimestamp/i,
        TokenCreatedWithOutdatedPolicies: /TokenCreatedWithOutdatedPolicies/i,
      }),
      unless: /revoked(?:,| or|\/)|or (?:has been |was |is )?revoked|expired or revoked|malformed|refresh/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const claims = claimsChallengeIn(facts.challenges);
    const event = claims?.levels.length === 0 ? claims.issuedAfter : undefined;
    const before = facts.earlier.findLast((one) => one.accepted && one.sameOrigin && one.sameCredential);
    const bad =
      /bad credentials|invalid (?:access |api )?(?:token|key)|invalid_token|invalid credentials|token (?:is )?(?:invalid|not valid)|unknown token/i.test(
        facts.said,
      );
    const lapsed =
      before !== undefined &&
      facts.credentials.some(({ in: place }) => place !== 'cookie' && place !== 'proxy') &&
      before.before > APART &&
      facts.credentials.some((credential) => credential.in !== 'cookie') &&
      (bad || (before.sameRequest && !reasoned.test(facts.said))) &&
      (facts.status === 401 || sawNobody.test(facts.said)) &&
      (facts.token?.jwt === undefined || lives(facts));
    // What ends behind a cookie is a session, unless the answer speaks of a token.
    const onlyCookie =
      facts.credentials.length > 0 &&
      facts.credentials.every(({ in: place }) => place === 'cookie') &&
      !/token|revoked/i.test(facts.said);
    const rotated = facts.status === 401 || bad ? rotatedOf(facts) : undefined;
    const issued = issuedBefore(facts);
    const withdrawal = facts.status === 401 || bad ? withdrawalOf(facts) : undefined;
    // Its own revocation explains whatever the server says of it.
    const ended = withdrawal?.kind === 'revoked' || !reasoned.test(facts.said) ? withdrawal : undefined;
    return support(
      [
        ...heard.map((item) =>
          facts.tokenRequest
            ? { ...item, weight: item.weight / 3 }
            : onlyCookie && item.explanation === undefined
              ? { ...item, weight: item.weight / 3 }
              : item,
        ),
        issued !== undefined &&
          ended === undefined &&
          issued.before <= FRESH &&
          weigh(AGAINST, 'The token was handed out a moment before', {
            in: 'body',
            exchange: issued.index,
            side: 'response',
          }),
        ended !== undefined &&
          weigh(withdrawn(facts, ended).weight, withdrawn(facts, ended).fact, {
            in: 'status',
            exchange: ended.index,
          }),
        rotated !== undefined &&
          weigh(STATED, `An answer handed out the next ${rotated.name}, and the one before was sent again`, {
            in: 'field',
            exchange: rotated.index,
            side: 'response',
            name: rotated.name,
          }),
        event !== undefined &&
          claims !== undefined &&
          weigh(
            PROVEN,
            `The challenge’s claims ask for a token issued after ${instantInWords(event)}`,
            claims.place,
          ),
        lapsed &&
          weigh(SUGGESTED, `The same token was accepted ${durationInWords(before.before)} before`, {
            in: 'status',
            exchange: before.index,
          }),
        lapsed &&
          facts.token?.jwt !== undefined &&
          weigh(HINTED, 'Its own lifetime is not over', facts.token.place),
        lapsed &&
          weigh(bad ? HINTED * 2 : FAINT, 'Now the server does not know it', {
            in: 'status',
            exchange: facts.index,
          }),
      ],
      {
        title:
          event !== undefined
            ? `Tokens issued before ${instantInWords(event)} were withdrawn, this one among them`
            : ended !== undefined
              ? withdrawalInWords(facts, ended)
              : lapsed
                ? `The token was accepted ${durationInWords(before.before)} before and is not known any more`
                : inItsWords(
                    `${theServer(facts)} says that the ${/\bkey\b/i.test(facts.said) ? 'key' : 'token'} was withdrawn`,
                    heard,
                    facts,
                  ),
        explanation:
          'A token can end before its time: somebody withdrew it, a newer one replaced it, the user signed out or changed the password, or the service found it in public code. The old value never comes back to life; a new one is needed.',
        remedies: [
          ...(event === undefined || claims === undefined
            ? []
            : [{ id: 'step-up' as const, values: { claims: claims.claims } }]),
          { id: 'authorize-again' },
          { id: 'fetch-token' },
          { id: 'fill-credentials' },
        ],
      },
    );
  },
});
