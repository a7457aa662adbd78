import type { SentRequest } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { hostnameIn, pathIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import { issuedBefore } from './issued.ts';
import { sendsPassword } from './login-form.ts';
import { ownerOf } from './named-host.ts';
import { textOfBody } from './response-body.ts';
import { hostWritten } from './hosts-in-text.ts';

/** An address at which the same credential did pass, seen from the one that was refused. */
export interface PassedElsewhere {
  readonly index: number;
  /** As it was called: a path of this host, or another host. */
  readonly address: string;
}

/** The same path but for case, slashes, or parts before it: `/api/orders` beside `/app/api/orders`. */
const isVariant = (one: string | undefined, other: string): boolean => {
  if (one === undefined || one === other) return false;
  const [a, b] = [one, other].map((path) =>
    path
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .replace(/\/$/, ''),
  );
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (short.split('/').length > 2 && long.endsWith(short));
};

/** A login that posts the same user and password. */
const sameLogin = (facts: Facts, request: SentRequest): boolean => {
  const posted = textOfBody(facts.exchange.request.body);
  return posted !== '' && sendsPassword(facts) && textOfBody(request.body) === posted;
};

/** At this host, under another spelling of the path; a login, under any other. */
export const passedUnderAnotherPath = (facts: Facts): PassedElsewhere | undefined => {
  const { url } = facts;
  if (url === undefined) return undefined;
  const found = facts.earlier.findLast(
    ({ accepted, sameOrigin, sameCredential, exchange: { request } }) =>
      accepted &&
      sameOrigin &&
      request.method === facts.exchange.request.method &&
      pathIn(request.url) !== url.pathname &&
      (sameLogin(facts, request) || (sameCredential && isVariant(pathIn(request.url), url.pathname))),
  );
  return found && { index: found.index, address: pathIn(found.exchange.request.url) ?? '' };
};

/** Labels of host names that tell one copy of a service from another. */
const copy =
  /(?:^|[.-])(?:sandbox|sbx|test|testing|staging|stage|stg|dev|demo|live|prod|production|beta|preview|qa|uat|int|eu|us|usa|uk|gb|de|fr|ch|ie|nl|na|emea|apac|ap|asia|au|ca|in|jp|sg|cn|br|gov|[a-z]{2,3}-?\d{1,2}|[a-z]{2}-[a-z]+-\d)(?=[.-]|$)/i;

/** `vault-a.corp.example` beside `vault-b.corp.example`: all is alike but for one part of one label. */
const areTwins = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((host) => host.split('.'));
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const [at, ...more] = a.flatMap((label, index) => (label === b[index] ? [] : [index]));
  if (at === undefined || more.length > 0) return false;
  const [parts, otherParts] = [a, b].map((labels) => labels[at]?.split(/-|(?<=[a-z]{2})(?=\d)/) ?? []);
  return (
    parts !== undefined &&
    otherParts !== undefined &&
    parts.length === otherParts.length &&
    parts.length > 1 &&
    parts.filter((part, index) => part !== otherParts[index]).length === 1
  );
};

/** Names under which a body carries a key. */
const keyName = /key|token|secret|^(?:client|project|write|site|license)(?:_?id)?$/i;

/** The body carries the key that was in the body of the other. */
const sameKeyInBody = (facts: Facts, request: SentRequest): boolean => {
  const key = facts.form.find(({ name, value }) => keyName.test(name) && /^[\w.-]{20,}$/.test(value));
  return key !== undefined && textOfBody(request.body).includes(key.value);
};

/** At another host of the same owner, whose names tell regions, environments and copies apart. */
export const passedAtAnotherHost = (facts: Facts): PassedElsewhere | undefined => {
  const { url } = facts;
  if (url === undefined) return undefined;
  const keepsSession = facts.credentials.some((one) => one.in === 'cookie');
  const found = facts.earlier.findLast(({ accepted, sameCredential, exchange: { request } }) => {
    const host = hostnameIn(request.url);
    return (
      accepted &&
      request.method === facts.exchange.request.method &&
      host !== undefined &&
      host !== url.hostname &&
      (sameCredential || (facts.credentials.length === 0 && sameKeyInBody(facts, request))) &&
      ownerOf(host) === ownerOf(url.hostname) &&
      (copy.test(host) ||
        copy.test(url.hostname) ||
        judgesIt.test(facts.said) ||
        (!keepsSession && areTwins(host, url.hostname))) &&
      pathIn(request.url) === url.pathname
    );
  });
  return found && { index: found.index, address: hostnameIn(found.exchange.request.url) ?? '' };
};

