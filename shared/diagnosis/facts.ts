import type { Attempt, Exchange, Failure, ReceivedResponse } from '../exchange/exchange.ts';
import { failureOf, responseOf } from '../exchange/outcome.ts';
import { valueOf } from '../exchange/fields.ts';
import type { Place } from './diagnosis.ts';
import type { Clocks } from './facts/clocks.ts';
import { clocksOf } from './facts/clocks.ts';
import type { EarlierExchange } from './facts/earlier.ts';
import { earlierOf } from './facts/earlier.ts';
import type { FormValue } from './facts/form.ts';
import { formOf } from './facts/form.ts';
import type { HeaderFault } from './facts/header-faults.ts';
import { headerFaultsOf } from './facts/header-faults.ts';
import type { Hop } from './facts/hops.ts';
import { hopsTo } from './facts/hops.ts';
import type { MissedField } from './facts/missed-fields.ts';
import { missedFields } from './facts/missed-fields.ts';
import { loginCookies } from './facts/login-cookies.ts';
import { formToken } from './facts/form-tokens.ts';
import { showsPassword } from './facts/login-form.ts';
import { placeholdersInAddress, placeholdersInContext } from './facts/context-placeholders.ts';
import type { Placeholder } from './facts/placeholders.ts';
import { placeholdersIn } from './facts/placeholders.ts';
import type { ReadBody } from './facts/response-body.ts';
import { readBody } from './facts/response-body.ts';
import type { SeenChallenge } from './facts/seen-challenges.ts';
import { challengesIn } from './facts/seen-challenges.ts';
import type { SentCookie, SentCredential } from './facts/sent-credentials.ts';
import { allCookies, sentCredentials } from './facts/sent-credentials.ts';
import type { SentToken } from './facts/sent-tokens.ts';
import { sentTokens } from './facts/sent-tokens.ts';
import type { Signing } from './facts/signing.ts';
import { signingOf } from './facts/signing.ts';
import type { Statement } from './facts/statements.ts';
import { statementsOf } from './facts/statements.ts';
import { lazily } from './lazily.ts';
import type { Reading } from './reading/read.ts';
import { readingsIn } from './reading/read.ts';
import type { Grams } from './sieve/grams.ts';
import { gramsOf } from './sieve/grams.ts';

/** All that the rules may know of one exchange and what came before it, each computed once and when asked for. No rule reads a raw header. */
export interface Facts {
  readonly attempt: Attempt;
  readonly index: number;
  readonly exchange: Exchange;
  readonly response: ReceivedResponse | undefined;
  readonly failure: Failure | undefined;
  readonly status: number | undefined;
  /** Absent where the address cannot be read. */
  readonly url: URL | undefined;
  /** Where the answer's Location leads, resolved against the request's address (RFC 9110 §10.2.2). */
  readonly leadsTo: URL | undefined;
  readonly challenges: readonly SeenChallenge[];
  readonly proxyChallenges: readonly SeenChallenge[];
  readonly credentials: readonly SentCredential[];
  readonly authorization: SentCredential | undefined;
  readonly cookies: readonly SentCookie[];
  readonly form: readonly FormValue[];
  readonly tokens: readonly SentToken[];
  /** The token that should open the door: Authorization before key field, query and cookie. */
  readonly token: SentToken | undefined;
  readonly placeholders: readonly Placeholder[];
  readonly headerFaults: readonly HeaderFault[];
  readonly signing: Signing;
  readonly clocks: Clocks;
  readonly hops: readonly Hop[];
  readonly earlier: readonly EarlierExchange[];
  readonly body: ReadBody;
  readonly bodyText: string;
  readonly statements: readonly Statement[];
  /** Each statement with the name of its member: `error: invalid_token`. */
  readonly lines: readonly string[];
  /** Each statement's text as a code is compared: whole and in lower case. */
  readonly codes: readonly string[];
  /** What the statements mean word by word, where no rule knows their wording. */
  readonly readings: readonly Reading[];
  /** Fields by name that the answer misses in the request. */
  readonly missed: readonly MissedField[];
  /** All that was said, one line each: a quick look before the slow one. */
  readonly said: string;
  readonly saidGrams: Grams;
  /** The request is one to a token endpoint (RFC 6749 §3.2). */
  readonly tokenRequest: boolean;
  /** Seconds that Retry-After names. */
  readonly retryAfter: number | undefined;
}

