import { textClaim } from '../../token/jwt.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials, statusPlace } from '../facts.ts';
import { judgesOwnToken } from '../facts/callback.ts';
import { areKin, areTwoEnvironments, isTrial } from '../facts/environments.ts';
import { issuerMetadata } from '../facts/metadata.ts';
import { issuedBefore } from '../facts/issued.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { environmentsAt } from '../providers/keys.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** A server that issues its own tokens writes its address into them, so the address that is called should be the same. */
const realmPath = /\/realms\/([^/]+)/;

interface Difference {
  readonly got: string;
  readonly wanted: string;
  readonly fact: string;
  readonly weight: number;
  readonly place: Place;
}

const differenceOf = (facts: Facts): Difference | undefined =>
  ofIssuer(facts) ??
  ofPublished(facts) ??
  ofTrial(facts) ??
  ofOwnWords(facts) ??
  ofTenant(facts) ??
  ofEnvironment(facts) ??
  ofOtherHost(facts);

const ofIssuer = (facts: Facts): Difference | undefined => {
  const { token, url } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || url === undefined || iss === undefined || !URL.canParse(iss)) return undefined;
  const issuer = new URL(iss);
  const realm = realmPath.exec(issuer.pathname)?.[1];
  const asked = realmPath.exec(url.pathname)?.[1];
  if (realm === undefined || asked === undefined) return undefined;
  const place = claimPlace(token, 'iss');
  if (issuer.origin !== url.origin)
    return {
      got: iss,
      wanted: `${url.origin}${issuer.pathname}`,
      fact: `The token’s iss is ${iss}, the request went to ${url.origin}`,
      weight: TOLD,
      place,
    };
  if (realm !== asked && realm !== 'master')
    return {
      got: realm,
      wanted: asked,
      fact: `The token is of realm ${realm}, the request is for ${asked}`,
      weight: TOLD,
      place,
    };
  return undefined;
};

/** The metadata that an earlier exchange fetched name the issuer by its exact text (RFC 8414 §2). */
const ofPublished = (facts: Facts): Difference | undefined => {
  const { token } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || iss === undefined) return undefined;
  const issuer = issuerMetadata(facts)?.members['issuer'];
  return typeof issuer !== 'string' || issuer === iss
    ? undefined
    : {
        got: iss,
        wanted: issuer,
        fact: `The token’s iss is ${iss}, the metadata fetched before name ${issuer}`,
        weight: TOLD + HINTED,
        place: claimPlace(token, 'iss'),
      };
};

/** Some keys are no JWT and still hold JSON that names the service's server which they are for. */
const ofOwnWords = (facts: Facts): Difference | undefined => {
  const host = hostOf(facts);
  for (const credential of serverCredentials(facts)) {
    const other = hostsNamedBy(credential.parsed?.rest ?? credential.value).find(
      (named) => named !== host && areKin(named, host),
    );
    if (other !== undefined)
      return {
        got: other,
        wanted: host,
        fact: `What ${credential.name} holds names ${other} as its server`,
        weight: TOLD + HINTED,
        place: credential.place,
      };
  }
  return undefined;
};

/** Hosts that JSON inside of an opaque key names as where it is good. */
const hostsNamedBy = (value: string): readonly string[] =>
  value.startsWith('eyJ')
    ? []
    : value.split(/[._:~-]/).flatMap((part) => {
        const text = part.startsWith('eyJ') ? byteStringOfBase64(part) : undefined;
        const held = text === undefined ? undefined : parseJson(text);
        return isRecord(held)
          ? Object.entries(held).flatMap(([name, member]) =>
              /region|api|endpoint|instance|cluster/i.test(name) &&
              typeof member === 'string' &&
              URL.canParse(member)
                ? [new URL(member).hostname]
                : [],
            )
          : [];
      });

/** An issuer for trials and an API for production, or the other way about, tell it by their names. */
const ofTrial = (facts: Facts): Difference | undefined => {
  const { token, url } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || url === undefined || iss === undefined || !URL.canParse(iss)) return undefined;
  const { hostname } = new URL(iss);
  if (!areTwoEnvironments(hostname, url.hostname)) return undefined;
  return {
    got: iss,
    wanted: isTrial(hostname) ? 'an issuer of production' : 'an issuer of the trial environment',
    fact: `The token’s iss is ${iss}, of another environment than ${url.hostname}`,
    weight: facts.status === 401 ? TOLD + HINTED : SUGGESTED,
    place: claimPlace(token, 'iss'),
  };
};

