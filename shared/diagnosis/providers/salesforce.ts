import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const salesforce = defineProvider({
  id: 'salesforce',
  name: 'Salesforce',
  category: 'productivity',
  address: 'https://example.my.salesforce.com/services/data/v60.0/',
  hosts: /\.(salesforce|force|salesforce-setup)\.com$/,
  body: /"errorCode"\s*:\s*"[A-Z_]+"/,

  sources: ['https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm'],
  doors: ['authorization bearer', 'authorization oauth'],
  lives: { seconds: 7_200, ends: 'token-expired', idle: true },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['invalid_client_id'],
      says: /client identifier invalid|invalid client credentials/i,
      path: /services\/oauth2\/token/,
      explanation:
        'Salesforce does not know the consumer key: a new connected app takes ten minutes, and a sandbox knows only the apps it was copied with.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_client_id","error_description":"client identifier invalid"}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: /user hasn['’]t approved this consumer|app must be installed into org/i,
      path: /services\/oauth2\/token/,
      explanation:
        'Let administrators approve the users beforehand, in the app’s policies, and give their profile the app; or let the user consent once.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ',
        body: '{"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /audience is invalid/i,
      path: /services\/oauth2\/token/,
      explanation: 'aud must be https://login.salesforce.com, or https://test.salesforce.com for a sandbox.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ',
        body: '{"error":"invalid_grant","error_description":"audience is invalid"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /invalid assertion|user is not admin approved|inactive user/i,
      path: /services\/oauth2\/token/,
      explanation: 'Salesforce does not say more; the login history in the setup does.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c',
        body: '{"error":"invalid_grant","error_description":"invalid assertion"}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /no client credentials user enabled|grant type not supported|request not supported on this domain/i,
      path: /services\/oauth2\/token/,
      explanation:
        'The client-credentials flow must be enabled in the app, with a user to run as, and works at the organisation’s own domain only.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"no client credentials user enabled"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['OAUTH_APP_ACCESS_DENIED', 'INSUFFICIENT_SCOPE'],
      says: /This session is not valid for use with (?:the )?(?:Bulk|Metadata|Chatter)/i,
      explanation: 'The token lacks the scope api, or the user’s profile lacks “API Enabled”.',
      seen: {
        status: 403,
        body: '[{"message":"The connected app lacks the scope","errorCode":"OAUTH_APP_ACCESS_DENIED"}]',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['PASSWORD_LOCKOUT', 'ORG_LOCKED', 'USER_IS_INACTIVE', 'PASSWORD_EXPIRED'],
      says: /invalid_user|(?<!or )user locked|inactive user/i,
      explanation: 'The user is locked or inactive, or the organisation is.',
      seen: { status: 403, body: '[{"message":"The user is locked","errorCode":"PASSWORD_LOCKOUT"}]' },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /This session is not valid for use with the REST API|ip restricted|invalid login hours|LOGIN_MUST_USE_SECURITY_TOKEN/i,
      explanation:
        'The session is bound to the IP range of the profile or connected app; the app’s policy can relax it.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      code: ['INVALID_SESSION_ID'],
      explanation:
        'The session behind the token ended or belongs to another organisation: get a new token, and call the instance_url that came with it.',
    },
    {
      cause: 'token-expired',
      weight: SUGGESTED,
      says: /Session expired or invalid/i,
      explanation: 'Salesforce does not tell an expired session from a wrong one.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'API_DISABLED_FOR_ORG',
        'INSUFFICIENT_ACCESS',
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'API_CURRENTLY_DISABLED',
        'FUNCTIONALITY_NOT_ENABLED',
      ],
      explanation: 'The edition or profile lacks access to the API or object.',
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /^: Bad_OAuth_Token$/,
      explanation:
        'The identity address does not take this token: it is over, or was cut off when it was copied.',
      seen: {
        status: 403,
        url: 'https://example.my.salesforce.com/id/00D5g000004abcdEAA/0055g000004abcdAAA',
        body: 'Bad_OAuth_Token',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /^: Wrong_Org$/,
      explanation: 'The organisation in the address is not that of the token.',
      seen: {
        status: 403,
        url: 'https://example.my.salesforce.com/id/00D5g000004abcdEAA/0055g000004abcdAAA',
        body: 'Wrong_Org',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /error_description: invalid user credentials/i,
      explanation:
        'User, password or security token are wrong (the token stands right behind the password, unless the address is trusted), or the login went to production instead of the sandbox.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=password&username=kim&password=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"invalid user credentials"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /INVALID_LOGIN|authentication failure/i,
      explanation:
        'User, password or security token are wrong, or the login went to production instead of the sandbox: login.salesforce.com and test.salesforce.com know different users.',
      seen: {
        status: 500,
        url: 'https://login.salesforce.com/services/Soap/u/58.0',
        sent: { SOAPAction: 'login' },
        posted:
          '<e:Envelope><e:Body><n1:login><n1:username>kim@example.com</n1:username><n1:password>word-of-kim</n1:password></n1:login></e:Body></e:Envelope>',
        body: '<soapenv:Envelope><soapenv:Body><soapenv:Fault><faultcode>sf:INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /expired access\/refresh token|expired authorization code/i,
      explanation:
        'The refresh token was withdrawn, often because more than five were given out, or by the app’s policy: let the user authorize again.',
      seen: {
        status: 400,
        url: 'https://login.salesforce.com/services/oauth2/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"expired access/refresh token"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['REQUEST_LIMIT_EXCEEDED'],
      explanation: 'The organisation’s daily requests are used up.',
    },
  ],
});
