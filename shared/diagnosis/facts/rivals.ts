import { formDecoded } from '../../exchange/percent.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { authParam } from '../../http-auth/auth.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';
import type { Facts } from '../facts.ts';
import { hasAuthorization } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { textOfBody } from './response-body.ts';
import type { SeenChallenge } from './seen-challenges.ts';
import { challengesIn } from './seen-challenges.ts';
import { sameKind } from './schemes-asked.ts';
import type { SentCredential } from './sent-credentials.ts';
import { sentCredentials } from './sent-credentials.ts';

/** Two sets of credentials in one Authorization field, which holds one (RFC 9110 §11.6.2); the same one twice is a slip of form. */
export const joinedCredentials = ({ authorization }: Facts): string | undefined => {
  const [all, one, other] =
    /^((?:bearer|basic|token|apikey)\s+[\w.~+/=|-]+)\s*[,;]\s*((?:bearer|basic|token|apikey)\s+\S+)/i.exec(
      authorization?.value.trim() ?? '',
    ) ?? [];
  return one === other ? undefined : all;
};

/**
 * The server in front took Basic and asks for it again; meanwhile the application's own token has taken its place in
 * Authorization.
 */
export const displaced = (facts: Facts): EarlierExchange | undefined => {
  const scheme = facts.authorization?.parsed?.scheme ?? '';
  if (
    !/^(?:bearer|token|jwt)$/.test(scheme) ||
    !facts.challenges.some(({ challenge }) => challenge.scheme === 'basic') ||
    facts.challenges.some(({ challenge }) => sameKind(challenge.scheme, scheme))
  )
    return undefined;
  return facts.earlier.findLast(({ accepted, sameOrigin, exchange }) => {
    const before = valueOf(exchange.request.fields, 'Authorization');
    return accepted && sameOrigin && before !== undefined && parseCredentials(before).scheme === 'basic';
  });
};

/** A session was accepted by its cookie alone, and is refused with Authorization beside it. */
export const besideCookie = (facts: Facts): EarlierExchange | undefined =>
  !hasAuthorization(facts)
    ? undefined
    : facts.earlier.findLast(
        ({ accepted, sameOrigin, exchange, index, before }) =>
          accepted &&
          sameOrigin &&
          before < SOON &&
          exchange.request.method === facts.exchange.request.method &&
          valueOf(exchange.request.fields, 'Authorization') === undefined &&
          sentCredentials(exchange.request, index).some(
            (one) =>
              one.in === 'cookie' &&
              facts.credentials.some(
                (now) => now.in === 'cookie' && now.name === one.name && now.value === one.value,
              ),
          ),
      );

/** The field's credential was accepted without the parameter, or other field, with a secret that now stands beside it. */
export const besideParameter = (
  facts: Facts,
): { readonly before: EarlierExchange; readonly added: SentCredential } | undefined => {
  const field = facts.authorization ?? facts.credentials.find(({ in: where }) => where === 'field');
  const added = facts.credentials.find(
    (one) => one !== field && (one.in === 'query' || one.in === 'field') && one.value.trim() !== '',
  );
  if (added === undefined || field === undefined || added.value === field.parsed?.rest) return undefined;
  const before = facts.earlier.findLast(
    ({ accepted, sameOrigin, exchange, before: ago }) =>
      accepted &&
      sameOrigin &&
      ago < SOON &&
      exchange.request.method === facts.exchange.request.method &&
      valueOf(exchange.request.fields, field.name) === field.value &&
      !exchange.request.url.includes(`${added.name}=`) &&
      valueOf(exchange.request.fields, added.name) === undefined,
  );
  return before === undefined ? undefined : { before, added };
};

const judgesToken =
  /(?:invalid|bad|malformed|unknown|expired)[^.;]{0,24}\b(?:tokens?|api[ _-]?keys?|jwt)\b|\bjwt (?:malformed|invalid|expired)|\b(?:token|api[ _-]?key) (?:is |was |has )?(?:invalid|malformed|expired|unknown)/i;

