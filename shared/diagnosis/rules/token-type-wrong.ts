import type { Jwt } from '../../token/jwt.ts';
import { anyOf } from '../any-of.ts';
import { textClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import { hostOf, statusPlace, theServer } from '../facts.ts';
import { acceptedAnywhere } from '../facts/accepted-before.ts';
import { otherKindAccepted } from '../facts/accepted-kind.ts';
import { assertionKind } from '../facts/assertion-kind.ts';
import { userInfo } from '../facts/granted-scope.ts';
import { issuedAs } from '../facts/issued.ts';
import { saysNothingSeen } from '../facts/absence.ts';
import { asIfNoneCame } from '../facts/as-to-nobody.ts';
import { machineAsksForPerson } from '../facts/machine-token.ts';
import { renewsByHeader } from '../facts/renewal.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { keyFormOf } from '../providers/keys.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

interface Kind {
  readonly kind: string;
  readonly claim: string;
  readonly weight: number;
}

/** What the token itself says it is; `undefined` for an access token and for one that does not say. */
const kindOf = (jwt: Jwt): Kind | undefined => {
  if (/(?:^|[.:\s])refresh$/.test(textClaim(jwt, 'scope') ?? ''))
    return { kind: 'a refresh token', claim: 'scope', weight: STATED };
  const typ = jwt.header['typ'];
  const header = /^(rt|refresh|logout)\+jwt$/i.exec(typeof typ === 'string' ? typ : '')?.[1]?.toLowerCase();
  if (header !== undefined)
    return { kind: header === 'logout' ? 'a logout token' : 'a refresh token', claim: 'typ', weight: PROVEN };
  const scopes = jwt.claims['scopes'];
  if (Array.isArray(scopes) && scopes.length === 1 && /^refresh(?:_?token)?$/i.test(String(scopes[0])))
    return { kind: 'a refresh token', claim: 'scopes', weight: PROVEN };
  const assertion = assertionKind(jwt);
  if (assertion !== undefined) return { kind: assertion, claim: 'aud', weight: PROVEN };
  const marked = ['refresh', 'isRefresh', 'isRefreshToken', 'refreshToken'].find(
    (name) => jwt.claims[name] === true,
  );
  if (marked !== undefined) return { kind: 'a refresh token', claim: marked, weight: STATED };
  if (/^refresh(?:[_-]token)?$/i.test(textClaim(jwt, 'aud') ?? ''))
    return { kind: 'a refresh token', claim: 'aud', weight: STATED };
  for (const claim of [
    'token_type',
    'token_use',
    'typ',
    'type',
    'tokenType',
    'tokenUse',
    'use',
    'usage',
    'token_usage',
    'kind',
    'purpose',
  ]) {
    const value = textClaim(jwt, claim)?.toLowerCase();
    if (value === undefined) continue;
    if (/^(refresh|offline)/.test(value)) return { kind: 'a refresh token', claim, weight: PROVEN };
    if (/^id(?:entity)?(?:_?token)?$/.test(value)) return { kind: 'an ID token', claim, weight: STATED };
    if (/^sliding$/.test(value)) return { kind: 'a sliding token', claim, weight: SUGGESTED };
    if (
      /^(logout|registration|(?:password[-_ ]?)?reset|email|verify|verification|invite|activation)/.test(
        value,
      )
    )
      return { kind: `a ${value} token`, claim, weight: STATED };
  }
  const { claims } = jwt;
  const scoped =
    claims['scope'] !== undefined ||
    claims['scp'] !== undefined ||
    claims['roles'] !== undefined ||
    claims['permissions'] !== undefined;
  if (scoped) return undefined;
  const mark = ['at_hash', 'c_hash', 'nonce'].find((claim) => claims[claim] !== undefined);
  // A client that signs its own request writes a nonce as well, and names nobody.
  if (mark === undefined || (claims['iss'] === undefined && claims['aud'] === undefined)) return undefined;
  // Google's own services take ID tokens for access.
  const taken = /^https:\/\/(?:accounts|securetoken)\.google\.com/.test(textClaim(jwt, 'iss') ?? '');
  const surely = mark !== 'nonce' && claims['nonce'] !== undefined && !taken;
  return { kind: 'an ID token', claim: mark, weight: surely ? TOLD : mark === 'nonce' ? HINTED : SUGGESTED };
};

/** Members of a token answer, or parameters of its redirect, that are not for the API (RFC 6749 §5.1). */
const otherMembers: readonly (readonly [RegExp, string])[] = [
  [/^refresh_?token$/i, 'a refresh token'],
  [/^id_?token$/i, 'an ID token'],
  [/^(?:authori[sz]ation_?)?code$/i, 'an authorization code'],
  [/^device_?code$/i, 'a device code'],
];

/** What an earlier answer called the value. */
const kindIssued = (
  facts: Facts,
): { readonly kind: string; readonly name: string; readonly index: number } | undefined => {
  const issued = issuedAs(facts);
  const kind = otherMembers.find(([name]) => issued !== undefined && name.test(issued.name))?.[1];
  return issued === undefined || kind === undefined ? undefined : { ...issued, kind };
};

/** An ID token, refresh token or other kind stands where an access token belongs (RFC 9068 §4, OpenID Connect Core §2). */
export const tokenTypeWrong = defineRule({
  cause: 'token-type-wrong',
  references: ['RFC 9068 §4', 'OpenID Connect Core 1.0 §2', 'RFC 8725 §3.11'],
  explains: ['token-malformed', 'scope-insufficient', 'token-signature-invalid', 'token-audience-mismatch'],
  phrases: [
    { says: /\btyp\b[^.;]{0,40}\b(?:not allowed|(?:needs to|must) be one of)/i, weight: STATED },
    {
      says: anyOf({
        'Invalid user token':
          /^[\w-]*:? ?(?:a |an |the |this (?:endpoint|method|api|resource) )?(?:requires? (?:a |an )?)?(?:user|bot|app|page|admin|service account|personal|tenant|installation|workspace|team|company|merchant|customer|partner|server|machine)(?:[- ](?:level|context|access))? (?:access )?(?:token|key)s?(?: is| are)? ?(?:required|needed|expected)?\.?$/i,
        'Bots cannot use this endpoint':
          /(?:bots?|applications?|service accounts?|app-only tokens?|users?) (?:can ?not|can['’]t|may not|are not allowed to) (?:use|call|access) this (?:endpoint|method|api|resource)/i,
        'Secret keys cannot be used in the browser':
          /(?:publishable|public|anon(?:ymous)?|client|test|restricted|secret|service|app|account|organi[sz]ation|project) (?:api )?keys? (?:can ?not|can['’]t|may not|must not) be used/i,
        'This is a test API key, use a live key':
          /use (?:the |your |a )?(?:secret|server|service|private|admin|live) key\b/i,
        'A service account key is required':
          /(?:secret|server|private|admin|service account) (?:api )?key (?:is )?(?:required|needed|expected)/i,
      }),
      unless: /missing|no |not provided|browser|live mode|test mode/i,
      weight: STATED,
    },
    {
      says: anyOf({
        secret_key_required: /\bsecret_key_required\b/i,
        'Invalid token type, must be access token':
          /(?:wrong|invalid|incorrect|unexpected|unsupported|not allowed|bad)[ _](?:(?:jwt |access )?token|jwt)[ _](?:type|use|kind|class)/i,
        'refresh token cannot be used':
          /\b(?:id|identity|refresh|bot|app(?:lication)?|deploy|page|guest|personal access|service|machine|user|project|group|installation|anonymous)[ _](?:access )?tokens? (?:(?:is|are|was|were) )?(?:not (?:supported|allowed|accepted|permitted)|can ?not be used|can['’]?t be used)/i,
        'does not support id tokens':
          /does(?: not|n['’]t) (?:support|accept|allow) (?:the use of )?(?:id|identity|refresh|bot|app(?:lication)?|deploy|page|guest|personal access|service|machine|user|project|group) (?:access )?tokens/i,
        'use an access token, not':
          /(?:must|should|need to|have to|please)? ?(?:be|use|provide|send|supply) (?:an?|the|your) (?:access|user|bot|page|app|id|tenant)[ _](?:access[ _])?token[^.;]{0,12}(?:,? not|instead of|rather than|,? but)/i,
        'cannot be made with a publishable API key':
          /(?:can ?not|can['’]t) be (?:made|called|used|performed|authenticated|accessed) with (?:an? |your |the )?(?:publishable|public|client|browser|anon\w*|restricted|read-?only|app|user|bot|refresh|id)[ _-](?:api[ _-]|access[ _-])?(?:key|token)/i,
        'use the secret key':
          /(?:use|need|requires?|provide) (?:an? |your |the )(?:secret|server|admin|master|private|service|write) (?:api )?key/i,
        'must be an access token': /must be an? (?:access|user|bot|page|app|id) (?:access )?token/i,
        'page access token is required': /(?:page|bot|app|tenant) (?:access )?token (?:is )?required/i,
        'Token has wrong type': /token has (?:no|a wrong|wrong) (?:\w+ )?type/i,
        'Token type is not allowed.':
          /token (?:has|is of|type)(?:(?!scope)[^.]){0,24}(?:wrong|invalid|incorrect|not allowed)(?! (?:scopes?|audience|issuer|signature|format|length|realm|tenant)\b) ?(?:type)?/i,
        'not an access token': /not an? access[ _]token/i,
        'Only non-refresh tokens are allowed':
          /only (?:non-)?(?:access|refresh|id)[- ]tokens? (?:are|is) allowed/i,
        not_allowed_token_type: /not_allowed_token_type/i,
        'does not support account owned tokens':
          /(?:does not|n['’]t|not) (?:support|accept|allow)(?:ed)? (?:\w+[- ]owned|\w+[- ]scoped) (?:api )?tokens?/i,
        'Organization tokens cannot':
          /\b(?:organi[sz]ation|team|user|project|group|agent|workspace|account|installation|job|deploy|service|bot|app)[ -](?:api )?tokens? (?:can ?not|can['’]t|may not|must not|are not able to|do not)\b/i,
        'Use a user token or a team token':
          /\buse (?:an? |your |the )?(?:user|personal(?: access)?|team|organi[sz]ation|admin|project|bot|app|service(?: account)?)[ -](?:api )?(?:token|key)\b[^.;]{0,40}\b(?:instead|or an? \w+ token)/i,
        'The specified refresh token cannot be used':
          /(?:id|refresh)[ _]token[^.]{0,40}(?:not (?:allowed|accepted|supported|be used)|instead|cannot(?! be used without)|used as)/i,
        'access token expected, but': /access token (?:is )?(?:expected|required),? (?:but|not|got)/i,
        'expected an access token, got':
          /(?:expected|requires?) (?:an? )?(?:access|id|user|bot|app|page)[ _]?(?:access )?token[^.]{0,40}(?:got|but|received|instead|not)/i,
        token_use: /token_use/i,
        'Bad token scope': /bad token scope/i,
        'this endpoint requires a user token': /this endpoint requires (?:a|an) \w+ token/i,
        'must use a personal access token': /must use (?:a|an) \w+ (?:access )?token/i,
        'Must provide valid app token.':
          /(?:must|needs? to|has to|should) (?:provide|use|supply|send|be made with) (?:an? |the )?(?:valid )?(?:user|bot|app(?:lication)?|page|system[- ]user|tenant|service|admin|guild|workspace|company|partner)(?:[- ]level)? (?:access )?token\b/i,
        'user access token is required': /user access token (?:is )?required/i,
      }),
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const { token } = facts;
    const told =
      token?.jwt === undefined || acceptedAnywhere(facts) !== undefined ? undefined : kindOf(token.jwt);
    const kind = told?.kind === 'a refresh token' && renewsByHeader(facts) ? undefined : told;
    const form = token === undefined || token.jwt !== undefined ? undefined : keyFormOf(token.text);
    const prefix =
      form?.key.spare === undefined
        ? undefined
        : `${/^[aeiou]/i.test(form.key.kind) ? 'an' : 'a'} ${form.key.kind} of ${form.provider.name}`;
    // Other makers mark their keys by the letters that Stripe's have.
    const published =
      form !== undefined &&
      form.key.kind === 'publishable key' &&
      form.provider.hosts?.test(hostOf(facts)) !== true &&
      facts.authorization?.parsed?.scheme === 'bearer' &&
      facts.status === 401;
    const issued = facts.tokenRequest ? undefined : kindIssued(facts);
    // Where the field was lost, or the signature is what is wrong, nobody came to ask for whom the token is.
    const unread =
      saysNothingSeen(facts) !== undefined || /signature/i.test(facts.said) || asIfNoneCame(facts);
    const machine = unread ? undefined : machineAsksForPerson(facts);
    const other = otherKindAccepted(facts);
    const what = kind?.kind ?? prefix ?? issued?.kind;
    return support(
      [
        ...heard,
        kind !== undefined &&
          token !== undefined &&
          weigh(
            kind.weight,
            `The token’s ${kind.claim} ${kind.claim === 'nonce' || kind.claim.endsWith('_hash') ? 'is there, which marks an ID token' : `is ${String(token.jwt?.claims[kind.claim] ?? token.jwt?.header[kind.claim])}`}`,
            claimPlace(token, kind.claim),
          ),
        kind?.kind === 'an ID token' &&
          kind.weight < TOLD &&
          /expected oauth ?2 access token/i.test(facts.said) &&
          weigh(TOLD, 'The answer expects an access token', statusPlace(facts)),
        kind?.kind === 'an ID token' &&
          userInfo.test(facts.url?.pathname ?? '') &&
          weigh(TOLD, 'What is called takes access tokens and no others', {
            in: 'url',
            exchange: facts.index,
          }),
        issued !== undefined &&
          weigh(STATED, `An answer before handed it out as ${issued.name}`, {
            in: 'body',
            exchange: issued.index,
            side: 'response',
          }),
        machine !== undefined && weigh(machine.isCertain ? TOLD : HINTED, machine.text, machine.place),
        other !== undefined &&
          token !== undefined &&
          weigh(
            STATED + HINTED,
            `This server let one pass whose ${other.claim} is ${other.taken}; this one’s is ${other.sent}`,
            claimPlace(token, other.claim),
          ),
        published &&
          token !== undefined &&
          weigh(STATED, 'The key’s first letters mark one that may be published', token.place),
        prefix !== undefined &&
          token !== undefined &&
          weigh(STATED, `The token’s first letters mark ${prefix}`, token.place),
      ],
      {
        title:
          what === undefined
            ? inItsWords(`${theServer(facts)} wants another kind of token`, heard, facts)
            : `${what.charAt(0).toUpperCase()}${what.slice(1)} was sent to ${theServer(facts)}, where an access token belongs`,
        explanation:
          'A login hands out several tokens that look alike. The ID token tells the client who signed in, the refresh token is for the token endpoint alone, and only the access token opens an API. Send the value that came as access_token.',
        remedies: [
          { id: 'fetch-token' },
          { id: 'refresh-token' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
        ],
        ...(what === undefined
          ? {}
          : {
              figure: {
                kind: 'values' as const,
                label: 'kind of token',
                got: what.replace(/^an? /, ''),
                wanted: 'access token',
              },
            }),
      },
    );
  },
});