/** Labels that name a region and nothing else. */
const region =
  /^(?:eu|us|usa|uk|gb|de|fr|in|au|ca|jp|sg|cn|br|ap|apac|emea|asia|[a-z]{2}-?\d{1,2}|[a-z]{2}-[a-z]+-?\d)$/i;

/** All labels of the one are those of the other but for one that names a region, or two that do. */
const areRegions = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((host) => host.split('.').flatMap((label) => label.split(/(?<=api)-/)));
  if (a === undefined || b === undefined || one === other) return false;
  const bare = (labels: readonly string[]): string =>
    labels.filter((label, index) => index >= labels.length - 2 || !region.test(label)).join('.');
  return bare(a) === bare(b);
};

/** A 403 that says no more than its status may be about who asks as well as a 401. */
const refusesBare = ({ status, statements }: Facts): boolean =>
  status === 401 || (status === 403 && statements.every(({ text }) => /^(?:\W|403|forbidden)*$/i.test(text)));

/**
 * By any call, in another region of the same service, where this one refuses the credential at every call: services with
 * several data centres hold each customer in one of them.
 */
export const passedInAnotherRegion = (facts: Facts): PassedElsewhere | undefined => {
  if (!refusesBare(facts) || facts.credentials.some((one) => one.in === 'cookie')) return undefined;
  const called = hostOf(facts);
  if (facts.earlier.some((one) => one.accepted && hostnameIn(one.exchange.request.url) === called))
    return undefined;
  const found = facts.earlier.findLast(
    (one) =>
      one.accepted && one.sameCredential && areRegions(hostnameIn(one.exchange.request.url) ?? '', called),
  );
  return found && { index: found.index, address: hostnameIn(found.exchange.request.url) ?? '' };
};

const judgesIt =
  /\b(?:bad|invalid|unknown|incorrect|wrong)\b|not (?:valid|recogni[sz]ed|found|known)|\b(?:key|token|user|account)s?\b[^.;]{0,12}(?:not|n['’]?t) exist|\bno such (?:\w+ )?(?:key|token|user|account)/i;

/**
 * At a host of another owner, by a call that nothing redirected, where this one says that it does not know the bearer
 * token or key: it is good where it was made.
 */
export const passedAtForeignHost = (facts: Facts): PassedElsewhere | undefined => {
  const { url } = facts;
  const sent = serverCredentials(facts).find(
    (one) => one.in === 'field' || (one.in === 'authorization' && one.parsed?.scheme !== 'basic'),
  );
  if (
    url === undefined ||
    facts.status !== 401 ||
    !judgesIt.test(facts.said) ||
    facts.hops.length > 0 ||
    sent === undefined ||
    sent.value.length < 20
  )
    return undefined;
  const found = facts.earlier.findLast(({ accepted, sameCredential, exchange: { request, redirect } }) => {
    const host = hostnameIn(request.url);
    return (
      accepted &&
      sameCredential &&
      redirect === undefined &&
      host !== undefined &&
      ownerOf(host) !== ownerOf(url.hostname)
    );
  });
  return found && { index: found.index, address: hostnameIn(found.exchange.request.url) ?? '' };
};

/** Members by which the answer that hands out a token names where it is good. */
const goodAt =
  /^(?:(?:rest_?)?instance_?url|(?:base_?)?api_?(?:domain|server|endpoint|base(?:_?ur[il])?|url|host)|base_?ur[il]|server_?url|rest_?url|resource_?server(?:_?base_?uri)?|api_instance_url)$/i;

/** The host that was named together with the token, where another one was called. */
export const goodAtAnotherHost = (facts: Facts): PassedElsewhere | undefined => {
  const issued = issuedBefore(facts);
  const response = issued === undefined ? undefined : facts.attempt.exchanges[issued.index];
  const answer = response === undefined ? undefined : responseOf(response);
  const body = answer === undefined ? undefined : parseJson(textOfBody(answer.body));
  if (issued === undefined || !isRecord(body)) return undefined;
  const host = hostUnder(body);
  return host === undefined || host === hostOf(facts) ? undefined : { index: issued.index, address: host };
};

const hostUnder = (value: unknown, depth = 0): string | undefined => {
  if (depth > 3 || typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const host =
      typeof member === 'string'
        ? goodAt.test(name)
          ? hostWritten(member)
          : undefined
        : hostUnder(member, depth + 1);
    if (host !== undefined) return host;
  }
  return undefined;
};
