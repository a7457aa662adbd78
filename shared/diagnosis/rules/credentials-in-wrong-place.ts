import type { Field } from '../../exchange/exchange.ts';
import type { Facts } from '../facts.ts';
import type { RemedyOffer } from '../diagnosis.ts';
import { requestFieldPlace, sendsSecretsInForm, serverCredentials, theServer } from '../facts.ts';
import { readsField } from '../facts/at-its-door.ts';
import { askedAnew } from '../facts/asked-anew.ts';
import { acceptedBefore } from '../facts/accepted-before.ts';
import { atItsDoor } from '../facts/at-its-door.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { passedBehindAnotherWord } from '../facts/other-word.ts';
import { near } from '../reading/near.ts';
import type { MisplacedKind } from '../facts/misplaced.ts';
import { isFurther } from '../facts/further-key.ts';
import { misplacedIn } from '../facts/misplaced.ts';
import { cookieSentElsewhere } from '../facts/handed-cookies.ts';
import { namesGateway } from '../facts/software.ts';
import { saysNothingSeen, sentInWords } from '../facts/absence.ts';
import { keyOutOfPlace } from '../facts/key-form.ts';
import { schemeInWords } from '../facts/schemes-asked.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { acceptedPlace, acceptedPlaceInWords, moveThere } from '../facts/accepted-place.ts';
import { inItsWords } from '../in-its-words.ts';

/** Misspellings of Authorization, and a framework's inner names for it. */
const misnamed =
  /^(http[-_]authorization|authentication|x-authorization|auth|x-auth|bearer|authorization-token|authorization-header|www-authenticate|www-authorization|x-http-authorization)$/i;

/** Called so, or nearly so: at most two letters off. */
const isMisnamed = (name: string): boolean =>
  misnamed.test(name) ||
  (/^au/i.test(name) && near(name.toLowerCase(), 'authorization', 2)) ||
  (/^a\w{4,12}ations?$/i.test(name) && near(name.toLowerCase(), 'authorization', 2));

/**
 * A maker's own scheme: its signature stands in it, or beside it under the same name, as `X-Auth` and
 * `X-Auth-Signature`.
 */
const isOwnScheme = (facts: Facts, { name: called, value }: Field): boolean =>
  /(?:^|[\s,;&])(?:signature|sign|hmac)="?[\w+/%=-]{16,}/i.test(value) ||
  facts.exchange.request.fields.some(
    ({ name }) => name.toLowerCase() === `${called.toLowerCase()}-signature`,
  );

/**
 * What was read there has an end, or was withdrawn: a field that nobody reads has none. Nor does who shuts out addresses
 * ask for more.
 */
const wasRead = (facts: Facts): boolean =>
  facts.readings.some(
    ({ subject, predicate }) =>
      ((subject === 'token' || subject === 'key' || subject === 'session') &&
        (predicate === 'expired' || predicate === 'revoked' || predicate === 'disabled')) ||
      (subject === 'address' && predicate === 'denied'),
  );

const misnamedField = (facts: Facts): string | undefined =>
  facts.authorization === undefined && acceptedBefore(facts) === undefined && !wasRead(facts)
    ? facts.exchange.request.fields.find(
        (field) =>
          isMisnamed(field.name) &&
          field.value.trim() !== '' &&
          !isOwnScheme(facts, field) &&
          !readsField(facts, field.name),
      )?.name
    : undefined;

