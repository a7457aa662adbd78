import { anyOf } from '../any-of.ts';
import { hostIn, pathIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { callbackHost } from '../facts/callback-host.ts';
import { keyOfAnotherRegion } from '../facts/key-region.ts';
import { sendsPassword } from '../facts/login-form.ts';
import { lostBody, lostPath } from '../facts/hops.ts';
import { lostLogin } from '../facts/lost-login.ts';
import { namedAddress, namedHost } from '../facts/named-host.ts';
import { otherIdInPath } from '../facts/other-id.ts';
import { apiBesidePages } from '../facts/pages-host.ts';
import {
  goodAtAnotherHost,
  passedAtAnotherHost,
  passedAtForeignHost,
  passedInAnotherRegion,
  passedUnderAnotherPath,
} from '../facts/right-address.ts';
import { unknownInAddress } from '../facts/unknown-in-address.ts';
import { statusPlace, theServer } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, shortened, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

const withSingleSlashes = (url: string): string =>
  url.replace(
    /^([a-z]+:\/\/[^/?#]*)([^?#]*)/i,
    (_, origin: string, path: string) => `${origin}${path.replace(/\/{2,}/g, '/')}`,
  );

const barePath = (url: string): string => url.replace(/[?#].*$/, '');

interface WebPages {
  readonly index: number;
  /** The login stands below a directory that the called path lacks. */
  readonly below?: string;
}

/**
 * Authorization went to a path outside any API, or outside the application's directory, and the server answered with its
 * own login page as if nothing was sent.
 */
const webPages = (facts: Facts): WebPages | undefined => {
  const [first] = facts.hops;
  const from = facts.earlier.find((one) => one.exchange.request.url === first?.note.from);
  const carried = facts.authorization ?? facts.credentials.find(({ in: where }) => where === 'field');
  if (from === undefined || carried === undefined || facts.body.kind !== 'html') return undefined;
  const path = pathIn(from.exchange.request.url) ?? '';
  const login = facts.url?.pathname ?? '';
  if (
    !from.sameOrigin ||
    !from.sameCredential ||
    !/\/(?:log-?in|sign-?in|users\/sign_in|user\/login)\b/i.test(login)
  )
    return undefined;
  if (!/\/(?:api|rest|graphql|v\d+|services|odata|wp-json|remote\.php)(?:\/|$)/i.test(path))
    return { index: from.index };
  const [, below] = /^\/([\w-]+)\/(?:log-?in|sign-?in)\/?$/i.exec(login) ?? [];
  const inside = below === undefined || /^(?:users?|accounts?|auth|admin|api)$/i.test(below);
  return inside || path.startsWith(`/${below}/`) ? undefined : { index: from.index, below };
};

/** A password was posted, and the answer says to log in first: what was called is not the login. */
const isSentToLogin = (facts: Facts): Said | undefined =>
  facts.status === 401 && sendsPassword(facts) && facts.authorization === undefined
    ? saidOf(facts, /please (?:log|sign)[ -]?in (?:at|via|using|through) \/?\w+/i, /again|expired|incorrect/i)
    : undefined;

/** Wrong host, path, version, tenant or environment. */
export const urlWrong = defineRule({
  cause: 'url-wrong',
  references: ['RFC 9110 §7.1'],
  explains: [
    'header-malformed',
    'credentials-missing',
    'header-stripped',
    'signing-scope-wrong',
    'required-header-missing',
    'session-expired',
    'scope-insufficient',
    'token-malformed',
    'token-signature-invalid',
    'blocked-by-intermediary',
  ],
  phrases: [
    {
      says: /\b(?:requests?|calls?)\b[^.;]{0,12}\b(?:must|should|ha(?:s|ve) to|needs? to) (?:be (?:made|sent|directed|addressed)|go) (?:to|against|at) (?:the |your |its )?(?:correct|right|proper|own)\b[^.;]{0,24}\b(?:access ?point|host(?:name)?|base ?ur[il]|region|server|shard|data ?cent(?:er|re)|instance|domain)\b|\b(?:invalid|wrong|incorrect)[ _](?:api[ _])?access[ _]point\b/i,
      weight: STATED,
    },
    {
      says: /\b(?:unsupported|unknown|unrecogni[sz]ed|invalid) (?:request |api |url |resource )path\b/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'Data for this account is in us5':
          /(?:account|data|organi[sz]ation|workspace|project|tenant|user|site)\b[^.;]{0,30}\b(?:lives?|is (?:hosted|located|stored|homed|provisioned)|resides?|was moved|has moved|is) (?:in|on|at|to) (?:(?:a |an |the )?(?:different|other|another) (?:region|cluster|data ?cent(?:er|re)|pod|shard|stack|instance|server)|(?:the )?[a-z]{2,9}[-_]?\d*[-_]?\w* (?:region|cluster|data ?cent(?:er|re)|pod|shard|stack)|(?:us|eu|ap|au|in|uk|ca)[-_]?\d\b)/i,
        'region us-east-1 differs from':
          /(?:region|data ?cent(?:er|re)|cluster|shard|stack|pod)\b[^.;]{0,40}\bdiffers? from\b/i,
        'Unknown subdomain':
          /(?:wrong|unknown|incorrect|different|invalid) (?:site|sub-?domain|instance|cluster|shard|stack|pod|domain name)\b/i,
        'No such API': /no such (?:api|endpoint|route|service|path|stage)\b/i,
        'path is not handled': /path is not (?:handled|known|served|supported)/i,
        'not handled by this gateway': /not handled by this (?:gateway|server|service)/i,
        'is now served under /v2/api, not /api.php':
          /\b(?:is|are) (?:now )?(?:hosted|served|available|located|found|reachable) (?:at|under) \S+?,? (?:and )?not (?:at |under )?\S+[/.]\S/i,
      }),
      unless: /token|key|credential|issuer|redirect/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'Realm does not exist': /realm (?:does not exist|not found)/i,
        'not associated with this subdomain':
          /not (?:associated with|registered at|of) this (?:sub-?domain|host|instance|site)/i,
        'This site does not exist.':
          /\b(?:tenant|workspace|organi[sz]ation|account|instance|site|environment|project|domain|database|collection)\b[^.;]{0,40}\b(?:does not exist|not found|unknown|could not be found|was not found|invalid)/i,
        AADSTS90002: /AADSTS90002/i,
        AADSTS900023: /AADSTS900023/i,
        'Invalid URL':
          /(?:invalid|unknown|unsupported|wrong|incorrect|deprecated) (?:api |regional )?(?:version|endpoint|path|url|host|hostname|route|region|data ?center)/i,
        'Wrong region': /wrong (?:url|host|endpoint|region|server|data ?cent(?:er|re)|api(?![ _-]?key))/i,
        'Bots cannot use this endpoint':
          /\b(?:use|try|call)\b[^.;]{0,30}\b(?:the )?(?:https?:\/\/\S+|endpoint|host|base url)/i,
        'no route matched': /no (?:route|resource|api) (?:matched|found|exists)/i,
        resource_not_found: /RESOURCE_NOT_FOUND/i,
        'API key must be used with': /API key must be used with/i,
        'belongs to the eu region': /belongs to (?:the )?\w+ (?:region|data ?center)/i,
        'your data center': /your data ?center/i,
        'this endpoint does not': /this endpoint (?:does not|is not|has been)/i,
        'endpoint not found': /endpoint (?:is )?(?:not found|deprecated|moved)/i,
        'bucket does not': /bucket (?:does not|you are attempting)/i,
        'This account lives on a different cluster':
          /(?:lives|hosted|located|resides?|stored|provisioned) (?:in|on|at) (?:the |our |a )?[\w-]{2,20} (?:data ?cent(?:er|re)|region|cluster|pod|shard|stack|site)/i,
        'no such site': /no such (?:site|tenant|workspace|realm|instance|region|database|domain)/i,
      }),
      unless:
        /user does not exist|redirect|issuer|account (?:does not exist|not found)|credential|authori[sz]ed to use|\b(?:plan|tier|subscription|role|licen[cs]e)\b|not found in (?:the )?(?:request|headers?)/i,
      weight: TOLD,
    },
    {
      says: /\b(?:resource|endpoint|service|api|method)\b[^.;]{0,16}\bno longer (?:available|supported|served|offered) (?:under|in|at|on|by|with) (?:the )?(?:old )?(?:api )?v(?:ersion )?\d/i,
      weight: STATED,
    },
    {
      says: /\b(?:no|nothing)\b[^.;]{0,30}\b(?:configured|hosted|running|found|exists?) (?:at|on|under) (?:this|that) (?:address|domain|host(?:name)?|sub-?domain|url)\b/i,
      weight: STATED,
    },
    {
      says: /\bversion ['"`]?v?\d[\w.]* (?:is )?(?:not supported|no longer supported|deprecated|unsupported|retired)/i,
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const path = facts.url?.pathname ?? '';
    const doubled = /\/\//.test(path);
    const version = /\/(v\d+|api|rest)\/(?:[^.]*\/)?\1\//.test(path);
    const before = facts.earlier.find((one) => one.accepted && one.sameCredential && one.sameOrigin);
    const web = webPages(facts);
    const front = facts.hops.find(lostPath);
    // Who has not lost the credential as well has lost no more than the method.
    const turned =
      facts.credentials.length > 0 ? facts.hops.find((hop) => lostBody(facts.attempt, hop)) : undefined;
    const other = namedHost(facts);
    const address = other === undefined ? namedAddress(facts) : undefined;
    const underPath = passedUnderAnotherPath(facts);
    const atHost = passedAtAnotherHost(facts) ?? passedInAnotherRegion(facts);
    const foreign = atHost === undefined ? passedAtForeignHost(facts) : undefined;
    const goodAt = goodAtAnotherHost(facts);
    const ofCode = callbackHost(facts);
    const api = apiBesidePages(facts);
    const otherId = otherIdInPath(facts);
    const login = isSentToLogin(facts) ?? lostLogin(facts);
    const room = unknownInAddress(facts);
    const right =
      other?.host ??
      address?.url ??
      goodAt?.address ??
      ofCode?.host ??
      api ??
      underPath?.address ??
      atHost?.address ??
      foreign?.address;
    const region = keyOfAnotherRegion(facts);
    return support(
      [
        ...heard,
        heard.length > 0 &&
          other === undefined &&
          facts.earlier.some(
            (one) =>
              one.accepted && barePath(one.exchange.request.url) === barePath(facts.exchange.request.url),
          ) &&
          weigh(AGAINST, 'The same address let a request pass before', { in: 'url', exchange: facts.index }),
        other !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, other.statement, other.host),
        },
        address !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, address.statement, address.url),
        },
        goodAt !== undefined &&
          weigh(STATED + HINTED, `The answer with the token names ${goodAt.address}`, {
            in: 'body',
            exchange: goodAt.index,
            side: 'response',
          }),
        ofCode !== undefined &&
          weigh(PROVEN + STATED, `The way back that brought the code names ${ofCode.host}`, {
            in: 'url',
            exchange: ofCode.index,
          }),
        api !== undefined &&
          weigh(TOLD, `The API of this service is at ${api}; its pages were called`, {
            in: 'url',
            exchange: facts.index,
          }),
        region !== undefined &&
          weigh(STATED, `The key ends in ${region.ofKey}, the host names ${region.ofHost}`, region.place),
        otherId !== undefined &&
          weigh(
            STATED + HINTED,
            `${otherId.value} is the ${otherId.member} of what has the id ${otherId.id}`,
            { in: 'body', exchange: otherId.index, side: 'response' },
          ),
        room !== undefined && {
          weight: STATED + HINTED,
          evidence: statementEvidence(facts, room.said.statement, room.said.match[0]),
        },
        login !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, login.statement, login.match[0]),
        },
        underPath !== undefined &&
          weigh(STATED + HINTED, `The same credential was accepted at ${underPath.address}`, {
            in: 'status',
            exchange: underPath.index,
          }),
        atHost !== undefined &&
          weigh(
            (facts.status === 401 ? TOLD : SUGGESTED) + HINTED,
            `The same credential was accepted at ${atHost.address}`,
            {
              in: 'status',
              exchange: atHost.index,
            },
          ),
        foreign !== undefined &&
          weigh(TOLD + HINTED, `${foreign.address} accepted the same credential`, {
            in: 'status',
            exchange: foreign.index,
          }),
        web !== undefined &&
          weigh(
            web.below === undefined ? TOLD : HINTED,
            web.below === undefined
              ? 'The address belongs to the pages for people: it led to their login'
              : `It led to the login of the pages, which stand below /${web.below}`,
            { in: 'field', exchange: web.index, side: 'response', name: 'Location' },
          ),
        front !== undefined &&
          weigh(
            TOLD,
            `It led from ${pathIn(front.note.from)} to the front page of ${hostIn(front.note.to)}`,
            {
              in: 'url',
              exchange: facts.index,
            },
          ),
        turned !== undefined &&
          weigh(
            TOLD + HINTED,
            `The ${turned.note.status} to ${turned.note.to} made a GET of the request and took its body`,
            { in: 'field', exchange: turned.index - 1, side: 'response', name: 'Location' },
          ),
        doubled &&
          weigh(facts.challenges.length > 0 ? HINTED : STATED / 2, 'The path holds a doubled slash', {
            in: 'url',
            exchange: facts.index,
          }),
        version &&
          weigh(HINTED, 'A part of the path stands there twice', { in: 'url', exchange: facts.index }),
        facts.status === 404 &&
          facts.tokenRequest &&
          weigh(TOLD, 'Nothing answers at the address of the token request', statusPlace(facts)),
        facts.status === 404 && heard.length > 0 && weigh(FAINT, 'The status is 404', statusPlace(facts)),
        doubled &&
          before !== undefined &&
          weigh(HINTED, 'The same credential was accepted at another path', {
            in: 'status',
            exchange: before.index,
          }),
      ],
      {
        title:
          other !== undefined
            ? `${theServer(facts)} is the wrong host for this credential; the answer names ${other.host}`
            : otherId !== undefined
              ? `The path holds the ${otherId.member}; the id is ${otherId.id}`
              : region !== undefined
                ? `The key is of ${region.ofKey}, the host of ${region.ofHost}`
                : right !== undefined
                  ? `${shortened(right, 48)} is the right address for this credential, not ${underPath === undefined && address === undefined ? theServer(facts) : shortened(path, 40)}`
                  : doubled && heard.length === 0
                    ? 'The path holds a doubled slash and may lead to another place'
                    : inItsWords(
                        `${shortened(facts.url?.pathname ?? 'The path', 44)} at ${theServer(facts)} is the wrong address`,
                        heard,
                        facts,
                      ),
        explanation:
          'The credential is not the problem: host, path, version, tenant or environment is another than the one for which it works. Gateways answer an unknown path with an authentication error, so that nobody learns which paths exist. Compare the address with the documentation, letter by letter: stage and version, region, sandbox or live, slashes.',
        remedies: [
          {
            id: 'correct-url',
            ...(doubled ? { values: { url: withSingleSlashes(facts.exchange.request.url) } } : {}),
          },
          { id: 'report' },
        ],
      },
    );
  },
  foresee(facts) {
    const { url } = facts;
    const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/.test(url?.hostname ?? '');
    const [credential] = facts.credentials.filter((one) => one.in !== 'proxy' && one.value.trim() !== '');
    return url?.protocol === 'http:' && !loopback && credential !== undefined
      ? [
          {
            title: `${url.host} is called over http://: everybody on the way can read the credential`,
            explanation:
              'Without TLS the credential crosses the network in the open. Many servers redirect to https, and the client drops the credential there; the first request has shown it all the same. Use https://.',
            evidence: [
              {
                text: 'The address begins with http://',
                place: { in: 'url' as const, exchange: facts.index, span: { start: 0, end: 7 } },
              },
            ],
            remedies: [
              {
                id: 'use-final-url' as const,
                values: { url: facts.exchange.request.url.replace(/^http:/i, 'https:') },
              },
            ],
            confidence: 0.4,
          },
        ]
      : [];
  },
});
