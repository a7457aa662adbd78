import { anyOf } from '../any-of.ts';
import { originIn } from '../../exchange/url.ts';
import { textClaim } from '../../token/jwt.ts';
import { statusPlace, theServer } from '../facts.ts';
import { judgesOwnToken } from '../facts/callback.ts';
import { foreseenDifference, issuerDifference } from '../facts/issuer-difference.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { defineRule, ruledOut, shortened, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, STATED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { apart } from '../facts/apart.ts';

/** Faults that have rules of their own. */
const otherFaults = /scope|audience|expired|certificate/i;

/** Issued by another issuer, tenant, realm or environment (RFC 7519 §4.1.1, RFC 8725 §3.8). */
export const tokenIssuerMismatch = defineRule({
  cause: 'token-issuer-mismatch',
  references: ['RFC 7519 §4.1.1', 'RFC 8725 §3.8'],
  explains: [
    'client-authentication-failed',
    'grant-invalid',
    'token-signature-invalid',
    'token-malformed',
    'url-wrong',
    'token-audience-mismatch',
    'server-misconfigured',
  ],
  phrases: [
    {
      says: anyOf({
        'invalid issuer':
          /(?:invalid|wrong|incorrect|unknown|unexpected|untrusted|unrecogni[sz]ed|unsupported)[ _-]?(?:token )?['"`]?(?:jwt )?iss(?:uer)?\b/i,
        'The issuer is invalid':
          /\biss(?:uer)?['"`]?[^.;]{0,60}\b(?:is |was |does |did )?(?:not (?:match|allowed|valid|trusted|accepted|expected|found|configured|recogni[sz]ed)|invalid|mismatch|wrong|incorrect|unexpected|n['o]t match|unknown|untrusted)/i,
        IDX10205: /IDX10205/i,
        IDX40001: /IDX40001/i,
        IDX10204: /IDX10204/i,
        InvalidAuthenticationTokenTenant: /InvalidAuthenticationTokenTenant/i,
        'unexpected "iss" claim value': /unexpected "iss" claim/i,
        '"iss" claim': /"iss" claim/i,
        'jwt issuer invalid': /jwt issuer invalid/i,
        InvalidIssuer: /InvalidIssuer/i,
        'issuer mismatch': /issuer[ _]mismatch/i,
        'not issued by a trusted': /not (?:issued|signed) by (?:a |an )?(?:trusted|known|expected)/i,
        'The iss claim is not valid': /iss claim/i,
        'not have a valid issuer':
          /(?:not have|without|lacks?) an? (?:valid|accepted|allowed|known|trusted) issuer\b/i,
      }),
      unless: /certificate/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'API key is not valid for this site':
          /(?:token|key|credential)s?[^.;]{0,20}\bnot (?:valid (?:for|in|on|at)|belong(?:ing)? to|for|from|part of) this (?:environment|instance|tenant|realm|region|server|cluster|account|organi[sz]ation|workspace|project|site)/i,
        'token is for the sandbox':
          /(?:token|key|credential)s? (?:is|are|was|were) (?:only )?(?:for|from|of) (?:the |a |an |your )?(?:sandbox|test|live|production|staging|demo)\b/i,
        'Live key used in test mode':
          /(?:test|sandbox|staging|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)s?[^.]{0,40}(?:live|production|sandbox|test|environment|mode)/i,
        'token issued for another tenant':
          /(?:key|token|credential)s?[^.]{0,40}(?:belongs? to|for|from|of) (?:another|a different|the wrong|a) ?(?:environment|tenant|realm|region|project|organi[sz]ation|instance|sandbox|test|live)\b/i,
        'wrong environment': /wrong[ _](?:environment|tenant|realm)/i,
        'different tenant': /different tenant/i,
        'tenant ID mismatch': /tenant (?:id )?(?:mismatch|does not match)/i,
        AADSTS50020: /AADSTS50020\b/i,
        AADSTS700016: /AADSTS700016/i,
      }),
      weight: TOLD,
    },
    {
      says: /(?:test|sandbox|staging|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)s? (?:can ?not|can['’]?t|(?:may|must|can) not) be used (?:in|on|with|against|for)|(?:test|sandbox|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)[^.;]{0,16}(?:provided|used|offered|sent)[^.;]{0,12}(?:for|in|to|at|with)(?: an?| the)? (?:test|sandbox|live|production)/i,
      weight: STATED + FAINT,
    },
    {
      says: /\b(?:not|n['’]t|cannot|can ?not) (?:be )?(?:accessible|available|allowed|permitted|supported|possible|reachable|accessed|called|used|done)\b[^.;]{0,16}\b(?:with|by|using|for|from) (?:an? |your |the )?(?:test|sandbox|demo)(?: mode)?(?: account)?(?: api)? (?:credentials?|keys?|tokens?)\b/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: anyOf({
        'Organization header should match organization for API key':
          /\b(?:organi[sz]ation|tenant|project|workspace|account|realm|company)\b[^.;]{0,24}\b(?:should|must|has to|does not|do not|did not|doesn['’]t) match\b[^.;]{0,40}\b(?:key|token|credential)s?\b/i,
        'key should match organisation':
          /\b(?:key|token|credential)s?\b[^.;]{0,24}\b(?:should|must|has to|does not|do not|did not|doesn['’]t) match\b[^.;]{0,24}\b(?:organi[sz]ation|tenant|project|workspace|realm|company)\b/i,
        mismatched_organization: /\bmismatch(?:ed)?[_ ](?:organi[sz]ation|tenant|project|workspace)\b/i,
        'organisation mismatch': /\b(?:organi[sz]ation|tenant|project|workspace)[_ ]mismatch/i,
      }),
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: /(?:token|key|credentials?|jwt|secret|password)s?\b[^.;]{0,30}\b(?:(?:not|n['’]t|in)[ -]?valid|wrong|incorrect|unknown|not (?:recogni[sz]ed|accepted|known|allowed|authori[sz]ed)) (?:for|in|at|on|by) (?:this|the|your|our|that)? ?['"“]?[\w-]*['"”]? ?(?:environment|region|instance|site|tenant|realm|cluster|stage|data ?cent(?:er|re)|project|organi[sz]ation|workspace|deployment|server|stack|shop|store)\b/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: /(?:invalid|wrong|unknown|incorrect) (?:api )?(?:token|key|credentials?) for (?:this |the )?['"“]?[\w-]*['"”]? ?(?:environment|region|instance|site|tenant|realm|cluster|stage|data ?cent(?:er|re)|project|organi[sz]ation|workspace|deployment)\b|(?:token|key|credentials?|jwt)s?\b[^.;]{0,30}\b(?:not (?:been )?|was not |n['’]t )(?:issued|signed|created|generated|minted|made) (?:by|for|in|on|at)\b/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: /(?:token|key|credentials?|jwt)s?\b[^.;]{0,30}\b(?:does not|do not|doesn['’]t|don['’]t) belong to (?:this|the|your|our|that)\b[^.;]{0,20}(?:environment|region|instance|site|tenant|realm|cluster|project|organi[sz]ation|workspace|data ?cent(?:er|re)|server)/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: anyOf({
        'token issued for another tenant':
          /(?:token|key|credentials?|jwt)s?\b[^.;]{0,30}\b(?:belongs? to|(?:is|was|are|were) (?:issued|created|signed|generated|minted) (?:by|for|in|on|at)|for|from|of) (?:an? |the )?(?:(?:other|another|different|wrong) \w* ?(?:environment|region|instance|tenant|realm|project|organi[sz]ation|workspace|account|issuer|server|host|site|mode|stage|cluster|data ?cent(?:er|re)|store|shop|deployment|stack|database|company|team)|development|test|sandbox|staging|live|production)\b/i,
        'This is a test API key, use a live key':
          /\b(?:this is |using |used |with )(?:a |an )?(?:test|sandbox|development|staging|live|production)(?: mode)? (?:api )?(?:key|token)/i,
        'environment mismatch': /environment mismatch/i,
      }),
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: /\b(?:user|account|login|credentials?|app) (?:is|are) (?:a |an |only )?(?:sandbox|test|demo)\b[^.;]{0,40}\b(?:production|live)\b|\bmode[_ ]mismatch\b|(?:was |were |is |been )(?:created|made|issued) in (?:live|test|sandbox) mode\b|(?:live|test|sandbox)[ -]mode (?:access )?(?:token|key) (?:was used|can ?not|can['’]t)/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: anyOf({
        'livemode API key but': /(?:test|live|sandbox)[ -]?mode (?:api )?key (?:was used|but\b)/i,
        'wrong mode is used': /wrong mode (?:is |was )?used/i,
        'switching live / test API keys':
          /switch(?:ing)? (?:between )?(?:live|test)(?: ?\/ ?| and | or )(?:live|test) (?:api )?keys/i,
        'Sandbox key offered to':
          /(?:sandbox|test|live|production) key (?:was |is )?(?:offered|presented|sent) to/i,
        'token environment mismatch': /(?:token|key)[_ ](?:environment|region|tenant|realm)[_ ]mismatch/i,
        'wrong token environment':
          /(?:wrong|mismatch(?:ed)?|different|other) (?:token|key) (?:environment|region|issuer)/i,
        'no provider found for issuer':
          /no (?:provider|issuer|trust|identity provider|authenticator)[^.;]{0,24}\bfor (?:token )?issuer/i,
        'Token was issued by a different instance':
          /issued by (?:a |an )?(?:different|another|other|unknown|untrusted)/i,
        'token belongs to organization alpha, expected':
          /(?:token|key|jwt)\b[^.;]{0,12}\b(?:belongs? to|is (?:for|from)|was (?:issued|made) (?:by|for))\b[^.;]{0,40}\b(?:organi[sz]ation|tenant|project|workspace|account|realm)\b[^.;]{0,40}\b(?:expected|but|not)\b/i,
      }),
      unless: otherFaults,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const difference = issuerDifference(facts);
    const iss = facts.token?.jwt === undefined ? undefined : textClaim(facts.token.jwt, 'iss');
    if (difference === undefined && heard.length === 0) {
      return iss !== undefined && facts.url !== undefined && originIn(iss) === facts.url.origin
        ? ruledOut('The token was issued by the host that is called')
        : undefined;
    }
    const expired =
      facts.clocks.now !== undefined &&
      Number(facts.token?.jwt?.claims['exp'] ?? Infinity) < facts.clocks.now;
    return support(
      [
        ...heard,
        difference !== undefined && weigh(difference.weight, difference.fact, difference.place),
        difference !== undefined && expired && weigh(AGAINST, 'The token is over anyway', difference.place),
        judgesOwnToken(facts) &&
          weigh(AGAINST, 'The token that is judged is not the client’s', statusPlace(facts)),
        difference === undefined &&
          iss !== undefined &&
          facts.token !== undefined &&
          weigh(HINTED, `The token’s iss is ${iss}`, claimPlace(facts.token, 'iss')),
      ],
      {
        title:
          difference === undefined
            ? iss === undefined
              ? inItsWords(
                  `${theServer(facts)} does not trust where this key or token comes from`,
                  heard,
                  facts,
                )
              : `${theServer(facts)} does not trust the issuer ${short(iss)}`
            : /^(?:live|test)$/.test(difference.got)
              ? `A ${difference.got} key was sent to ${theServer(facts)}, where ${difference.wanted} keys are good`
              : `The token was issued by ${apart(difference.got, difference.wanted).join('; wanted is ')}`,
        explanation:
          'A server trusts one issuer, known by the exact text of iss, one tenant or realm, and keys of its own environment. A token fetched through another host name, from another tenant, or a test key at the live address is sound and still a stranger’s. Get it from the issuer that this server knows, under that name.',
        remedies: [
          ...(difference === undefined
            ? []
            : [
                {
                  id: 'correct-issuer' as const,
                  values: { got: difference.got, wanted: difference.wanted },
                },
              ]),
          { id: 'fetch-token' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
        ...(difference === undefined
          ? {}
          : {
              figure: {
                kind: 'values' as const,
                label: 'issuer',
                got: difference.got,
                wanted: difference.wanted,
              },
            }),
      },
    );
  },
  foresee(facts) {
    const difference = foreseenDifference(facts);
    if (difference === undefined) return [];
    const { got, wanted, fact, place } = difference;
    return [
      {
        title: `Issued by ${short(got)}; wanted is ${short(wanted)}: expect a 401`,
        explanation: `${fact}. Take the credential of the environment that the request goes to, or send it to the other one.`,
        evidence: [{ text: fact, place }],
        remedies: [{ id: 'fill-credentials' }],
        figure: { kind: 'values', label: 'issuer', got, wanted },
        confidence: 0.9,
      },
    ];
  },
});

const short = (text: string): string => shortened(text, 48);
