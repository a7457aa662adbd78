import type { Jwt } from '../../token/jwt.ts';
import { textClaim } from '../../token/jwt.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { keyFormOf } from '../providers/keys.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { acceptedAnywhere } from '../facts/accepted-before.ts';

interface Kind {
  readonly kind: string;
  readonly claim: string;
  readonly weight: number;
}

/** What the token itself says it is; `undefined` for an access token and for one that does not say. */
const kindOf = (jwt: Jwt): Kind | undefined => {
  if (/(?:^|[.:\s])refresh$/.test(textClaim(jwt, 'scope') ?? ''))
    return { kind: 'a refresh token', claim: 'scope', weight: STATED };
  for (const claim of ['token_type', 'token_use', 'typ', 'type', 'tokenType']) {
    const value = textClaim(jwt, claim)?.toLowerCase();
    if (value === undefined) continue;
    if (/^(refresh|offline)/.test(value)) return { kind: 'a refresh token', claim, weight: PROVEN };
    if (/^id(_token)?$/.test(value)) return { kind: 'an ID token', claim, weight: STATED };
    if (/^sliding$/.test(value)) return { kind: 'a sliding token', claim, weight: SUGGESTED };
    if (/^(logout|registration|reset|email|verify|verification|invite)/.test(value))
      return { kind: `a ${value} token`, claim, weight: STATED };
  }
  const { claims } = jwt;
  const scoped =
    claims['scope'] !== undefined ||
    claims['scp'] !== undefined ||
    claims['roles'] !== undefined ||
    claims['permissions'] !== undefined;
  if (scoped) return undefined;
  const mark = ['at_hash', 'c_hash', 'nonce'].find((claim) => claims[claim] !== undefined);
  return mark === undefined
    ? undefined
    : { kind: 'an ID token', claim: mark, weight: mark === 'nonce' ? HINTED : SUGGESTED };
};

/** An ID token, refresh token or other kind stands where an access token belongs (RFC 9068 §4, OpenID Connect Core §2). */
export const tokenTypeWrong = defineRule({
  cause: 'token-type-wrong',
  references: ['RFC 9068 §4', 'OpenID Connect Core 1.0 §2', 'RFC 8725 §3.11'],
  phrases: [
    {
      says: /(?:wrong|invalid|incorrect|unexpected|unsupported|not allowed|bad)[ _](?:jwt |access )?token[ _](?:type|use|kind|class)|token (?:has|is of|type)[^.]{0,24}(?:wrong|invalid|incorrect|not allowed) ?(?:type)?|not an? access[ _]token|only (?:non-)?(?:access|refresh|id)[- ]tokens? (?:are|is) allowed|not_allowed_token_type|(?:id|refresh)[ _]token[^.]{0,40}(?:not (?:allowed|accepted|valid|supported|be used)|instead|cannot|used as)|access token (?:is )?(?:expected|required),? (?:but|not|got)|(?:expected|requires?) (?:an? )?(?:access|id|user|bot|app|page)[ _]?(?:access )?token[^.]{0,40}(?:got|but|received|instead|not)|token_use|bad token scope|this endpoint requires (?:a|an) \w+ token|must use (?:a|an) \w+ (?:access )?token|user access token (?:is )?required/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const { token } = facts;
    const kind =
      token?.jwt === undefined || acceptedAnywhere(facts) !== undefined ? undefined : kindOf(token.jwt);
    const form = token === undefined || token.jwt !== undefined ? undefined : keyFormOf(token.text);
    const prefix =
      form?.key.spare === undefined
        ? undefined
        : `${/^[aeiou]/i.test(form.key.kind) ? 'an' : 'a'} ${form.key.kind} of ${form.provider.name}`;
    const what = kind?.kind ?? prefix;
    return support(
      [
        ...heard,
        kind !== undefined &&
          token !== undefined &&
          weigh(
            kind.weight,
            `The token’s ${kind.claim} ${kind.claim === 'nonce' || kind.claim.endsWith('_hash') ? 'is there, which marks an ID token' : `is ${String(token.jwt?.claims[kind.claim])}`}`,
            claimPlace(token, kind.claim),
          ),
        prefix !== undefined &&
          token !== undefined &&
          weigh(STATED, `The token’s first letters mark ${prefix}`, token.place),
      ],
      {
        title:
          what === undefined
            ? 'The server wants another kind of token'
            : `${what.charAt(0).toUpperCase()}${what.slice(1)} was sent where an access token belongs`,
        explanation:
          'A login hands out several tokens that look alike. The ID token tells the client who signed in, the refresh token is for the token endpoint alone, and only the access token opens an API. Send the value that came as access_token.',
        remedies: [
          { id: 'fetch-token' },
          { id: 'refresh-token' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
        ],
        ...(what === undefined
          ? {}
          : {
              figure: {
                kind: 'values' as const,
                label: 'kind of token',
                got: what.replace(/^an? /, ''),
                wanted: 'access token',
              },
            }),
      },
    );
  },
});