const tenantId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** Microsoft's challenges name the tenant whose tokens they take. */
const ofTenant = (facts: Facts): Difference | undefined => {
  const { token } = facts;
  const own =
    token?.jwt === undefined
      ? undefined
      : (textClaim(token.jwt, 'tid') ?? tenantId.exec(textClaim(token.jwt, 'iss') ?? '')?.[0]);
  if (
    token === undefined ||
    own === undefined ||
    !/windows\.net|microsoftonline/.test(
      textClaim(token.jwt ?? { header: {}, claims: {}, signature: '' }, 'iss') ?? '',
    )
  )
    return undefined;
  for (const { challenge } of facts.challenges) {
    const asked = tenantId.exec(
      authParam(challenge, 'authorization_uri') ?? authParam(challenge, 'authorization') ?? '',
    )?.[0];
    if (asked !== undefined && asked.toLowerCase() !== own.toLowerCase())
      return {
        got: own,
        wanted: asked,
        fact: `The token is of tenant ${own}, the challenge names ${asked}`,
        weight: STATED,
        place: claimPlace(token, 'iss'),
      };
  }
  return undefined;
};

const ofEnvironment = (facts: Facts): Difference | undefined => {
  const host = hostOf(facts);
  const environments = environmentsAt(host);
  if (environments === undefined) return undefined;
  const { service, keys, at } = environments;
  for (const credential of serverCredentials(facts)) {
    const value =
      credential.parsed?.scheme === 'basic'
        ? (byteStringOfBase64(credential.parsed.rest) ?? '')
        : (credential.parsed?.rest ?? credential.value);
    const key = keys.find(({ form }) => form.test(value));
    if (key !== undefined && key.environment !== at)
      return {
        got: key.environment,
        wanted: at,
        fact: `${credential.name} holds a ${key.environment} key of ${service}, ${host} is its ${at} environment`,
        weight: PROVEN,
        place: credential.place,
      };
  }
  return undefined;
};

/** The credential is good at the service's other environment: it was accepted there, or came from there. */
const ofOtherHost = (facts: Facts): Difference | undefined => {
  const host = hostOf(facts);
  const [credential] = serverCredentials(facts);
  if (credential === undefined) return undefined;
  const accepted = facts.earlier.findLast(
    (one) => one.accepted && one.sameCredential && areTwoEnvironments(hostIn(one.exchange.request.url), host),
  );
  const issued = accepted === undefined ? issuedBefore(facts) : undefined;
  const index = accepted?.index ?? issued?.index;
  const other = index === undefined ? undefined : hostIn(facts.attempt.exchanges[index]?.request.url ?? '');
  if (index === undefined || other === undefined || !areTwoEnvironments(other, host)) return undefined;
  return {
    got: other,
    wanted: host,
    fact:
      accepted === undefined
        ? `The token came from ${other}, of another environment than ${host}`
        : `The same credential was accepted by ${other}, which is another environment than ${host}`,
    weight: PROVEN,
    place: { in: 'status', exchange: index },
  };
};

const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Faults that have rules of their own. */
const otherFaults = /scope|audience|expired|certificate/i;

