import { anyOf } from '../any-of.ts';
import { audiences } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import { hostOf, theServer } from '../facts.ts';
import { wantedAudience } from '../facts/wanted-audience.ts';
import { assertionKind } from '../facts/assertion-kind.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { defineRule, ruledOut, shortened, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { apart } from '../facts/apart.ts';

const expectedInWords = (facts: Facts): string | undefined =>
  /\bexpected(?: value| audience)?:? ["'`(]*([^"'`();,\s]+)/i.exec(facts.said)?.[1] ??
  /ValidAudiences?: '([^']+)'/.exec(facts.said)?.[1] ??
  /\bthis (?:API|service|server) (?:is|accepts|takes) ["'`]?([a-z][a-z0-9+.-]*:[^"'`;,\s]+)/i.exec(
    facts.said,
  )?.[1];

/** Of a token that is over, and not of one that is invalid or expired, whichever it be. */
const saysExpired = /(?<!\b(?:or|and|\/) ?)expired(?! (?:or|and)\b)/i;

/** Issued for another API (RFC 7519 §4.1.3, RFC 9068 §4). */
export const tokenAudienceMismatch = defineRule({
  cause: 'token-audience-mismatch',
  references: ['RFC 7519 §4.1.3', 'RFC 9068 §4', 'RFC 8707'],
  explains: [
    'grant-invalid',
    'sender-constraint-failed',
    'token-signature-invalid',
    'token-malformed',
    'token-type-wrong',
    'token-issuer-mismatch',
  ],
  phrases: [
    {
      says: /\b(?:token|jwt|key)\b[^.;]{0,12}\b(?:is |was )?(?:granted|issued|made|valid|created|meant|intended) (?:only )?for ['"`[(]*[\w ./:-]{1,40}['"`\])]*,? (?:and|but|so it) (?:can ?not|can['’]t|may not|must not) be used (?:for|with|at|on|in|by)\b/i,
      unless: /scope/i,
      weight: STATED,
    },
    {
      says: /\baud\b["'`]?(?: \(audience\))?(?: claim)? (?:must|should|has to|needs to|does not|is expected to) (?:be|equal|contain|include|match)\b/i,
      weight: STATED,
    },
    {
      says: /\bno (?:default )?audience (?:parameter )?(?:was |is |has been )?(?:provided|configured|given|specified|set|requested)|\baudience (?:parameter )?(?:is |was )?(?:missing|required|not (?:provided|given|specified|set))/i,
      weight: STATED,
    },
    {
      says: /\bclient[ _-]?id\b[^.;]{0,24}\b(?:token|jwt)s?\b[^.;]{0,12}\b(?:(?:do(?:es)?|did) not|do(?:es)?n['’]t|must|mis) ?match|\b(?:token|jwt)s?\b[^.;]{0,24}\b(?:(?:do(?:es)?|did) not|do(?:es)?n['’]t|must) match\b[^.;]{0,24}\bclient[ _-]?id\b/i,
      unless: /refresh|\bcode\b|assertion/i,
      weight: STATED,
    },
    {
      says: /(?:not have|without|lacks?) an? (?:valid|accepted|allowed|matching|acceptable) aud(?:ience)?\b/i,
      weight: STATED,
    },
    {
      says: /(?:token|jwt)s?\b[^.;]{0,30}\bfor (?:the |a |an )?(?:wrong|different|another|other) (?:resource|audience|api|client|app(?:lication)?|service|recipient|relying party)/i,
      weight: STATED,
    },
    {
      says: anyOf({
        invalid_target: /\binvalid_target\b/i,
        InvalidAudience:
          /(?:invalid|wrong|incorrect|bad|unexpected|unknown|mismatched)[ _-]?(?:token )?['"`]?(?:jwt )?aud(?:ience)?\b/i,
        "Audience doesn't match":
          /\baud(?:ience)?['"`]?(?: \(audience\))?[^.;]{0,60}\b(?:is |are |was |does |did |do |doesn['’]t |don['’]t |isn['’]t )?(?:not (?:match|allowed|valid|accepted|include|contain|expected|authori[sz]ed)|invalid|mismatch|wrong|incorrect|fail|unexpected|n['o]t match|(?<=n['’]t )(?:match|valid|allowed)|rejected|missing)/i,
        'Audience mismatch': /audience[ _]mismatch/i,
        'not issued for this API':
          /not (?:issued|intended|meant|minted) for (?:this|the)[^.]{0,20}(?:audience|resource|api|service)/i,
        IDX10214: /IDX10214/i,
        IDX10206: /IDX10206/i,
        IDX10208: /IDX10208/i,
        'code: InvalidAudience': /InvalidAudience/i,
        InvalidAuthenticationTokenAudience: /InvalidAuthenticationTokenAudience/i,
        AADSTS500011: /AADSTS500011/i,
        'unexpected "aud" claim value': /unexpected "aud" claim/i,
        '"aud" claim': /"aud" claim/i,
        'No matching audience': /No matching audience/i,
        'required audience': /required audience/i,
        'jwt audience invalid': /jwt audience invalid/i,
        'Incorrect token audience': /token audience/i,
        'aud claim': /aud claim/i,
      }),
      unless: /AADSTS50146/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'Invalid x5t claim.': /Invalid x5t claim/i,
        'OAuth tokens are meant for PDS access only':
          /\btokens? (?:is|are|was|were) (?:meant|intended|only (?:valid|good)|valid only) for/i,
        'token is for another resource':
          /token (?:is )?(?:for|belongs to) (?:another|a different) (?:resource|api|application|client|app)/i,
        'different client': /different (?:client|app|application|resource)/i,
        'token is not for us': /token[^.;]{0,12}\bnot (?:meant |intended )?for us\b/i,
        azp: /\bazp\b/i,
        'authorized party': /authori[sz]ed party/i,
        'token was issued for a different client':
          /token[^.;]{0,30}(?:issued|minted|made|generated|intended|meant) (?:for|to) (?:an?other|a different) (?:api|app|application|client|resource|service|audience)/i,
        'token is not valid for this client':
          /token[^.;]{0,12}\bnot (?:valid |issued |intended )?for this (?:api|resource|service|app|application|client)/i,
        'resource mismatch': /resource mismatch/i,
      }),
      weight: TOLD,
    },
  ],
  examine(facts, all) {
    const { token } = facts;
    // What is there to be traded has the audience of whom it is traded with.
    const traded = token?.jwt !== undefined && assertionKind(token.jwt) !== undefined;
    const heard = traded ? all.map((item) => ({ ...item, weight: item.weight / 3 })) : all;
    // What was issued for another client is then the code or the refresh token.
    const granted =
      facts.tokenRequest && facts.form.some(({ name }) => /^(?:code|refresh_token)$/.test(name));
    if (
      granted &&
      /invalid_grant/.test(facts.said) &&
      heard.every(({ explanation }) => explanation === undefined)
    )
      return undefined;
    const own = token?.jwt === undefined ? [] : audiences(token.jwt);
    const wanted = own.length === 0 || traded ? undefined : wantedAudience(facts, own);
    if (token !== undefined && wanted?.matches === true && heard.length === 0)
      return ruledOut(`The token’s audience is the one that ${hostOf(facts)} takes`);
    const expected = wanted?.wanted ?? expectedInWords(facts);
    const differs = wanted !== undefined && !wanted.matches;
    const got = own.join(', ');
    return support(
      [
        ...heard,
        differs &&
          token !== undefined &&
          weigh(
            saysExpired.test(facts.said) ? HINTED : Math.min(PROVEN, wanted.weight),
            `The token’s aud is ${got}`,
            claimPlace(token, 'aud'),
          ),
        wanted?.matches === true &&
          token !== undefined &&
          weigh(AGAINST, `The token’s aud is the one that ${hostOf(facts)} takes`, claimPlace(token, 'aud')),
        !differs &&
          heard.length > 0 &&
          own.length > 0 &&
          token !== undefined &&
          weigh(HINTED, `The token’s aud is ${got}`, claimPlace(token, 'aud')),
      ],
      {
        title:
          own.length === 0
            ? expected === undefined
              ? `The token was issued for another audience than ${theServer(facts)}`
              : `${theServer(facts)} wants a token for ${short(expected)}`
            : expected === undefined
              ? `The token was issued for ${short(got)}, not for this API`
              : `The token was issued for ${apart(got, expected).join('; this API takes ')}`,
        explanation:
          'A token names in aud the API for which it was made, and every other API must refuse it, though issuer, signature and lifetime are right. Ask the authorization server for a token for this API: by its scope, audience or resource parameter.',
        remedies: [
          {
            id: 'ask-for-audience',
            ...(expected === undefined ? {} : { values: { audience: expected } }),
          },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
        ...(own.length === 0
          ? {}
          : { figure: { kind: 'values' as const, label: 'aud', got, wanted: expected ?? hostOf(facts) } }),
      },
    );
  },
});

const short = (text: string): string => shortened(text.replace(/[.,;]+$/, ''), 48);
