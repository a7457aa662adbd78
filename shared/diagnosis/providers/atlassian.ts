import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const atlassian = defineProvider({
  id: 'atlassian',
  name: 'Atlassian',
  category: 'productivity',
  address: 'https://example.atlassian.net/rest/api/3/myself',
  hosts: /\.(atlassian\.(net|com)|jira\.com)$/,
  fields: [['x-seraph-loginreason'], ['x-arequestid']],
  keys: [{ form: /^ATATT3/, kind: 'API token', goes: ['authorization basic'] }],
  misleads: [
    {
      says: 'Client must be authenticated to access this resource',
      means: 'Also said of a sent credential that was wrong.',
    },
    {
      says: '404 Issue does not exist or you do not have permission to see it',
      means: 'Also said to a request whose login failed: without login the call goes on as an anonymous one.',
    },
  ],
  sources: [
    'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
    'https://developer.atlassian.com/server/jira/platform/jira-rest-api-example-basic-authentication-6291732.html',
    'https://confluence.atlassian.com/confkb/authentication_denied-error-when-accessing-confluence-content-via-rest-api-call-966681459.html',
  ],
  doors: [
    'authorization basic',
    'authorization bearer',
    'authorization jwt',
    'authorization oauth',
    'query jwt',
  ],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /Failed to parse Connect Session Auth Token/i,
      sent: /^authorization authorization: (?:bearer|jwt) ATATT/i,
      explanation:
        'An API token is no Bearer token: send it as Basic, the account’s e-mail as user and the token as password.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer ATATT3xFfGF0abc' },
        body: '{"error":"Failed to parse Connect Session Auth Token"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: /Failed to parse Connect Session Auth Token/i,
      sent: /^jwt authorization: .*(?:atlassian-account|oauthClientId)/i,
      explanation: 'This is an OAuth token, which is read at api.atlassian.com/ex/jira/ and the site’s id.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2F0bGFzc2lhbi1hY2NvdW50LXByb2QucHVzMi5hdXRoMC5jb20vIn0.c2ln',
        },
        body: '{"error":"Failed to parse Connect Session Auth Token"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /Failed to parse Connect Session Auth Token/i,
      explanation:
        'Jira takes OAuth tokens at api.atlassian.com/ex/jira/ and the site’s id only; at the site itself a token of the account goes as Basic with its e-mail.',
      seen: { status: 403, body: '{"error":"Failed to parse Connect Session Auth Token"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Client must be authenticated to access this resource|You are not authenticated\. Authentication required/i,
      notSent: /./,
      explanation: 'Jira saw no credential; the cloud wants Basic with e-mail and API token.',
      seen: {
        sent: {},
        body: '{"message":"Client must be authenticated to access this resource.","status-code":401}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /Client must be authenticated to access this resource|You are not authenticated\. Authentication required/i,
      sent: /^authorization /,
      explanation:
        'Jira did not accept the e-mail and API token: make a new token, and check that the account belongs to this site.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"message":"Client must be authenticated to access this resource.","status-code":401}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /OAuth 2\.0 is not enabled for (?:this )?method/i,
      explanation: 'This method takes no OAuth 2.0 token: use an API token, or a Connect app.',
      seen: '{"code":401,"message":"OAuth 2.0 is not enabled for method: GET /rest/api/3/x"}',
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      says: /query hash (?:does not match|doesn't match|mismatch)|Expecting claim 'qsh'/i,
      explanation:
        'The qsh claim of a Connect app’s JWT is the hash of method, path and sorted query of this very request; make it anew for each.',
      seen: {
        sent: { Authorization: 'JWT eyJ.x.y' },
        body: "Expecting claim 'qsh' to have value 'abc' but instead it has the value 'def'",
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic Authentication has been disabled on this instance/i,
      explanation: 'The administrators switched Basic off: use a personal access token as Bearer.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"message":"Basic Authentication has been disabled on this instance."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Current user not permitted to use (?:Confluence|Jira)|You do not have permission to (?:view|edit|create|access)|user does not have (?:access|permission) to/i,
      explanation:
        'The login worked, but the account has no access to this product or project: give it a licence or a role. An anonymous request is told the same.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"statusCode":403,"message":"com.atlassian.confluence.api.service.exceptions.PermissionException: Current user not permitted to use Confluence"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic auth(?:entication)? with passwords? (?:is deprecated|is not supported)|app passwords? (?:has|have) been|deprecat/i,
      explanation:
        'Atlassian’s cloud takes API tokens in place of the account’s password: make one at id.atlassian.com and send it as password beside the e-mail.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'Basic auth with password is not allowed on this instance. Basic authentication with passwords is deprecated.',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/i,
      explanation:
        'After failed logins Jira wants a CAPTCHA in the browser before it takes any password: log in there once, and stop the client that keeps sending the old one.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        received: {
          'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED',
          'X-Authentication-Denied-Reason': 'CAPTCHA_CHALLENGE; login-url=https://jira.example.com/login.jsp',
        },
        body: 'Basic Authentication Failure - Reason : AUTHENTICATION_DENIED',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /AUTHENTICATED_FAILED/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The personal access token is not known here: it is over, was revoked, or is one of Atlassian’s cloud.',
      seen: { received: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' }, body: '' },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + STATED,
      says: /AUTHENTICATED_FAILED/i,
      sent: /^basic authorization: [^:]*:[MNO][A-Za-z0-9+/]{43}$/,
      explanation:
        'The password has the form of a personal access token of Jira or Confluence Data Center: those go as Bearer and without a user.',
      seen: {
        sent: {
          Authorization: 'Basic bGVuYTpOREE1TWpVMk56UTNOVFUwT25KM2txUDV2VHo4THcxeFliQ2RFZkdoSWpLbA==',
        },
        received: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' },
        body: 'Basic Authentication Failure - Reason : AUTHENTICATED_FAILED',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /AUTHENTICATED_FAILED/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'Jira or Confluence looked at user and password and did not accept them: with single sign-on there is often no password here at all.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        received: { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' },
        body: 'Basic authentication failed',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /XSRF check failed/i,
      explanation: 'Send X-Atlassian-Token: no-check; browsers’ requests are checked for their origin.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'XSRF check failed',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /scope does not match/i,
      explanation:
        'The OAuth token lacks the scope of this resource: add it to the app and let the user consent again. Classic and granular scopes do not stand for each other.',
      seen: '{"code":401,"message":"Unauthorized; scope does not match"}',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP allowlist/i,
      explanation: 'The organisation takes requests from listed addresses only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"errorMessage":"The IP address has been rejected because it is not in the IP allowlist of this organization."}',
      },
    },
  ],
});