/** What an exchange's facts are read from. */
interface Read {
  readonly attempt: Attempt;
  readonly index: number;
  readonly exchange: Exchange;
}

const challengesOf = (
  { exchange, index }: Read,
  name: 'WWW-Authenticate' | 'Proxy-Authenticate',
): readonly SeenChallenge[] => challengesIn(responseOf(exchange)?.fields ?? [], name, index);

const factsFrom = lazily<Facts, Read>({
  attempt: ({ attempt }) => attempt,
  index: ({ index }) => index,
  exchange: ({ exchange }) => exchange,
  response: ({ exchange }) => responseOf(exchange),
  failure: ({ exchange }) => failureOf(exchange),
  status: (_, { response }) => response?.status,
  url: ({ exchange: { request } }) => URL.parse(request.url) ?? undefined,
  leadsTo: ({ exchange: { request } }, { response }) => {
    const location = valueOf(response?.fields ?? [], 'Location');
    return location === undefined ? undefined : (URL.parse(location, request.url) ?? undefined);
  },
  challenges: (read) => challengesOf(read, 'WWW-Authenticate'),
  proxyChallenges: (read) => challengesOf(read, 'Proxy-Authenticate'),
  credentials: ({ attempt, exchange, index }) => [
    ...sentCredentials(exchange.request, index),
    ...loginCookies(attempt.exchanges, index),
  ],
  authorization: (_, { credentials }) => credentials.find((credential) => credential.in === 'authorization'),
  cookies: ({ exchange }) => allCookies(exchange.request),
  form: ({ exchange }) => formOf(exchange.request),
  tokens: ({ index }, { credentials, form }) => sentTokens(credentials, form, index),
  token: (_, { tokens }) => principalToken(tokens),
  placeholders: ({ index, exchange }, { credentials, form, url }) => [
    ...placeholdersIn(credentials, form, index),
    ...placeholdersInContext(exchange.request.fields, index),
    ...placeholdersInAddress(url, index),
  ],
  headerFaults: (_, { credentials }) => credentials.flatMap(headerFaultsOf),
  signing: ({ exchange, index }, { credentials, tokens, form }) =>
    signingOf(exchange, index, credentials, tokens, form),
  clocks: ({ exchange }) => clocksOf(exchange),
  hops: ({ attempt, index }) => hopsTo(attempt, index),
  earlier: ({ attempt, index }, { credentials, form }) =>
    earlierOf(attempt.exchanges, index, credentials, form),
  body: (_, { response }) => (response === undefined ? { kind: 'none' } : readBody(response.body)),
  bodyText: (_, { body }) => (body.kind === 'none' ? '' : body.text),
  statements: ({ index, exchange }, { response, body, challenges, proxyChallenges, form }) =>
    response === undefined
      ? []
      : statementsOf(
          {
            index,
            url: exchange.request.url,
            response,
            login: showsPassword(form) || formToken(form) !== undefined,
          },
          body,
          [...challenges, ...proxyChallenges],
        ),
  // The reader is made when it is first asked for, which takes longer than all else that a success needs.
  readings: (_, { statements }) => (statements.length === 0 ? [] : readingsIn(statements)),
  codes: (_, { statements }) => statements.map(({ text }) => text.trim().toLowerCase()),
  lines: (_, { statements }) => statements.map(({ key, text }) => `${key}: ${text}`),
  missed: (_, facts) => missedFields(facts),
  said: (_, { lines }) => lines.join('\n'),
  saidGrams: (_, { said }) => gramsOf(said),
  tokenRequest: ({ exchange }, { form }) => isTokenRequest(exchange, form),
  retryAfter: (_, { response, clocks }) => retryAfterOf(response, clocks),
});

export const factsOf = (attempt: Attempt, index: number): Facts | undefined => {
  const exchange = attempt.exchanges[index];
  return exchange === undefined ? undefined : factsFrom({ attempt, index, exchange });
};