/** Issued by another issuer, tenant, realm or environment (RFC 7519 §4.1.1, RFC 8725 §3.8). */
export const tokenIssuerMismatch = defineRule({
  cause: 'token-issuer-mismatch',
  references: ['RFC 7519 §4.1.1', 'RFC 8725 §3.8'],
  phrases: [
    {
      says: /(?:invalid|wrong|incorrect|unknown|unexpected|untrusted|unrecogni[sz]ed|unsupported)[ _-]?(?:token )?['"`]?(?:jwt )?iss(?:uer)?\b|\biss(?:uer)?['"`]?[^.;]{0,60}\b(?:is |was |does |did )?(?:not (?:match|allowed|valid|trusted|accepted|expected|found|configured|recogni[sz]ed)|invalid|mismatch|wrong|incorrect|unexpected|n['o]t match|unknown|untrusted)|IDX10205|IDX40001|IDX10204|InvalidAuthenticationTokenTenant|unexpected "iss" claim|"iss" claim|jwt issuer invalid|InvalidIssuer|issuer[ _]mismatch|not (?:issued|signed) by (?:a |an )?(?:trusted|known|expected)|iss claim/i,
      unless: /certificate/i,
      weight: STATED,
    },
    {
      says: /(?:token|key|credential)s?[^.;]{0,20}\bnot (?:valid (?:for|in|on|at)|belong(?:ing)? to|for|from|part of) this (?:environment|instance|tenant|realm|region|server|cluster|account|organi[sz]ation|workspace|project|site)|(?:token|key|credential)s? (?:is|are|was|were) (?:only )?(?:for|from|of) (?:the |a |an |your )?(?:sandbox|test|live|production|staging|demo)\b|(?:test|sandbox|staging|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)s?[^.]{0,40}(?:live|production|sandbox|test|environment|mode)|(?:key|token|credential)s?[^.]{0,40}(?:belongs? to|for|from|of) (?:another|a different|the wrong|a) ?(?:environment|tenant|realm|region|project|organi[sz]ation|instance|sandbox|test|live)\b|wrong[ _](?:environment|tenant|realm)|different tenant|tenant (?:id )?(?:mismatch|does not match)|AADSTS50020\b|AADSTS700016/i,
      weight: TOLD,
    },
    {
      says: /(?:test|sandbox|staging|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)s? (?:can ?not|can['’]?t|(?:may|must|can) not) be used (?:in|on|with|against|for)|(?:test|sandbox|live|production)[ -](?:mode )?(?:api )?(?:key|token|credential)[^.;]{0,16}(?:provided|used|offered|sent)[^.;]{0,12}(?:for|in|to|at|with)(?: an?| the)? (?:test|sandbox|live|production)/i,
      weight: STATED + FAINT,
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
      says: /(?:token|key|credentials?|jwt)s?\b[^.;]{0,30}\b(?:belongs? to|(?:is|was|are|were) (?:issued|created|signed|generated|minted) (?:by|for|in|on|at)|for|from|of) (?:an? |the )?(?:(?:other|another|different|wrong) \w* ?(?:environment|region|instance|tenant|realm|project|organi[sz]ation|workspace|account|issuer|server|host|site|mode|stage|cluster|data ?cent(?:er|re)|store|shop|deployment|stack|database|company|team)|development|test|sandbox|staging|live|production)\b|\b(?:this is |using |used |with )(?:a |an )?(?:test|sandbox|development|staging|live|production)(?: mode)? (?:api )?(?:key|token)|environment mismatch/i,
      unless: otherFaults,
      weight: STATED,
    },
    {
      says: /(?:test|live|sandbox)[ -]mode key was used|(?:token|key)[_ ](?:environment|region|tenant|realm)[_ ]mismatch|(?:wrong|mismatch(?:ed)?|different|other) (?:token|key) (?:environment|region|issuer)|no (?:provider|issuer|trust|identity provider|authenticator)[^.;]{0,24}\bfor (?:token )?issuer|issued by (?:a |an )?(?:different|another|other|unknown|untrusted)/i,
      unless: otherFaults,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const difference = differenceOf(facts);
    const iss = facts.token?.jwt === undefined ? undefined : textClaim(facts.token.jwt, 'iss');
    if (difference === undefined && heard.length === 0) {
      return iss !== undefined &&
        facts.url !== undefined &&
        URL.canParse(iss) &&
        new URL(iss).origin === facts.url.origin
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
            ? 'The token comes from an issuer that this server does not trust'
            : `Issued by ${short(difference.got)}; wanted is ${short(difference.wanted)}`,
        explanation:
          'A server trusts the tokens of one issuer, known by the exact text of iss, of one tenant or realm, and keys of its own environment. A token fetched through another host name, from another tenant, or a test key at the live address is sound and still a stranger’s here. Get it from the issuer of this server, under the name by which this server knows it.',
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
    const difference = ofIssuer(facts) ?? ofEnvironment(facts);
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

const short = (text: string): string => (text.length > 64 ? `${text.slice(0, 61)}…` : text);
