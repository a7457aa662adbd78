import type { Facts } from '../facts.ts';
import type { EarlierExchange } from '../facts/earlier.ts';
import { anyOf } from '../any-of.ts';
import { renewsByHeader } from '../facts/renewal.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { durationInWords } from '../durations.ts';
import { valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { theServer } from '../facts.ts';

const grantWords: ReadonlyMap<string, string> = new Map([
  ['authorization_code', 'authorization code'],
  ['refresh_token', 'refresh token'],
  ['password', 'user and password'],
  ['client_credentials', 'client credentials'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'assertion'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'device code'],
]);

const lessonOf = (words: string): string =>
  words === 'refresh token'
    ? 'A refresh token works until it is used, replaced, withdrawn or left unused too long, and only for the client that it was given to. Nothing but a new login helps then. Many servers hand out a new one with each refresh (RFC 9700 §4.14): store the newest, and let no two processes refresh at once.'
    : words === 'authorization code'
      ? 'An authorization code works once and for some minutes at most, and only for the client and the redirect URI that it was given to (RFC 6749 §4.1.2). A second use, by a page that is loaded again or a retry, is refused and may withdraw the tokens of the first. Log in again for a new code.'
      : `The authorization server knows the client and does not accept the ${words}: it is over, was used or withdrawn, or was given to another client (RFC 6749 §5.2). Nothing but a new login, or a new ${words}, helps then.`;

/** Code or refresh token expired, used, rotated, revoked, or bound to another client or redirect URI (RFC 6749 §5.2). */
export const grantInvalid = defineRule({
  cause: 'grant-invalid',
  references: ['RFC 6749 §5.2', 'RFC 6749 §10.5'],
  phrases: [
    {
      says: /\b(?:grant|code|ticket|assertion|authori[sz]ation)\b[^.;]{0,12}\b(?:has |was |is )?(?:already|previously) (?:been )?(?:redeemed|used|consumed|exchanged)\b/i,
      unless: /coupon|voucher|gift|promo|discount|otp|one-time|factor/i,
      weight: STATED,
    },
    {
      says: /\b(?:code|refresh token|grant)\b[^.;]{0,8}\b(?:was |is |has )?(?:not|n['’]t|never) (?:been )?(?:issued|granted|given|made) (?:for|to|by)\b/i,
      weight: PROVEN,
    },
    {
      says: /(?:token|code|grant) (?:was |is |has been )?(?:issued|granted|given) (?:for|to) (?:an? )?(?:different|another|other) client/i,
      unless: /does not match the redirection/i,
      weight: PROVEN,
    },
    {
      says: anyOf({
        invalid_grant: /invalid[_ ]grant/i,
        'Code not valid':
          /(?:authori[sz]ation[_ ])?code[_ ](?:has |is |was |have )?(?:already|been |expired|invalid|not (?:valid|found)|used|redeemed|malformed)/i,
        'invalid code': /(?:invalid|expired|bad|malformed)[_ ](?:authori[sz]ation[_ ])?code\b/i,
        bad_verification_code: /bad_verification_code/i,
        'refresh_token invalid':
          /refresh[_ ]token[^.;]{0,50}\b(?:expired|invalid|not (?:valid|found|active|recogni[sz]ed)|revoked|used|reuse|unknown|rotated|does not)/i,
        'Invalid refresh token': /(?:invalid|expired|unknown|revoked|stale)[_ ]refresh[_ ]token/i,
        'Failed to verify code verifier': /code[_ ]verifier/i,
        PKCE: /PKCE/i,
        'code challenge': /code challenge/i,
        AADSTS70008: /AADSTS70008/i,
        AADSTS54005: /AADSTS54005/i,
        AADSTS700082: /AADSTS700082/i,
        AADSTS70000: /AADSTS70000\b/i,
        AADSTS50173: /AADSTS50173/i,
        AADSTS9002313: /AADSTS9002313/i,
        'session not active': /session not active/i,
        'Maximum allowed refresh token reuse': /Maximum allowed refresh token reuse/i,
        expired_token: /expired_token/i,
        'No refresh token': /No refresh token/i,
        'Malformed auth code.': /(?:malformed|bad|incorrect|wrong) (?:auth(?:ori[sz]ation)? )?code\b/i,
      }),
      weight: STATED,
    },
    {
      says: /\bPAR (?:was |is |has been )?(?:not found|expired|already used|invalid)|\brequest_?uri\b[^.;]{0,40}\b(?:expired|not found|unknown|already|used|revoked|invalid)|(?:expired|unknown|used|invalid)[_ ]request_?uri\b|auth_req_id\b[^.;]{0,40}\b(?:expired|unknown|invalid|not found|used)/i,
      weight: STATED,
    },
    {
      says: /unsupported[_ ]grant[_ ]type|grant type (?:is )?not (?:allowed|supported|enabled)/i,
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const grant = facts.form.find(({ name }) => name === 'grant_type')?.value ?? '';
    const relevant =
      facts.tokenRequest ||
      renewsByHeader(facts) ||
      (heard.some(({ explanation }) => explanation !== undefined) &&
        facts.form.some(({ name }) => /^(?:code|refresh_?token)$/i.test(name))) ||
      /invalid[_ ]grant|refresh|authorization[_ ]code|expired_token|verification_code|\bPAR\b|request_?uri/i.test(
        facts.said,
      );
    const silent =
      heard.length === 0 && saysLittle(facts) && /^(?:refresh_token|authorization_code)$/.test(grant);
    const before = facts.earlier.findLast(
      (one) => one.accepted && one.sameOrigin && sharesCode(one.exchange.request.body, facts.form),
    );
    const refreshed =
      before !== undefined ||
      (heard.length === 0 && isRefresh(facts) && /invalid|unknown|not valid|expired/i.test(facts.said));
    const token =
      facts.tokenRequest && /^(?:refresh_token|authorization_code)$/.test(grant)
        ? saidOf(facts, /\berror: (?:invalid_token|token_expired|expired_token)\b/i)
        : undefined;
    if (
      (!relevant && !refreshed) ||
      (heard.length === 0 && !silent && !refreshed && token === undefined && !isOver(facts))
    )
      return undefined;
    const aged = codeSeen(facts);
    const words = grantWords.get(grant) ?? (isRefresh(facts) ? 'refresh token' : 'grant');
    const place = { in: 'body' as const, exchange: facts.index, side: 'request' as const };
    return support(
      [
        ...heard,
        silent &&
          weigh(
            SUGGESTED,
            `A ${words} was sent and the server says no more than ${facts.status ?? 'nothing'}`,
            {
              in: 'status',
              exchange: facts.index,
            },
          ),
        token !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, token.statement, token.match[0]),
        },
        aged !== undefined &&
          aged.before > CODE_LIVES &&
          weigh(TOLD, `The code was handed out ${durationInWords(aged.before)} before`, {
            in: 'status',
            exchange: aged.index,
          }),
        before === undefined &&
          refreshed &&
          weigh(TOLD, 'A refresh token is all that the request offers, and it is refused', place),
        before !== undefined &&
          weigh(STATED, `The same ${words} was redeemed before`, {
            in: 'body',
            exchange: before.index,
            side: 'request',
          }),
        grant !== '' && weigh(HINTED / 2, `The grant is ${grant}`, place),
        (grant === 'client_credentials' || grant === 'password') &&
          weigh(AGAINST, 'No code or refresh token takes part', place),
      ],
      {
        title: `${theServer(facts)} does not accept the ${words}${before === undefined ? '' : `: it was used ${before.before >= 1 ? `${durationInWords(before.before)} ` : ''}before`}`,
        explanation: lessonOf(words),
        remedies: [{ id: 'authorize-again' }, { id: 'fetch-token' }],
      },
    );
  },
});

/** A refresh at an address of the API's own, with no password and no access token beside. */
const isRefresh = (facts: Facts): boolean =>
  facts.status !== undefined &&
  facts.status >= 400 &&
  facts.status < 404 &&
  facts.authorization === undefined &&
  !facts.form.some(({ name }) => name === 'grant_type') &&
  facts.form.some(({ name, value }) => /^refresh_?token$/i.test(name) && value.length > 8) &&
  !facts.form.some(({ name }) => /pass(?:word|wd)?$/i.test(name));

/** The longest life that RFC 6749 §4.1.2 recommends for a code, seconds. */
const CODE_LIVES = 600;

/** The earlier exchange in whose address, or in whose redirect, the code came. */
const codeSeen = (facts: Facts): EarlierExchange | undefined => {
  const code = facts.form.find(({ name }) => name === 'code')?.value ?? '';
  if (code.length < 9) return undefined;
  const written = encodeURIComponent(code);
  return facts.earlier.find(({ exchange }) =>
    [exchange.request.url, valueOf(responseOf(exchange)?.fields ?? [], 'Location') ?? ''].some(
      (address) => address.includes(`code=${written}`) || address.includes(`code=${code}`),
    ),
  );
};

const isOver = (facts: Facts): boolean => (codeSeen(facts)?.before ?? 0) > CODE_LIVES;

/** A 400 whose words hold nothing but its status. */
const saysLittle = (facts: Facts): boolean =>
  facts.status === 400 &&
  facts.statements.every(({ text }) =>
    /^(?:bad request|400|error|invalid)?[\s\d]*(?:bad request)?$/i.test(text),
  );

const sharesCode = (
  body: { readonly kind: string; readonly text?: string },
  form: readonly { readonly name: string; readonly value: string }[],
): boolean => {
  const code = form.find(({ name }) => name === 'code' || /^refresh_?token$/i.test(name))?.value;
  return (
    code !== undefined &&
    code.length > 8 &&
    (body.text?.includes(encodeURIComponent(code)) === true || body.text?.includes(code) === true)
  );
};