const principalToken = (tokens: readonly SentToken[]): SentToken | undefined => {
  const access = tokens.filter((token) => token.role === 'access');
  return (
    access.find(
      (token) => token.carrier.startsWith('Authorization') || token.carrier.startsWith('authorization'),
    ) ??
    access.find((token) => token.jwt !== undefined) ??
    access[0]
  );
};

const tokenPath =
  /\/(oauth2?|oidc|connect|openid-connect|auth|identity|v\d|o|common|oic)(\/[\w.-]+)*\/(access_)?tokens?(\/bearer)?\/?$/i;

const isTokenRequest = (exchange: Exchange, form: readonly FormValue[]): boolean =>
  exchange.purpose === 'token' ||
  form.some(({ name }) => name === 'grant_type') ||
  (exchange.request.method === 'POST' &&
    tokenPath.test(exchange.request.url.replace(/[?#].*$/, '')) &&
    form.some(({ name }) => /^(code|client_id|client_secret|refresh_token|assertion)$/.test(name)));

const retryAfterOf = (response: ReceivedResponse | undefined, clocks: Clocks): number | undefined => {
  const value = valueOf(response?.fields ?? [], 'Retry-After')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) || clocks.now === undefined ? undefined : Math.max(0, date / 1000 - clocks.now);
};

export const statusPlace = (facts: Facts): Place => ({ in: 'status', exchange: facts.index });

export const responseFieldPlace = (facts: Facts, name: string): Place => ({
  in: 'field',
  exchange: facts.index,
  side: 'response',
  name,
});

export const requestFieldPlace = (facts: Facts, name: string): Place => ({
  in: 'field',
  exchange: facts.index,
  side: 'request',
  name,
});

/** Absence as a place: the field that is not there. */
export const absentField = (facts: Facts, name: string): Place => ({
  in: 'field',
  exchange: facts.index,
  side: 'request',
  name,
  absent: true,
});

export const responseValue = (facts: Facts, name: string): string | undefined =>
  valueOf(facts.response?.fields ?? [], name);

export const requestValue = (facts: Facts, name: string): string | undefined =>
  valueOf(facts.exchange.request.fields, name);

/** Host of the request, lower case, without port. */
export const hostOf = (facts: Facts): string => facts.url?.hostname ?? '';

/** Who refused, at the beginning of a sentence: the host of this exchange. */
export const theServer = (facts: Facts): string => facts.url?.host ?? 'The server';

/** Authorization was sent, and something stands in it. */
export const hasAuthorization = ({ authorization }: Facts): boolean =>
  authorization !== undefined && authorization.value.trim() !== '';

/** Credentials that a server, not a proxy, would read; the form of a login counts, too. */
export const serverCredentials = (facts: Facts): readonly SentCredential[] =>
  facts.credentials.filter((credential) => credential.in !== 'proxy');

const secretOfForm =
  /pass(word|wd|wort|ord)?$|^(?:pw|pwd|kennwort|senha|mdp|mot_?de_?passe|contrase\u00f1a|contrasena|clave|wachtwoord|l[oö]senord|adgangskode|kodeord|haslo|heslo|jelszo|parola|sifre|密码|пароль)$|app_?(?:key|secret)$|client_?secret|secret_?(hash|id)$|assertion|web_?identity_?token|subject_token|saml_?response|^wresult$|refresh_?token|^code$|api_?key|access_?token|(?:id|user|device)_?tokens?$|^(jwt|token|auth|sessionid|binarysecuritytoken)$|otp$|^idtoken2$/i;
const ticketOfForm =
  /^_?(?:sid|ws_?token|auth_?token|session_?(?:id|token|key)|rps_?ticket|ticket|license_?key)$/i;

/** Name of the first value of a form that may prove who asks. */
export const nameOfSecret = (form: readonly FormValue[]): string | undefined =>
  form.find(({ name }) => secretOfForm.test(name) || ticketOfForm.test(name))?.name;

export const sendsSecretsInForm = (facts: Facts): boolean => nameOfSecret(facts.form) !== undefined;
