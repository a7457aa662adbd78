import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { utf8OfBytes } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { formDecoded } from '../../exchange/percent.ts';
import type { Span } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { ReadBody } from './response-body.ts';
import { asksNothing, isAuthorizeAddress } from './authorize-request.ts';
import { sentBack } from './callback.ts';
import { flashStatements } from './flash-cookies.ts';
import { jsonLeaves } from './json-leaves.ts';
import { wordsOf } from './response-body.ts';
import type { SeenChallenge } from './seen-challenges.ts';
import { tellsOfAccount } from './told-failure.ts';
import { xmlLeaves } from './xml-leaves.ts';

/** One thing that the server said, wherever it said it. */
export interface Statement {
  readonly text: string;
  /** Name of the parameter, member, element or field that carries it, lower case; empty for running text. */
  readonly key: string;
  readonly carrier: 'challenge' | 'body' | 'field' | 'reason' | 'redirect';
  /** Without a span: `placeOf` narrows it to the words that matter. */
  readonly place: Place;
}

const LONGEST = 1_200;

/** What RFC 6749 §5.2 writes about `invalid_grant`, word by word: it says no more than the code. */
const definition = /\bgrant\b[^.]{0,80}\binvalid, expired, revoked,/i;

/** The exchange whose answer is read. */
export interface Answered {
  readonly index: number;
  readonly url: string;
  readonly response: ReceivedResponse;
  /** A person's form was posted, to log in or with an anti-forgery token: the page may say what was wrong with it. */
  readonly login: boolean;
}

export const statementsOf = (
  { index: exchange, url, response, login }: Answered,
  body: ReadBody,
  challenges: readonly SeenChallenge[],
): readonly Statement[] =>
  [
    ...challengeStatements(challenges),
    ...bodyStatements(exchange, body, response.status >= 400 || showsReason(url, body), login),
    ...fieldStatements(exchange, response),
    ...flashStatements(exchange, response),
    ...reasonStatements(exchange, response),
    ...redirectStatements(exchange, response),
    ...sentBack(url, exchange).map((one) => ({ ...one, carrier: 'redirect' as const })),
  ].filter(({ text }) => !definition.test(text));

const challengeStatements = (challenges: readonly SeenChallenge[]): readonly Statement[] =>
  challenges.flatMap((seen) =>
    seen.challenge.params
      .filter((param) =>
        /^(error|error_description|error_codes?|reason|msg|message|errorcode|oauth_problem)$/.test(
          param.name,
        ),
      )
      .map((param) => ({
        text: param.value,
        key: param.name,
        carrier: 'challenge' as const,
        place: { ...seen.place, span: param.span },
      })),
  );

/** Some servers lay their error page behind a 200. */
const errorTitle = /^\W*(?:error|oops|fehler|erreur|errore|ошибка|错误|エラー|오류)(?![\p{L}])/iu;

/** A page whose title finds fault with what proves who asks, laid before a program that wanted data. */
const faultTitle =
  /^\W*(?:invalid|incorrect|wrong|bad|unknown|expired|missing)\s+(?:api[ -]?)?(?:key|token|credentials?|signature|session|log-?in|password)\b/i;

/** Where a login should begin stands a page without one. */
const showsReason = (url: string, body: ReadBody): boolean =>
  body.kind === 'html' && isAuthorizeAddress(URL.parse(url) ?? undefined) && asksNothing(body.text);

const bodyStatements = (
  exchange: number,
  body: ReadBody,
  refused: boolean,
  login: boolean,
): readonly Statement[] => {
  const place: Place = { in: 'body', exchange, side: 'response' };
  const said = (text: string, key = ''): Statement => ({
    text: text.slice(0, LONGEST),
    key,
    carrier: 'body',
    place,
  });
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return jsonLeaves(body.value, refused || (login && tellsOfAccount(body.value))).map(({ text, key }) =>
        said(text, key),
      );
    case 'xml':
      return xmlLeaves(body.text).map(({ text, key }) => said(text, key));
    case 'html':
      return refused || errorTitle.test(body.title) || faultTitle.test(body.title)
        ? [said(body.title, 'title'), said(applicationsWords(body.text) ?? body.words)].filter(
            ({ text }) => text !== '',
          )
        : login
          ? noticesIn(body.text).map((text) => said(text, 'notice'))
          : [];
    case 'text':
      return refused || body.text.length < 200 ? [said(body.text.trim())] : [];
    default:
      return body satisfies never;
  }
};

