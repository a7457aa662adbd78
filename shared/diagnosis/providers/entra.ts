import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const aadsts = (numbers: readonly number[]): RegExp => new RegExp(`AADSTS(?:${numbers.join('|')})\\b`);

export const entra = defineProvider({
  id: 'entra',
  name: 'Microsoft Entra ID',
  category: 'identity',
  address: 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
  hosts:
    /^(login\.microsoftonline\.(com|us)|login\.windows\.net|sts\.windows\.net|login\.partner\.microsoftonline\.cn|.*\.b2clogin\.com|.*\.ciamlogin\.com)$/,
  body: /AADSTS\d{4,}|AADB2C\d+/,

  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes'],
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
