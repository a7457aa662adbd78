import { inItsWords } from '../heard.ts';
import { defineRule, support } from '../rule.ts';
import { STATED, SUGGESTED } from '../weights.ts';

/** The user or an administrator has not consented, or has denied (RFC 6749 §4.1.2.1). */
export const consentMissing = defineRule({
  cause: 'consent-missing',
  references: ['RFC 6749 §4.1.2.1', 'OpenID Connect Core 1.0 §3.1.2.6'],
  phrases: [
    {
      says: /consent[_ -]?(?:required|is required|needed|missing|denied)|(?:admin(?:istrator)?|user|owner)[^.;]{0,40}\b(?:has not|have not|hasn['’]t|must|needs? to)[^.;]{0,12}\bconsent|not consented|without consent|AADSTS65001|AADSTS65004|AADSTS90094|AADSTS90008|admin[_ ]consent|(?:user|resource owner|owner)[^.;]{0,24}\b(?:denied|declined|rejected|cancell?ed|did not authorize)|denied (?:the|your) (?:request|access|consent)|authorization request was denied|needs approval|user_cancelled|app(?:lication)? (?:is |has )?not (?:been )?(?:yet )?(?:authorized|approved|installed) (?:by|in|for)/i,
      weight: STATED,
    },
    {
      says: /(?:user|owner|customer|administrator|admin|merchant|account holder|psu|organi[sz]ation|tenant|you)\b[^.;]{0,24}\b(?:has not|have not|has n[o']t|hasn['’]t|haven['’]t|did not|didn['’]t|must(?: first)?|needs? to|never) (?:yet )?(?:been )?(?:approved?|authori[sz]ed?|granted?|given? (?:his |her |their )?consent|permit(?:ted)?|consented?|allowed?|accepted?)\b[^.;]{0,24}\b(?:consumer|consent|app(?:lication)?|client|integration|access|permission)|consent[^.;]{0,20}\b(?:is |has |was )?(?:not (?:valid|authori[sz]ed|given|granted|found)|invalid|expired|revoked|withdrawn|unknown|rejected|declined)|CONSENT_(?:INVALID|EXPIRED|UNKNOWN|MISSING|REVOKED)|need admin approval|not_consented|\bapp(?:lication)? (?:needs to|must|has to) be (?:approved|authori[sz]ed|installed)|only an admin can grant|authori[sz]ation_declined|user_cancel\w*|\bapp(?:lication)? is not installed|(?:not|must be) pre-?(?:approved|authori[sz]ed)|OAuth App access restrictions/i,
      unless: /grant type|account is not|not approved for/i,
      weight: STATED,
    },
    { says: /error: access_denied\b/i, weight: SUGGESTED },
  ],
  examine: (_facts, heard) =>
    support(heard, {
      title: `Nobody has consented yet to what the app asks for${inItsWords(heard)}`,
      explanation:
        'Before an authorization server gives out a token in somebody’s name, that person, or an administrator for all, must agree once on its page. That has not happened, was refused, or the app asks for more now. Open the authorization in the browser and agree; for a service account the consent is given once in advance.',
      remedies: [{ id: 'authorize-again' }, { id: 'report' }],
    }),
});