/** The application's words on Tomcat's page for errors; what stands below them explains the status and nothing else. */
const messageOfTomcat = /<b>message<\/b>\s*(?:<u>)?([^<]{2,})/i;

const applicationsWords = (page: string): string | undefined => {
  const words = messageOfTomcat.exec(page)?.[1];
  return words === undefined ? undefined : wordsOf(words);
};

/** What a page that shows its form again tells in an element made for it. */
const notice =
  /<(\w+)[^>]*(?:class|id|role)=["']?[^"'>]*(?:alert|error|message|notice|flash|invalid|danger|warning|feedback)[^>]*>([\s\S]{0,600}?)<\/\1>/gi;

const noticesIn = (page: string): readonly string[] =>
  [...page.matchAll(notice)]
    .slice(0, 8)
    .map(([, , inner = '']) => wordsOf(inner.replace(/<[^>]*>/g, ' ')))
    .filter((text) => text !== '');

/** Fields in which servers are known to put their reasons. */
const carrierField =
  /error|reason|failure|fail-|message|problem|notice|deny|denied|grpc-status|diagnos|otp|github-sso|loginreason|seraph|auth-status|auth-failure|mitigated|block|challenge|msdavext|squid|lock|proxy-status|(?:account|subscription|licen[cs]e|key|token|user)-?(?:status|state)|^warning$|^status$/i;
/** A field whose very name is the statement: `Google-Bad-Token: true`. */
const faultInName =
  /(?:bad|invalid|expired|missing|unknown|revoked)-(?:\w+-)?(?:token|key|signature|session|credentials?|password|nonce)$/i;
const notACarrier =
  /^(access-control-|report-to|nel|content-|www-authenticate|proxy-authenticate|x-tfs-fedauth|strict-|x-xss|error-uri)/i;

const fieldStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] =>
  response.fields
    .filter(({ name }) => (carrierField.test(name) || faultInName.test(name)) && !notACarrier.test(name))
    .map(({ name, value }) => ({
      text:
        faultInName.test(name) && /^(?:true|yes|1)$/i.test(value.trim())
          ? name
          : unescaped(value).slice(0, LONGEST),
      key: name.toLowerCase(),
      carrier: 'field' as const,
      place: { in: 'field' as const, exchange, side: 'response' as const, name },
    }));

const unescaped = (value: string): string => {
  const text = utf8OfBytes(value);
  return /%[0-9a-f]{2}/i.test(text) ? formDecoded(text) : text;
};

const plainReason =
  /^(|unauthori[sz]ed|forbidden|bad request|not found|ok|created|accepted|no content|partial content|not modified|found|see other|moved permanently|temporary redirect|permanent redirect|too many requests|unknown status|unknown|proxy authentication required|authorization required|authentication required|internal server error|\d{3}( .*)?)$/i;

const reasonStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] =>
  plainReason.test(response.reason.trim())
    ? []
    : [{ text: utf8OfBytes(response.reason), key: '', carrier: 'reason', place: { in: 'status', exchange } }];

/** An authorization server tells its errors in the query of the redirect (RFC 6749 §4.1.2.1). */
const redirectStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] => {
  const location = valueOf(response.fields, 'Location');
  if (location === undefined || !/[?&#](?:\w*error|csrf|expired)|\/failure\?/i.test(location)) return [];
  const query = new URLSearchParams(location.slice(location.search(/[?#]/) + 1).replaceAll('#', '&'));
  return [...query].flatMap(([key, text]) =>
    /^(?:error|\w*error_?(?:code|msg|message)$|message$|(?:csrf|expired)$)/i.test(key)
      ? [
          {
            text,
            key,
            carrier: 'redirect' as const,
            place: { in: 'field' as const, exchange, side: 'response' as const, name: 'Location' },
          },
        ]
      : [],
  );
};

/** The statement's place, narrowed to the words that matter where they can be found in the body. */
export const placeOf = (statement: Statement, words: string, bodyText: string): Place => {
  const { place } = statement;
  if (place.in !== 'body') return place;
  const span = spanOf(bodyText, words) ?? spanOf(bodyText, statement.text);
  return span === undefined ? place : { ...place, span };
};

const spanOf = (text: string, words: string): Span | undefined => {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? undefined : { start, end: start + words.length };
};
