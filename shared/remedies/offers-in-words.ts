import { durationInWords } from '../diagnosis/durations.ts';
import type { Finding, RemedyOffer } from '../diagnosis/diagnosis.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { responseOf } from '../exchange/outcome.ts';
import { hostIn } from '../exchange/url.ts';
import { schemeById } from '../schemes/index.ts';
import type { RemedyId } from './remedy-ids.ts';
import { remedyTitle } from './words.ts';

/** These get a token from an authorization server. */
const tokenWays: ReadonlySet<RemedyId> = new Set([
  'refresh-token',
  'fetch-token',
  'authorize-again',
  'ask-for-scope',
  'ask-for-audience',
  'step-up',
  'correct-issuer',
  'prove-possession',
]);

/** Whether anything in the exchange is of OAuth: what was asked, sent or demanded. */
const isOfOAuth = (exchange: Exchange): boolean =>
  exchange.purpose === 'token' ||
  exchange.request.unseen === true ||
  /^\s*(?:bearer|dpop|oauth2?|token)\b/i.test(valueOf(exchange.request.fields, 'Authorization') ?? '') ||
  /\b(?:bearer|dpop)\b/i.test(valueOf(responseOf(exchange)?.fields ?? [], 'WWW-Authenticate') ?? '') ||
  /access_token|[?&](?:client_id|code)=/.test(exchange.request.url);

type Values = Readonly<Partial<Record<string, string>>>;

const named =
  (verb: string) =>
  ({ name }: Values): string | undefined =>
    name === undefined ? undefined : `${verb} ${name}`;

/** Those whose figures say more than their titles. */
const withFigures: Readonly<Partial<Record<RemedyId, (values: Values) => string | undefined>>> = {
  'add-field': named('Add the field'),
  'move-credential': named('Move the credential to'),
  'drop-cookie': named('Drop the cookie'),
  'remove-credential': named('Send one credential, without'),
  'switch-scheme': ({ scheme }) => scheme && `Switch to ${schemeById(scheme)?.label ?? scheme}`,
  'ask-for-scope': ({ scope }) => scope && `Get a token with the scope ${scope}`,
  'ask-for-audience': ({ audience }) => audience && `Get a token for the audience ${audience}`,
  'wait-and-retry': ({ seconds }) => seconds && `Wait ${durationInWords(Number(seconds))} and retry`,
  'correct-signing-scope': ({ region, service }) =>
    [region, service].every((part) => part === undefined)
      ? undefined
      : `Sign for ${[region, service].filter((part) => part !== undefined).join(' and ')}`,
  'send-to-redirect-target': ({ url = '' }) =>
    hostIn(url) && `Send the credentials to ${hostIn(url)} as well`,
  'use-final-url': ({ url = '' }) => hostIn(url) && `Call ${hostIn(url)} from the start`,
};

/** One offer with its figures: "Add the field x-api-key", "Wait 15 min and retry". No secret is in it. */
export const offerInWords = ({ id, values = {} }: RemedyOffer): string =>
  withFigures[id]?.(values) ?? remedyTitle(id);

/**
 * What a finding offers, in words, for who reads it without the window that would plan it. Nothing that gets a token where
 * nothing is of OAuth.
 */
export const offersInWords = (finding: Finding, exchange: Exchange | undefined): readonly string[] => {
  const oauth = exchange === undefined || isOfOAuth(exchange);
  const kept = finding.remedies.filter(({ id }) => oauth || !tokenWays.has(id));
  return (kept.length === 0 ? finding.remedies : kept).map(offerInWords);
};