/** The server names the place that it looks at. */
const named =
  /\b(?:send|pass|provide|put|supply) (?:it|one|the key|your key|your api key) (?:as|in|via) (?:the )?[`'"“]?([A-Za-z][\w-]{1,40})|[`'"“]([A-Za-z][\w-]{1,40})[`'"”] ?(?:request )?(?:header|query|url|param|cookie|field)|(?:header|parameter|cookie|field|param)[ :]+[`'"“]?([A-Za-z][\w-]*(?:key|token|auth|secret|authorization|apikey)[\w-]*)[`'"”]?|[`'"“]?\b(x-[\w-]+|[\w-]*api[_-]?key[\w-]*|[\w-]+[-_]token|authorization)\b[`'"”]? (?:request )?(?:header|parameter|query)/i;

/** Header where the words do not say. */
const placeSaid = (said: ReturnType<typeof saidOf>): string =>
  /\bcookie\b/i.test(said?.match[0] ?? '')
    ? 'cookie'
    : /query|url|param/i.test(said?.match[0] ?? '')
      ? 'query'
      : 'header';

const placeInWords = (wanted: string): string => {
  const [where, name = ''] = wanted.split(' ');
  return where === 'authorization'
    ? `Authorization${name === '' ? '' : ` with ${schemeInWords(name)}`}`
    : where === 'query'
      ? `the query parameter ${name}`
      : where === 'path'
        ? 'the path'
        : name;
};

const withArticle = (kind: string): string => `${/^(?:[aeio]|u(?!s|ni))/i.test(kind) ? 'an' : 'a'} ${kind}`;

const moved = (wanted: string): readonly RemedyOffer[] => {
  const [where, name = ''] = wanted.split(' ');
  return where === 'field' || where === 'query'
    ? [{ id: 'move-credential', values: { name, place: where === 'field' ? 'header' : 'query' } }]
    : [];
};

const signs: Readonly<Record<MisplacedKind, number>> = {
  outside: PROVEN + 1,
  'other-name': PROVEN + 1,
  userinfo: STATED,
  'not-behind-scheme': STATED,
  missed: STATED,
  'cookie-missed': STATED,
  'other-parameter': TOLD,
  'parameter-written': STATED,
  'pair-in-query': STATED,
  'get-body': TOLD,
  namesake: STATED + HINTED,
  'unread-body': STATED,
  'for-proxy': TOLD,
  'field-in-body': STATED + HINTED,
};

const wanting =
  /missing|required|not found|no |must|absent|provide|expected|supply|specify|send|was found|without/i;

/** The right credential in the wrong field. */
export const credentialsInWrongPlace = defineRule({
  cause: 'credentials-in-wrong-place',
  references: ['RFC 6750 §2', 'RFC 9110 §11.6.2'],
  explains: [
    'credentials-missing',
    'session-expired',
    'scheme-mismatch',
    'header-stripped',
    'required-header-missing',
    'header-malformed',
    'token-malformed',
    'server-misconfigured',
  ],
  phrases: [
    {
      says: /(?:query|url)[^.;]{0,30}(?:parameter|string)[^.;]{0,40}(?:no longer|not (?:supported|allowed|accepted))|(?:pass(?:ed)?|send|sent|provided?|suppl(?:y|ied)|put|use|move)[^.;]{0,40}\b(?:in|via|as|through) (?:the |a |an )?(?:request )?(?:['"`]?[\w-]+['"`]? )?(?:header|query|cookie|body|url)/i,
      unless: /missing authorization|no authorization|csrf|crumb/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, heard) {
    const wrong = misnamedField(facts);
    const sent = serverCredentials(facts).filter(
      (credential) => credential.in !== 'cookie' && credential.value.trim() !== '',
    );
    const said = saidOf(facts, named);
    const place = said?.match.slice(1).find((group) => group !== undefined);
    const asked =
      place !== undefined &&
      said !== undefined &&
      wanting.test(said.statement.text) &&
      /key|token|auth|secret/i.test(place) &&
      !/csrf|xsrf|crumb|content|accept|host/i.test(place)
        ? place
        : undefined;
    const absent =
      asked !== undefined &&
      sent.length > 0 &&
      !isFurther(facts, asked) &&
      !facts.missed.some(({ credential }) => !credential) &&
      !sent.some((credential) => credential.name.toLowerCase() === asked.toLowerCase());
    const elsewhere = keyOutOfPlace(facts);
    const key =
      elsewhere?.sent.in === 'authorization' && elsewhere.wanted.startsWith('authorization')
        ? undefined
        : elsewhere;
    const accepted =
      passedBehindAnotherWord(facts) === undefined
        ? facts.earlier.findLast((one) => one.accepted && one.sameOrigin && one.sameSecretElsewhere)
        : undefined;
    // Where a program is handed no Authorization, that place is the right one for all others.
    const lost =
      accepted !== undefined && facts.authorization !== undefined && namesGateway(facts) !== undefined;
    const missed =
      facts.challenges.length === 0 &&
      namesGateway(facts) === undefined &&
      facts.authorization?.parsed?.scheme === 'bearer' &&
      facts.token !== undefined &&
      facts.token.jwt === undefined &&
      !/anonymous/i.test(facts.said)
        ? saysNothingSeen(facts)
        : undefined;
    // One that misses the very field that was sent looks in the right place.
    const unseen =
      (missed !== undefined && atItsDoor(facts) !== undefined) ||
      /\bauthorization['"`]? (?:request )?(?:header|field)/i.test(missed?.statement.text ?? '') ||
      facts.missed.some(({ name, statement }) => statement === missed?.statement && isFurther(facts, name))
        ? undefined
        : missed;
    const there = accepted === undefined || lost ? undefined : acceptedPlace(facts, accepted);
    const misplaced = misplacedIn(facts);
    const [sign] = misplaced;
    const fromCookie = cookieSentElsewhere(facts);
    const anew = askedAnew(facts);
    if (
      sign === undefined &&
      unseen === undefined &&
      fromCookie === undefined &&
      anew === undefined &&
      accepted === undefined &&
      wrong === undefined &&
      !absent &&
      key === undefined &&
      (heard.length === 0 || (sent.length === 0 && !sendsSecretsInForm(facts)))
    )
      return undefined;
    return support(
      [
        ...heard,
        wrong !== undefined &&
          weigh(
            PROVEN + 0.5,
            `The field is called ${wrong}, not Authorization`,
            requestFieldPlace(facts, wrong),
          ),
        ...misplaced.map(({ kind, text, place: at }) => weigh(signs[kind], text, at)),
        absent &&
          said !== undefined && {
            weight: STATED,
            evidence: statementEvidence(facts, said.statement, said.match[0]),
          },
        unseen !== undefined && {
          weight: SUGGESTED + FAINT,
          evidence: statementEvidence(facts, unseen.statement, unseen.match[0]),
        },
        fromCookie !== undefined &&
          weigh(
            STATED,
            `${fromCookie.sent.name} holds what was handed out as the cookie ${fromCookie.cookie.name}`,
            fromCookie.sent.place,
          ),
        accepted !== undefined &&
          weigh(lost ? HINTED : TOLD, 'The same secret was accepted in another place', {
            in: 'status',
            exchange: accepted.index,
          }),
        anew !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, anew.said.statement, anew.said.match[0]),
        },
        anew !== undefined &&
          weigh(FAINT, 'Another interface of this host took the key', {
            in: 'status',
            exchange: anew.before.index,
          }),
        key !== undefined &&
          weigh(
            STATED,
            `${key.maker.name} reads ${withArticle(key.form.kind)} from ${placeInWords(key.wanted)}`,
            key.sent.place,
          ),
        absent && sent[0] !== undefined && weigh(TOLD, `Sent was ${sentInWords(facts)}`, sent[0].place),
      ],
      {
        title:
          wrong !== undefined
            ? `The credential stands in ${wrong}; servers read Authorization`
            : fromCookie !== undefined
              ? `${fromCookie.sent.name} holds the session that was handed out as the cookie ${fromCookie.cookie.name}`
              : key !== undefined && asked === undefined
                ? `${key.maker.name} reads ${withArticle(key.form.kind)} from ${placeInWords(key.wanted)}; sent was ${sentInWords(facts)}`
                : asked === undefined
                  ? sign !== undefined
                    ? sign.text
                    : there === undefined
                      ? inItsWords(
                          `${theServer(facts)} does not look where the credential stands: ${sentInWords(facts)}`,
                          heard,
                          facts,
                        )
                      : `The same secret was accepted in ${acceptedPlaceInWords(there)}; sent was ${sentInWords(facts)}`
                  : `The server looks for ${asked}; sent was ${sentInWords(facts)}`,
        explanation: `The credential may be right, but the server looks for it elsewhere and so finds none. ${wrong === undefined ? `Move it to ${asked !== undefined || key !== undefined || sign !== undefined || there !== undefined ? 'the place that is named here' : 'the place that the documentation names'}.` : `${wrong} is a misspelling or a framework’s inner name; on the wire the field is called Authorization (RFC 9110 §11.6.2).`}`,
        remedies: [
          ...(wrong === undefined
            ? []
            : [
                {
                  id: 'repair-header' as const,
                  values: {
                    name: 'Authorization',
                    instead: wrong,
                    value: facts.exchange.request.fields.find(({ name }) => name === wrong)?.value ?? '',
                  },
                },
              ]),
          ...(asked === undefined
            ? []
            : [{ id: 'move-credential' as const, values: { name: asked, place: placeSaid(said) } }]),
          ...(key === undefined || asked !== undefined ? [] : moved(key.wanted)),
          ...(asked === undefined && key === undefined && sign === undefined ? moveThere(there) : []),
          ...(sign === undefined ||
          asked !== undefined ||
          wrong !== undefined ||
          /^(?:Authorization|Cookie)$/.test(sign.wanted)
            ? []
            : [{ id: 'move-credential' as const, values: { name: sign.wanted, place: 'header' } }]),
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
        figure: {
          kind: 'values',
          label: 'place',
          got: wrong ?? sent[0]?.name ?? '',
          wanted:
            asked ??
            (key === undefined ? (sign?.wanted ?? 'Authorization') : key.wanted.replace(/^\S+ /, '')),
        },
      },
    );
  },
  foresee(facts) {
    const wrong = misnamedField(facts);
    const inUrl = facts.credentials.filter(
      (credential) =>
        credential.in === 'userinfo' ||
        (credential.in === 'query' && /token|api_?key|apikey|password|secret/i.test(credential.name)),
    );
    const misplaced =
      wrong === undefined
        ? []
        : [
            {
              title: `The credential stands in ${wrong}, not in Authorization: expect a 401`,
              explanation: 'On the wire the field is called Authorization (RFC 9110 §11.6.2).',
              evidence: [{ text: `The field is called ${wrong}`, place: requestFieldPlace(facts, wrong) }],
              remedies: [
                {
                  id: 'repair-header' as const,
                  values: {
                    name: 'Authorization',
                    instead: wrong,
                    value: facts.exchange.request.fields.find(({ name }) => name === wrong)?.value ?? '',
                  },
                },
              ],
              confidence: 0.9,
            },
          ];
    return [
      ...misplaced,
      ...inUrl.map((credential) => ({
        title: `A credential stands in the URL (${credential.name}): logs and histories keep it`,
        explanation:
          'Addresses are written to access logs, histories and Referer fields, so a secret in them spreads. Where the API takes it in a field, send it there.',
        evidence: [{ text: `${credential.name} is part of the URL`, place: credential.place }],
        remedies: [],
        confidence: 0.35,
      })),
    ];
  },
});
