import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const aadsts = (numbers: readonly number[]): RegExp => new RegExp(`AADSTS(?:${numbers.join('|')})\\b`);

export const entra = defineProvider({
  id: 'entra',
  name: 'Microsoft Entra ID',
  hosts:
    /^(login\.microsoftonline\.(com|us)|login\.windows\.net|sts\.windows\.net|login\.partner\.microsoftonline\.cn|.*\.b2clogin\.com|.*\.ciamlogin\.com)$/,
  body: /AADSTS\d{4,}|AADB2C\d+/,
  source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: aadsts([
        7000215, 7000222, 7000216, 7000218, 700027, 700016, 70002, 50012, 700030, 7000112, 900144, 7000024,
      ]),
      explanation:
        'Entra ID refuses the application: wrong, expired or foreign secret or certificate, often the secret’s id in place of its value.',
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: aadsts([50076, 50074, 50079, 50072, 50078, 53004, 50097, 500121, 530034]),
      explanation:
        'A policy of the tenant demands a second factor, which a grant without a person cannot deliver.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: aadsts([50053, 50055, 50057, 50034, 50144, 50056, 51004, 50020]),
      explanation: 'The account is locked, disabled, unknown to this tenant, or its password is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: aadsts([50126, 50034]),
      explanation: 'User name or password is wrong.',
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: aadsts([65001, 65004, 90094, 90008, 650054]),
      explanation: 'The user or an administrator has not agreed to what the app asks for.',
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: aadsts([70008, 700082, 54005, 70000, 50173, 700084, 500133, 70043, 501481, 50089, 7000229]),
      explanation: 'Code or refresh token is over, was used, or was withdrawn when the password changed.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: aadsts([50011, 500113, 500117, 900971]),
      explanation: 'The reply address is not among those registered for the app.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: aadsts([500011, 650057, 28002, 28003, 1003031]),
      explanation: 'The resource asked for is not known in this tenant or not configured for the app.',
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: aadsts([700024]),
      explanation: 'The client assertion’s times do not fit the server’s clock.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: aadsts([70011, 1002012]),
      explanation: 'The scope asked for is not valid for this app.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: aadsts([50105, 50177, 700054]),
      explanation: 'The user is not assigned to a role of the app.',
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: aadsts([53000, 53001, 53002, 53003, 530003]),
      explanation: 'Conditional access refuses this device, app or place.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: aadsts([90002, 900023, 50059, 90013, 900382, 9002341]),
      explanation: 'The tenant in the address does not exist.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: aadsts([50194]),
      explanation:
        'The app belongs to one tenant and must be called under that tenant’s address, not under /common.',
    },
    {
      cause: 'sender-constraint-failed',
      weight: TOLD,
      says: aadsts([501531]),
      explanation: 'The proof of possession is not accepted.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: aadsts([50013, 5000611, 500210]),
      explanation: 'The assertion’s signature or key is not accepted.',
    },
  ],
});

export const microsoftGraph = defineProvider({
  id: 'microsoft-graph',
  name: 'Microsoft Graph',
  hosts: /^(graph\.microsoft\.(com|us)|management\.azure\.com|.*\.azure\.com|.*\.azconfig\.io)$/,
  source: 'https://learn.microsoft.com/en-us/graph/errors',
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['Authorization_RequestDenied', 'ErrorAccessDenied', 'Authorization_IdentityNotFound'],
      explanation:
        'The app or user lacks the permission in Graph; application and delegated permissions are two different lists.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['InvalidAuthenticationTokenExpired', 'ExpiredAuthenticationToken', 'TokenExpired'],
      explanation: 'The token is over.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenTenant'],
      explanation: 'The token comes from another tenant than the one that owns the subscription.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenAudience'],
      explanation: 'The token was made for another resource.',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AuthorizationFailed', 'LinkedAuthorizationFailed'],
      explanation: 'The identity has no role on this resource.',
    },
    {
      cause: 'client-authentication-failed',
      weight: TOLD,
      code: ['ClientAuthenticationFailed'],
      explanation: 'The application itself is not accepted.',
    },
  ],
});

export const sharepoint = defineProvider({
  id: 'sharepoint',
  name: 'SharePoint',
  hosts: /\.sharepoint\.com$/,
  source: 'https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread',
  signs: [
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Unsupported app only token/i,
      explanation: 'SharePoint takes app-only tokens only when they were obtained with a certificate.',
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      says: /ID3035|invalid JWT token/i,
      explanation: 'SharePoint cannot use this token.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      says: /security validation for this page is invalid/i,
      explanation: 'The form digest of the page is over.',
    },
  ],
});
export const aspnet = defineProvider({
  id: 'aspnet',
  name: 'ASP.NET Core',
  fields: [[/^server$/i, /Kestrel|IIS/i], [/^x-powered-by$/i, /ASP\.NET/i], [/^x-aspnet-version$/i]],
  body: /IIS [\d.]+ Detailed Error/,
  source:
    'https://learn.microsoft.com/en-us/aspnet/core/security/authentication/configure-jwt-bearer-authentication',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The token expired at|IDX10223/i,
      explanation: 'The JWT handler of ASP.NET names the time at which the token ended.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /The signature (?:key was not found|is invalid)/i,
      explanation: 'The JWT handler has no key that fits the token’s signature.',
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /The token is not valid before/i,
      explanation: 'The JWT handler compares nbf with its own clock.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /403\.(?:14|2|3)\b/,
      explanation: 'The substatus of IIS tells the reason.',
    },
    {
      cause: 'client-certificate-required',
      weight: PROVEN,
      says: /403\.(?:7|13|16|17)\b/,
      explanation: 'The substatus of IIS speaks of the client’s certificate.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /403\.(?:6|501|502)\b/,
      explanation: 'The substatus of IIS speaks of the client’s address.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /401\.1\b/,
      explanation: 'The substatus of IIS says that the login failed.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /401\.3\b/,
      explanation: 'The substatus of IIS says that the file’s access list refuses the user.',
    },
  ],
});
