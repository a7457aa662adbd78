import { authParam } from '../../http-auth/auth.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { hostnameIn } from '../../exchange/url.ts';
import { textClaim } from '../../token/jwt.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import type { Environments } from '../providers/keys.ts';
import { environmentsAt } from '../providers/keys.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { differenceAtIssuer, ofRealm } from './at-issuer.ts';
import { areKin, areTwoEnvironments, isTrial } from './environments.ts';
import { issuedBefore } from './issued.ts';
import { issuerMetadata, trustedAuthority } from './metadata.ts';
import { ofKinService } from './kin-service.ts';
import { claimPlace } from './sent-tokens.ts';

/** Whose the credential is, and whose the server that was asked takes. */
export interface IssuerDifference {
  readonly got: string;
  readonly wanted: string;
  /** The fact in one line. */
  readonly fact: string;
  /** What it weighs, in log-odds. */
  readonly weight: number;
  readonly place: Place;
}

/** The first sign, the surest before the others, that the credential comes from another issuer, tenant or environment. */
export const issuerDifference = (facts: Facts): IssuerDifference | undefined =>
  differenceAtIssuer(facts) ??
  ofPublished(facts) ??
  ofConfiguration(facts) ??
  ofTrial(facts) ??
  ofOwnWords(facts) ??
  ofTenant(facts) ??
  ofLabel(facts) ??
  ofEnvironment(facts) ??
  ofTrialUser(facts) ??
  ofOtherHost(facts) ??
  ofKinService(facts);

/** The same as far as the request alone tells it. */
export const foreseenDifference = (facts: Facts): IssuerDifference | undefined =>
  ofRealm(facts) ?? ofEnvironment(facts);

/** The metadata that an earlier exchange fetched name the issuer by its exact text (RFC 8414 §2). */
const ofPublished = (facts: Facts): IssuerDifference | undefined => {
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

/** An application's own settings name the login server that it trusts; the token names its realm by another address. */
const ofConfiguration = (facts: Facts): IssuerDifference | undefined => {
  const { token } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || iss === undefined || !URL.canParse(iss)) return undefined;
  const issuer = new URL(iss);
  const trusted = trustedAuthority(facts, issuer.pathname);
  return trusted === undefined || new URL(trusted).origin === issuer.origin
    ? undefined
    : {
        got: iss,
        wanted: trusted,
        fact: `The token’s iss is ${iss}, the application’s settings fetched before name ${trusted}`,
        weight: TOLD + HINTED,
        place: claimPlace(token, 'iss'),
      };
};

/** Some keys are no JWT and still hold JSON that names the service's server which they are for. */
const ofOwnWords = (facts: Facts): IssuerDifference | undefined => {
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
  value.startsWith('eyJ') || !value.includes('eyJ')
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
const ofTrial = (facts: Facts): IssuerDifference | undefined => {
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
const ofTenant = (facts: Facts): IssuerDifference | undefined => {
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

/** Claims that name the project or tenant which a token is for. */
const ownerClaims = ['ref', 'project', 'project_id', 'tenant', 'tenant_id', 'instance', 'workspace'];
/** Names that a service made up itself: no word is so long and has neither capitals nor signs. */
const madeUp = /^[a-z0-9]{16,}$/;

/** A service that names hosts after its projects is asked at one with a token that names another, alike in form. */
const ofLabel = (facts: Facts): IssuerDifference | undefined => {
  const { token } = facts;
  const label = hostOf(facts).split('.')[0] ?? '';
  if (token?.jwt === undefined || !madeUp.test(label)) return undefined;
  for (const claim of ownerClaims) {
    const value = textClaim(token.jwt, claim);
    if (value !== undefined && madeUp.test(value) && value.length === label.length && value !== label)
      return {
        got: value,
        wanted: label,
        fact: `The token’s ${claim} is ${value}, the request went to ${label}`,
        weight: STATED + HINTED,
        place: claimPlace(token, claim),
      };
  }
  return undefined;
};

const ofEnvironment = (facts: Facts): IssuerDifference | undefined => {
  const host = hostOf(facts);
  const environments = environmentsAt(host);
  if (environments === undefined) return undefined;
  const { service, keys, at } = environments;
  for (const credential of serverCredentials(facts)) {
    const value =
      credential.parsed?.scheme === 'basic'
        ? (byteStringOfBase64(credential.parsed.rest) ?? '')
        : (credential.parsed?.rest ?? credential.value);
    const colon = credential.parsed?.scheme === 'basic' ? value.indexOf(':') : -1;
    const parts = colon < 0 ? [value] : [value, value.slice(colon + 1)];
    const key = keys.find(({ form }) => parts.some((part) => form.test(part)));
    if (key !== undefined && key.environment !== at)
      return {
        got: key.environment,
        wanted: at,
        fact: `${credential.name} holds a ${key.environment} key of ${service}, ${host} is its ${at} environment`,
        weight: PROVEN,
        place: credential.place,
      };
  }
  return ofIdInBody(facts, environments);
};

/** The user that some services share out for trials, at a host that is not for trials. */
const ofTrialUser = (facts: Facts): IssuerDifference | undefined => {
  const host = hostOf(facts);
  if (facts.status !== 401 || isTrial(host)) return undefined;
  const user = facts.form.find(
    ({ name, value }) => /^(?:user_?name|user|account|app)$/i.test(name) && value === 'sandbox',
  );
  return user === undefined
    ? undefined
    : {
        got: 'sandbox',
        wanted: host,
        fact: `${user.name} is sandbox, and ${host} is not for trials`,
        weight: TOLD + HINTED,
        place: {
          in: 'body',
          exchange: facts.index,
          side: 'request',
          ...(user.span === undefined ? {} : { span: user.span }),
        },
      };
};

/** Members by which a request says for which application it speaks. */
const ofApplication = /^(?:client|app(?:lication)?|account|merchant|location)[-_]?(?:id|key|sid)$/i;

/** The same told by the id of an application, which a body holds. */
const ofIdInBody = (facts: Facts, { service, keys, at }: Environments): IssuerDifference | undefined => {
  const host = hostOf(facts);
  for (const { name, value, span } of facts.form) {
    const key = ofApplication.test(name) ? keys.find(({ form }) => form.test(value)) : undefined;
    if (key !== undefined && key.environment !== at)
      return {
        got: key.environment,
        wanted: at,
        fact: `${name} is a ${key.environment} ${key.kind} of ${service}, ${host} is its ${at} environment`,
        weight: PROVEN,
        place: {
          in: 'body',
          exchange: facts.index,
          side: 'request',
          ...(span === undefined ? {} : { span }),
        },
      };
  }
  return undefined;
};

/** The credential is good at the service's other environment: it was accepted there, or came from there. */
const ofOtherHost = (facts: Facts): IssuerDifference | undefined => {
  const host = hostOf(facts);
  const [credential] = serverCredentials(facts);
  if (credential === undefined) return undefined;
  const accepted = facts.earlier.findLast(
    (one) =>
      one.accepted &&
      one.sameCredential &&
      areTwoEnvironments(hostnameIn(one.exchange.request.url) ?? '', host),
  );
  const issued = accepted === undefined ? issuedBefore(facts) : undefined;
  const index = accepted?.index ?? issued?.index;
  const other =
    index === undefined ? undefined : hostnameIn(facts.attempt.exchanges[index]?.request.url ?? '');
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
