import type { Facts } from '../facts.ts';
import { anyOf } from '../any-of.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, shortened, support } from '../rule.ts';
import { inItsWords } from '../in-its-words.ts';
import { HINTED, AGAINST, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { theServer } from '../facts.ts';

/** Permission of another kind than the one that a person gives to an app. */
const otherPermission = /approved to (?:access|use|call|read)|given permission/i;

const ofContent: ReadonlySet<string | undefined> = new Set([
  'token-audience-mismatch',
  'token-issuer-mismatch',
  'token-signature-invalid',
  'token-not-yet-valid',
]);

/**
 * RFC 6749 §4.1.2.1 word for word in the body of a call that asks for data: League's server for OAuth answers each token
 * that it refuses so, though nobody was asked to agree to anything.
 */
const quotesTheStandard = ({ status, statements, tokenRequest, url }: Facts): boolean =>
  status === 401 &&
  !tokenRequest &&
  !/oauth|authori[sz]e|consent|device/i.test(url?.pathname ?? '') &&
  statements.some(
    ({ text, carrier }) =>
      carrier === 'body' && /^The resource owner or authorization server denied the request\.?$/.test(text),
  );

/** A token was made, so somebody had agreed: the client turned it away and tells it with the nearest code. */
const turnsTokenAway = ({ readings }: Facts): boolean =>
  readings.some(({ cause, weight }) => ofContent.has(cause) && weight >= TOLD);

/** "the client 8b4d0d2a…", or "the app" where its id is not seen. */
const clientOf = ({ form, url }: Facts): string => {
  const id = form.find(({ name }) => name === 'client_id')?.value ?? url?.searchParams.get('client_id') ?? '';
  return /^[\x21-\x7e]{1,60}$/.test(id) ? `the client ${shortened(id, 40)}` : 'the app';
};

/** The user or an administrator has not consented, or has denied (RFC 6749 §4.1.2.1). */
export const consentMissing = defineRule({
  cause: 'consent-missing',
  references: ['RFC 6749 §4.1.2.1', 'OpenID Connect Core 1.0 §3.1.2.6'],
  explains: ['grant-invalid', 'scope-insufficient', 'account-unusable'],
  phrases: [
    {
      says: anyOf({
        'consent-missing': /consent[_ -]?(?:required|is required|needed|missing|denied)/i,
        'user or administrator has not consented':
          /(?:admin(?:istrator)?|user|owner)[^.;]{0,40}\b(?:has not|have not|hasn['’]t|must|needs? to)[^.;]{0,12}\bconsent/i,
        'not consented': /not consented/i,
        'without consent': /without consent/i,
        AADSTS65001: /AADSTS65001/i,
        AADSTS65004: /AADSTS65004/i,
        AADSTS90094: /AADSTS90094/i,
        AADSTS90008: /AADSTS90008/i,
        'admin consent': /admin[_ ]consent/i,
        'The user cancelled LinkedIn login':
          /\b(?:user|resource owner|owner)\b[^.;]{0,24}\b(?:denied|declined|rejected|cancell?ed|did not authorize)/i,
        'denied the request': /denied (?:the|your) (?:request|access|consent)/i,
        'authorization request was denied': /authorization request was denied/i,
        'needs approval': /needs approval/i,
        user_cancelled_login: /user_cancelled/i,
        'application has not been approved by':
          /app(?:lication)? (?:is |has )?not (?:been )?(?:yet )?(?:authorized|approved|installed) (?:by|in|for)/i,
      }),
      weight: STATED,
    },
    {
      says: /authorization request was denied|needs approval|user_cancell?ed|\bapp(?:lication)? (?:is |has |been )*(?:not|never) (?:been )?(?:authorized|approved|installed|granted|consented)|(?:third[- ]party|oauth) app(?:lication)?(?:s)?[^.;]{0,40}(?:not approved|access restrictions|restricted by)|user (?:has )?not (?:yet )?(?:granted|completed|authorized|approved|consented|given)/i,
      unless: otherPermission,
      weight: STATED,
    },
    {
      says: /(?:denied|rejected|declined|cancell?ed) by (?:the )?(?:user|owner|resource owner)|(?:user|you) cancell?ed the (?:log-?in|sign-?in|authori[sz]ation|request)|(?:need(?:s)? )?(?:admin|administrator) (?:approval|consent)(?: (?:is )?(?:required|needed))?|not granted by (?:the )?(?:user|owner|admin)|missing a grant\b|grant[ _]required|(?:resource )?owner or authorization server denied/i,
      unless: otherPermission,
      weight: STATED,
    },
    {
      says: /revoked (?:access (?:to|for|of)|the) (?:the |this |your )?app/i,
      unless: otherPermission,
      weight: STATED,
    },
    {
      says: anyOf({
        "user hasn't approved this consumer":
          /(?:user|owner|customer|administrator|admin|merchant|account holder|psu|organi[sz]ation|tenant|you)\b[^.;]{0,24}\b(?:has not|have not|has n[o']t|hasn['’]t|haven['’]t|did not|didn['’]t|must(?: first)?|needs? to|never) (?:yet )?(?:been )?(?:approved?|authori[sz]ed?|granted?|given? (?:his |her |their )?consent|permit(?:ted)?|consented?|allowed?|accepted?)\b[^.;]{0,24}\b(?:consumer|consent|app(?:lication)?|client|integration|access|permission)/i,
        'consent is not valid':
          /consent[^.;]{0,20}\b(?:is |has |was )?(?:not (?:valid|authori[sz]ed|given|granted|found)|invalid|expired|revoked|withdrawn|unknown|rejected|declined)/i,
        CONSENT_EXPIRED: /CONSENT_(?:INVALID|EXPIRED|UNKNOWN|MISSING|REVOKED)/i,
        'need admin approval': /need admin approval/i,
        not_consented: /not_consented/i,
        'app needs to be approved':
          /\bapp(?:lication)? (?:needs to|must|has to) be (?:approved|authori[sz]ed|installed)/i,
        'only an admin can grant': /only an admin can grant/i,
        authorisation_declined: /authori[sz]ation_declined/i,
        user_cancelled_login: /user_cancel\w*/i,
        'app is not installed': /\bapp(?:lication)? is not installed/i,
        'not pre-approved': /(?:not|must be) pre-?(?:approved|authori[sz]ed)/i,
        'OAuth App access restrictions': /OAuth App access restrictions/i,
      }),
      unless: /grant type|account is not|not approved for/i,
      weight: STATED,
    },
    {
      says: /\b(?:eula|tos|terms|conditions|agreements?|licen[cs]e)[ _-](?:[\w ]{0,24}[ _-])?(?:not[ _-](?:been[ _-])?(?:accepted|signed|agreed)|(?:must|has to|have to|needs? to) be (?:accepted|signed|agreed)|acceptance)|(?:agreements?|eula)\b[^.;]{0,24}\b(?:missing|not (?:yet )?(?:been )?(?:signed|accepted))/i,
      weight: STATED,
    },
    {
      says: /UK\.OBIE\.Reauthenticate|(?:authori[sz]ation|permission|access) (?:of|by|from) the (?:psu|user|customer|account holder|resource owner)\b[^.;]{0,24}\b(?:no longer|not) (?:valid|active|in force)|(?:psu|user|customer|account holder)\b[^.;]{0,20}\b(?:must|has to|needs? to|should) re-?(?:authori[sz]e|consent)/i,
      weight: STATED + HINTED,
    },
    { says: /error: access_denied\b/i, weight: SUGGESTED },
  ],
  examine(facts, heard) {
    if (quotesTheStandard(facts)) return undefined;
    const denied = saidOf(
      facts,
      /error: (?:access_?denied|(?:user|owner)_?\w*(?:denied|cancel)\w*|cancel\w*)/i,
    );
    const grant = facts.form.find(({ name }) => name === 'grant_type')?.value ?? '';
    const byPerson =
      denied !== undefined && (denied.statement.carrier === 'redirect' || /device/i.test(grant));
    return support(
      [
        ...heard,
        byPerson && {
          weight: turnsTokenAway(facts) ? HINTED : STATED,
          evidence: statementEvidence(facts, denied.statement, denied.statement.text),
        },
        denied !== undefined &&
          grant === 'authorization_code' && {
            weight: AGAINST,
            evidence: {
              text: 'A code was handed out, so somebody had agreed',
              place: { in: 'body', exchange: facts.index, side: 'request' },
            },
          },
      ],
      {
        title: byPerson
          ? `${theServer(facts)} was told that the login was denied: nobody agreed to what the app asks for`
          : inItsWords(
              `Nobody has consented yet to what ${clientOf(facts)} asks of ${theServer(facts)}`,
              heard,
              facts,
            ),
        explanation:
          'Before an authorization server gives out a token in somebody’s name, that person, or an administrator for all, must agree once on its page. That has not happened, was refused, or the app asks for more now. Open the authorization in the browser and agree; for a service account the consent is given once in advance.',
        remedies: [{ id: 'authorize-again' }, { id: 'report' }],
      },
    );
  },
});
