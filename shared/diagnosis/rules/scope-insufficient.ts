import { anyOf } from '../any-of.ts';
import { readsButNotWrites } from '../facts/reads-only.ts';
import { lackingScopes } from '../facts/accepted-scopes.ts';
import { authParam } from '../../http-auth/auth.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import type { Facts } from '../facts.ts';
import { statusPlace } from '../facts.ts';
import { askedTooLittle, grantedNothing, notGranted, withoutIdentity } from '../facts/granted-scope.ts';
import { registryAccess } from '../facts/registry-access.ts';
import { namedAbility } from '../facts/named-ability.ts';
import { statementEvidence } from '../heard.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, ruledOut, shortened, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { callInWords } from '../facts/call-in-words.ts';

const listed = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value.split(/[\s,]+/).filter((text) => text !== '')
    : Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : [];

/** A person's own login has no scope: what it lacks is a right of that person. */
const isPersons = ({ authorization, credentials }: Facts): boolean =>
  authorization === undefined
    ? credentials.length > 0 && credentials.every(({ in: place }) => place === 'cookie')
    : /^(?:basic|digest|negotiate|ntlm)$/.test(authorization.parsed?.scheme ?? '');

const namesToken = /scope|token|key\b|\bapp|integration|client/i;

/** A valid token without the scope that the resource needs (RFC 6750 §3.1). */
export const scopeInsufficient = defineRule({
  cause: 'scope-insufficient',
  references: ['RFC 6750 §3.1'],
  explains: ['header-stripped', 'credentials-missing', 'token-audience-mismatch', 'token-type-wrong'],
  phrases: [
    {
      says: /\b(?:not|n['’]t|fails? to) (?:meet|satisfy|fulfil+)\b[^.;]{0,24}\bscopes?\b|\bscopes? (?:requirements? |constraints? )?(?:\S+ )?(?:(?:is|are|was|were) )?(?:not|un)[ -]?(?:met|satisfied|fulfilled)\b/i,
      weight: STATED,
    },
    {
      says: /(?:token|key|pat)s?\b[^.;]{0,16}\b(?:is |are )?(?:missing|without|lacks?|needs?|requires?) (?:the )?(?:\S+ )?(?:permission|privilege|scope|abilit|role)|read[- ]?only (?:access )?(?:token|key|api key)|(?:token|key)\b[^.;]{0,16}\b(?:is |has )?(?:only )?read[- ]?only\b|(?:token|key)\b[^.;]{0,20}\bnot (?:have|include|grant|carry) (?:write|read|admin|the (?:right|required)) /i,
      weight: STATED,
    },
    {
      says: /\b(?:missing|requires?|required|needs?)\b[^.;]{0,20}\bpermissions?: ?['"`[]*[a-z]\w*[.:_][\w.:]*\w/i,
      weight: STATED,
    },
    {
      says: anyOf({
        insufficient_scope: /insufficient[_ ](?:authentication[_ ])?scopes?/i,
        InsufficientScopes: /insufficientScope/i,
        ACCESS_TOKEN_SCOPE_INSUFFICIENT: /ACCESS_TOKEN_SCOPE_INSUFFICIENT/i,
        'Missing scope': /missing[_ ](?:required )?(?:oauth )?scopes?/i,
        'Missing openid scope':
          /(?:required|requires?|needs?|lacks?|without|missing|necessary|appropriate|sufficient)[^.;]{0,40}\bscopes?\b/i,
        'scope-insufficient':
          /scopes?\b[^.;]{0,50}\b(?:not (?:granted|sufficient|allowed|include|approved|present|authori[sz]ed)|insufficient|missing|required|does not)/i,
        'Resource not accessible by integration':
          /Resource not accessible by (?:integration|personal access token)/i,
        Authorization_RequestDenied: /Authorization_RequestDenied/i,
        'Method not allowed with this API key': /not allowed with this API key/i,
        'access token has insufficient scopes':
          /(?:token|api key|key|app|application|integration)\b[^.;]{0,40}\b(?:does not have|doesn['’]t have|lacks?|has no|without|has insufficient|insufficient)[^.;]{0,30}\b(?:permission|privilege|access|scope|rights|abilit)/i,
        'merchant approval for': /merchant approval for/i,
        'OAuth permission': /oauth2? permission/i,
        missing_scope: /missing_scope/i,
        NO_PERMISSION: /no_permission/i,
        'scp or roles claim': /scp or roles claim/i,
        'Your application has authenticated using OAuth': /Your application has authenticated using OAuth/i,
        'permission is not granted for this token':
          /permission(?:s)? (?:is|are) not (?:granted|sufficient) (?:for|to) (?:this|the) (?:token|key|app)/i,
        'Invalid ability': /Invalid ability/i,
        'outside the authorized scopes': /outside (?:of )?the authorized scopes?/i,
        OAUTH_SCOPE_MISMATCH: /scope[_ ]?mismatch/i,
        invalid_scope: /invalid[_ ](?:oauth )?scope/i,
        'restricted key': /restricted (?:api )?key/i,
      }),
      weight: STATED,
    },
    {
      says: anyOf({
        'token, request http method is not allowed':
          /\b(?:token|key)\b[^.;]{0,40}\b(?:http |request )*method (?:is )?not (?:allowed|permitted)/i,
        'Read-only token cannot write': /read-?only (?:api )?(?:key|token)/i,
        'This key is restricted to read operations':
          /(?:key|token|credential)\b[^.;]{0,30}\b(?:is |was )?(?:restricted|limited) to\b/i,
        'key was created without': /(?:key|token)\b[^.;]{0,30}\b(?:issued|created|made|generated) without\b/i,
        'token lacks the capability':
          /(?:token|key|policy|app)\b[^.;]{0,30}(?:lacks?|missing|without)[^.;]{0,12}\bcapabilit/i,
        'unauthorized for API key': /unauthori[sz]ed for api key/i,
        'Authenticated API key has no write access':
          /(?:token|key) has no [\w ]{0,20}(?:access|permission|right)/i,
        restricted_key: /restricted_(?:api_)?key/i,
        'activity:read_permission missing': /_permission missing\b/i,
        'key is not authorized to perform':
          /(?:key|token)\b[^.;]{0,12}\b(?:does not|doesn['’]t|is not|cannot|can['’]t) (?:allow|permit|authori[sz]e)(?:ed|d)?\b[^.;]{0,3}\b(?:to (?!use\b|access\b|log)|th(?:at|is) (?:operation|action|method|call|request))/i,
        'This API key is read only': /(?:key|token) (?:is |was )?read[- ]only/i,
        'key was not granted access': /(?:key|token) (?:was |has )?not (?:been )?granted access/i,
        'lacks the required claim': /(?:lacks?|missing) (?:the )?required claims?/i,
        "requires permission 'com.cloudflare.api.account.zone.list'":
          /(?:requires?|needs?)[^.;]{0,24}(?:permission ['"`][\w.:-]+['"`]|['"`][\w.:-]+['"`] permission)/i,
        'permission of this token': /permissions? of (?:this|the|your) (?:token|key)\b/i,
      }),
      unless: /white-?list|\bip\b|address|referr?er|domain|origin|\burls?\b|web ?sites?\b/i,
      weight: STATED,
    },
    {
      says: /\bnot (?:allowed|permitted|authori[sz]ed) to (?:operate|use|call) ["'`]?[a-z]\w*[|:][a-z][\w|:]*/i,
      unless: /\barn:|\b(?:user|role|member|account)\b/i,
      weight: STATED,
    },
    {
      says: /insufficient[ _](?:privileges|permissions?)|not authorized (?:to perform this action )?with this (?:token|key)/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, all) {
    const persons = isPersons(facts);
    const heard = persons
      ? all.filter(({ evidence, explanation }) => explanation !== undefined || namesToken.test(evidence.text))
      : all;
    const jwt = facts.token?.jwt;
    const granted =
      jwt === undefined
        ? []
        : [
            ...listed(jwt.claims['scope']),
            ...listed(jwt.claims['scp']),
            ...listed(jwt.claims['roles']),
            ...listed(jwt.claims['permissions']),
          ];
    const named = facts.challenges.find(
      (seen) => authParam(seen.challenge, 'error') === 'insufficient_scope',
    );
    // To one who is known and turned away a challenge need not write the error out.
    const silent =
      facts.status === 403 && facts.token !== undefined && named === undefined
        ? facts.challenges.find(
            ({ challenge }) =>
              authParam(challenge, 'error') === undefined && authParam(challenge, 'scope') !== undefined,
          )
        : undefined;
    const challenge = named ?? silent;
    const asked = challenge === undefined ? [] : listed(authParam(challenge.challenge, 'scope'));
    const lacking = lackingScopes(facts);
    const elsewhere = withoutIdentity(facts);
    const reads = heard.length === 0 ? readsButNotWrites(facts) : undefined;
    const little = facts.status === 401 || facts.status === 403 ? askedTooLittle(facts) : undefined;
    const nothing = facts.status === 401 || facts.status === 403 ? grantedNothing(facts) : undefined;
    const ability = heard.length === 0 ? namedAbility(facts) : undefined;
    const registry = registryAccess(facts);
    const less = facts.status === 403 && heard.length === 0 ? notGranted(facts) : undefined;
    const wanted = asked.length > 0 ? asked : (lacking?.accepted ?? []);
    const missing = wanted.filter((scope) => !granted.includes(scope));
    if (wanted.length > 0 && granted.length > 0 && missing.length === 0 && heard.length === 0)
      return ruledOut(`The token carries the scope ${wanted.join(' ')}`);
    const bare = heard.some(({ weight }) => weight >= SUGGESTED) && jwt !== undefined && granted.length === 0;
    return support(
      [
        ...heard,
        challenge !== undefined &&
          weigh(
            silent === undefined ? PROVEN : STATED,
            silent !== undefined
              ? `The challenge asks for the scope ${asked.join(' ')}`
              : `The challenge says insufficient_scope${asked.length === 0 ? '' : ` and asks for ${asked.join(' ')}`}`,
            challenge.place,
          ),
        challenge !== undefined &&
          granted.length > 0 &&
          facts.token !== undefined &&
          weigh(
            HINTED,
            `The token’s scope is ${granted.join(' ').slice(0, 90)}`,
            claimPlace(facts.token, jwt?.claims['scope'] === undefined ? 'scp' : 'scope'),
          ),
        lacking !== undefined &&
          facts.status !== undefined &&
          facts.status >= 403 &&
          weigh(
            STATED,
            `Granted is ${lacking.granted.value === '' ? 'no scope' : lacking.granted.value}, accepted is ${lacking.accepted.join(', ')}`,
            { in: 'field', exchange: facts.index, side: 'response', name: lacking.granted.name },
          ),
        elsewhere !== undefined &&
          weigh(
            STATED,
            `The token was given out for ${elsewhere.scope === '' ? 'no scope' : `the scope ${elsewhere.scope.slice(0, 60)}`} alone, which tells nothing of the user`,
            { in: 'body', exchange: elsewhere.index, side: 'response' },
          ),
        reads !== undefined &&
          weigh(STATED, 'The same credential was accepted to read the same a moment before', {
            in: 'status',
            exchange: reads,
          }),
        reads !== undefined &&
          weigh(
            HINTED,
            `${facts.exchange.request.method} changes something, and is refused`,
            statusPlace(facts),
          ),
        nothing !== undefined &&
          weigh(TOLD + HINTED, 'The token was asked for without a scope, and handed out with none', {
            in: 'body',
            exchange: nothing.index,
            side: 'response',
          }),
        registry !== undefined &&
          facts.token !== undefined &&
          weigh(
            registry.allowed.length === 0 ? STATED : TOLD + HINTED,
            `The token allows ${registry.allowed.length === 0 ? 'nothing' : registry.allowed.join(', ')} for ${registry.resource.slice(0, 60)}; wanted is ${registry.missing.join(', ')}`,
            claimPlace(facts.token, 'access'),
          ),
        ability !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, ability, ability.text),
        },
        less !== undefined &&
          weigh(
            TOLD,
            `${less.missing.join(', ').slice(0, 60)} was asked for, and ${less.scope === '' ? 'nothing' : less.scope.slice(0, 60)} was granted`,
            {
              in: 'body',
              exchange: less.index,
              side: 'response',
            },
          ),
        little !== undefined &&
          weigh(STATED + HINTED, `The token was fetched for ${little.scope}; wanted is ${little.missing}`, {
            in: 'url',
            exchange: little.index,
          }),
        bare &&
          facts.token !== undefined &&
          weigh(HINTED, 'The token carries neither scope nor roles', facts.token.place),
        facts.status === 403 &&
          heard.length > 0 &&
          weigh(HINTED / 2, 'The status is 403: known, but not allowed', statusPlace(facts)),
      ],
      {
        title:
          missing.length === 0
            ? inItsWords(`The token lacks a scope or permission for ${callInWords(facts)}`, heard, facts)
            : `The token lacks the scope${missing.length > 1 ? 's' : ''} ${missing
                .slice(0, 3)
                .map((scope) => shortened(scope))
                .join(', ')}`,
        explanation:
          'The server knows the token and accepts it, but the token was not given the right that this call needs. A refreshed token carries the same rights: ask for the further scope when you authorize, or have it added to the app, key or role, and get a new token after that.',
        remedies: [
          ...(missing.length === 0
            ? []
            : [{ id: 'ask-for-scope' as const, values: { scope: missing.join(' ') } }]),
          { id: 'authorize-again' },
          { id: 'fetch-token' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
        ...(missing.length === 0
          ? {}
          : {
              figure: {
                kind: 'values' as const,
                label: 'scope',
                got: granted.join(' ') || (lacking?.granted.value ?? ''),
                wanted: wanted.join(' '),
              },
            }),
      },
    );
  },
});
