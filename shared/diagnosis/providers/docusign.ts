import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const docusign = defineProvider({
  id: 'docusign',
  name: 'Docusign',
  category: 'productivity',
  address: 'https://eu.docusign.net/restapi/v2.1/accounts',
  hosts: /(^|\.)docusign\.(net|com)$/,
  testHosts: /^(demo|account-d|apps-d)\./,
  misleads: [
    {
      says: 'USER_LACKS_MEMBERSHIP',
      means: 'Mostly that the account lives at another base_uri than the one called.',
    },
  ],
  sources: [
    'https://developers.docusign.com/docs/esign-rest-api/esign101/error-codes/troubleshooting-common-errors/',
    'https://developers.docusign.com/platform/auth/reference.md',
    'https://github.com/docusign/docusign-esign-java-client/issues/191',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 28_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['AUTHORIZATION_INVALID_TOKEN'],
      explanation:
        'The token is over after eight hours or less, or comes from the other of account-d.docusign.com and account.docusign.com.',
      seen: '{"errorCode":"AUTHORIZATION_INVALID_TOKEN","message":"The access token provided is expired, revoked or malformed."}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['PARTNER_AUTHENTICATION_FAILED'],
      notSent: /./,
      explanation: 'Docusign saw neither token nor integration key.',
      seen: {
        sent: {},
        body: '{"errorCode":"PARTNER_AUTHENTICATION_FAILED","message":"The specified Integrator Key was not found or is disabled. An Integrator key was not specified."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      code: ['PARTNER_AUTHENTICATION_FAILED'],
      sent: /./,
      explanation:
        'The integration key is of the other environment or switched off, or the token could not be read.',
      seen: '{"errorCode":"PARTNER_AUTHENTICATION_FAILED","message":"The specified Integrator Key was not found or is disabled."}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['USER_AUTHENTICATION_FAILED'],
      explanation: 'Docusign does not know the user or token.',
      seen: {
        sent: { 'X-DocuSign-Authentication': '{"Username":"kim","Password":"x","IntegratorKey":"k"}' },
        body: '{"errorCode":"USER_AUTHENTICATION_FAILED","message":"One or both of Username and Password are invalid. Invalid access token"}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: /consent_required/i,
      explanation: 'The user named in sub must consent to the app once, for signature and impersonation.',
      seen: {
        status: 400,
        url: 'https://account-d.docusign.com/oauth/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ',
        body: '{"error":"consent_required"}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /no_valid_keys_or_signatures/i,
      explanation: 'The assertion was signed with another key than those of the app.',
      seen: {
        status: 400,
        url: 'https://account-d.docusign.com/oauth/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ',
        body: '{"error":"invalid_grant","error_description":"no_valid_keys_or_signatures"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: TOLD,
      code: ['USER_LACKS_MEMBERSHIP'],
      explanation: 'Ask /oauth/userinfo for the account’s id and base_uri and call that.',
      seen: {
        status: 400,
        body: '{"errorCode":"USER_LACKS_MEMBERSHIP","message":"The UserID does not have a valid membership in this Account."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['ACCOUNT_LACKS_PERMISSIONS', 'USER_NOT_ENVELOPE_SENDER_OR_RECIPIENT'],
      explanation: 'The account’s plan or the user’s profile does not include this.',
      seen: {
        status: 403,
        body: '{"errorCode":"ACCOUNT_LACKS_PERMISSIONS","message":"This Account lacks sufficient permissions."}',
      },
    },
  ],
});