/** The server in front accepted this scheme before; the application behind it takes the same field for a token of its own. */
export const passedOn = (facts: Facts): EarlierExchange | undefined => {
  const scheme = facts.authorization?.parsed?.scheme ?? '';
  if (
    !/^(?:basic|digest|negotiate)$/.test(scheme) ||
    facts.challenges.some(({ challenge }) => challenge.scheme === scheme)
  )
    return undefined;
  return judgesToken.test(facts.said)
    ? facts.earlier.findLast(
        ({ accepted, sameOrigin, sameCredential, exchange }) =>
          accepted &&
          sameOrigin &&
          sameCredential &&
          valueOf(exchange.request.fields, 'Authorization') !== undefined,
      )
    : undefined;
};

/** The page that a web server in front writes by itself. */
const ownPage =
  /401 Authorization Required|<hr><center>(?:nginx|openresty)|<address>Apache\/|This server could not verify that you are authorized/i;

const basicRealm = (challenges: readonly SeenChallenge[]): string | undefined =>
  challenges
    .map(({ challenge }) => (challenge.scheme === 'basic' ? authParam(challenge, 'realm') : undefined))
    .find((realm) => realm !== undefined);

/** For Basic, and under another realm than the present answer, where that asks at all. */
const asksOtherwise = (before: readonly SeenChallenge[], facts: Facts): boolean => {
  const realm = basicRealm(before);
  return realm !== undefined && realm !== basicRealm(facts.challenges);
};

/**
 * The web server in front asked for Basic by a page of its own, and no longer does once it has it; what refuses now is the
 * application behind, which has read the same field.
 */
export const readBehindDoor = (facts: Facts): EarlierExchange | undefined =>
  facts.status !== 401 ||
  facts.authorization?.parsed?.scheme !== 'basic' ||
  (facts.challenges.length === 0
    ? facts.statements.length === 0
    : basicRealm(facts.challenges) === undefined) ||
  ownPage.test(facts.bodyText)
    ? undefined
    : facts.earlier.findLast(({ status, sameOrigin, exchange, index }) => {
        const response = responseOf(exchange);
        return (
          status === 401 &&
          sameOrigin &&
          response !== undefined &&
          valueOf(exchange.request.fields, 'Authorization') === undefined &&
          asksOtherwise(challengesIn(response.fields, 'WWW-Authenticate', index), facts) &&
          ownPage.test(textOfBody(response.body))
        );
      });

/** A session is taken to be alive for this long. Seconds. */
const SOON = 600;

/** No more than one credential left the client. */
const sentOne = (facts: Facts): boolean =>
  facts.credentials.length === 1 && facts.exchange.request.unseen !== true && facts.form.length === 0;

/** The server found two credentials where the client sent one, and no signed address. */
export const addedBehind = (facts: Facts): boolean =>
  sentOne(facts) &&
  facts.authorization !== undefined &&
  facts.signing.kind === undefined &&
  /only one auth(?:entication)? mechanism|more than one (?:authentication )?(?:method|mechanism)/i.test(
    facts.said,
  );

/** Basic names another client than the body does (RFC 6749 §2.3: one way to authenticate in each request). */
export const twoClients = (facts: Facts): { readonly named: string; readonly other: string } | undefined => {
  const { authorization, form } = facts;
  const other = form.find(({ name }) => name === 'client_id')?.value ?? '';
  if (other === '' || authorization?.parsed?.scheme !== 'basic' || !/\bclient/i.test(facts.said))
    return undefined;
  const pair = byteStringOfBase64(authorization.parsed.rest) ?? '';
  const named = pair.slice(0, Math.max(0, pair.indexOf(':')));
  return named === '' || named === other || formDecoded(named) === other ? undefined : { named, other };
};
