import { HINTED, PROVEN, TOLD } from '../weights.ts';
import type { Seen } from './provider.ts';
import { defineProvider } from './provider.ts';

const aadsts = (numbers: readonly number[]): RegExp => new RegExp(`AADSTS(?:${numbers.join('|')})\\b`);

const asApp = 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue';
const byPassword = 'grant_type=password&username=anna&password=x&client_id=app';
const toRenew = 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app';
const byCode =
  'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app';
const byAssertion =
  'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ&client_id=app';

const refusal = (number: number, text: string, posted: string, error: string, status = 400): Seen => ({
  status,
  sent: {},
  posted,
  body: JSON.stringify({
    error,
    error_description: `AADSTS${number}: ${text} Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z`,
    error_codes: [number],
  }),
});

export const entra = defineProvider({
  id: 'entra',
  name: 'Microsoft Entra ID',
  category: 'identity',
  address: 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
  hosts:
    /^(login\.microsoftonline\.(com|us)|login\.windows\.net|sts\.windows\.net|login\.partner\.microsoftonline\.cn|.*\.ciamlogin\.com)$/,
  body: /AADSTS\d{4,}/,
  misleads: [
    {
      says: 'AADSTS7000215 Invalid client secret',
      means: 'Very often the secret’s id was copied in place of its value.',
    },
    {
      says: 'AADSTS50020',
      means: 'The account is of another tenant; the app’s address or its audience of accounts decides.',
    },
  ],
  keys: [{ form: /^M\.[RC]\d+_/, kind: 'refresh token', spare: true }],
  sources: ['https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: aadsts([
        7000215, 7000222, 7000216, 7000218, 700027, 70002, 50012, 700030, 7000112, 900144, 7000024, 7000219,
        700022, 7000013, 700021, 700023, 700025, 700026, 700028, 50017, 50027, 50048, 7000228, 7000217,
        1000502,
      ]),
      explanation:
        'Entra ID refuses the application: wrong, expired or foreign secret or certificate, often the secret’s id in place of its value.',
      seen: refusal(
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app 'app'.",
        asApp,
        'invalid_client',
        401,
      ),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: aadsts([700016, 90001, 700038, 7000111, 70001, 90099, 100000, 7000110]),
      explanation:
        'This tenant has no such application: wrong client id, wrong tenant in the address, or nobody has consented to the app here yet.',
      seen: refusal(
        700016,
        "Application with identifier 'app' was not found in the directory 'Contoso'.",
        asApp,
        'unauthorized_client',
      ),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: aadsts([
        50076, 50074, 50079, 50072, 50078, 53004, 50097, 500121, 530034, 50158, 50125, 16000, 50005, 51006,
        75011, 50161, 50187, 530035,
      ]),
      explanation:
        'A policy of the tenant demands a second factor, which a grant without a person cannot deliver.',
      seen: refusal(
        50076,
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
        byPassword,
        'invalid_grant',
      ),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: aadsts([
        50053, 50055, 50057, 50034, 50144, 50056, 51004, 50020, 50128, 80012, 50135, 50140, 50133, 53011,
        54000, 500571, 135011, 130004,
      ]),
      explanation: 'The account is locked, disabled, unknown to this tenant, or its password is over.',
      seen: refusal(50057, 'The user account is disabled.', byPassword, 'invalid_grant'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: aadsts([50126, 50034, 80014, 50064, 50042]),
      explanation: 'User name or password is wrong.',
      seen: refusal(
        50126,
        'Error validating credentials due to invalid username or password.',
        byPassword,
        'invalid_grant',
      ),
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: aadsts([
        65001, 65004, 90094, 90008, 650054, 650052, 650051, 90093, 900941, 650056, 650057, 65002, 65005,
        90095, 50015,
      ]),
      explanation: 'The user or an administrator has not agreed to what the app asks for.',
      seen: refusal(
        65001,
        "The user or administrator has not consented to use the application with ID 'app'. Send an interactive authorization request for this user and resource.",
        toRenew,
        'invalid_grant',
      ),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      says: aadsts([
        70008, 700082, 54005, 70000, 50173, 700084, 500133, 70043, 501481, 50089, 7000229, 9002313, 700081,
        700005, 50085, 135010, 70018, 70019, 70020, 50132, 90119,
      ]),
      explanation: 'Code or refresh token is over, was used, or was withdrawn when the password changed.',
      seen: refusal(700082, 'The refresh token has expired due to inactivity.', toRenew, 'invalid_grant'),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: aadsts([501471, 50148, 50147, 9002325]),
      explanation: 'PKCE: code_verifier is missing or does not belong to the code_challenge of the login.',
      seen: refusal(
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
        byCode,
        'invalid_grant',
      ),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + HINTED,
      says: aadsts([9002326, 9002327]),
      explanation:
        'The reply address is registered for another kind of client: codes for a single-page platform are redeemed by a page of another origin and by nobody else, those for the web platform by no page.',
      seen: refusal(
        9002327,
        "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
        byCode,
        'invalid_request',
      ),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: aadsts([50011, 500113, 500117, 900971, 700046, 90023, 70004, 50029, 90102]),
      explanation:
        'The reply address is not among those registered for the app, or is registered for another platform (web, single-page, native).',
      seen: refusal(
        50011,
        "The redirect URI 'https://app.example.com/cb' specified in the request does not match the redirect URIs configured for the application.",
        byCode,
        'invalid_request',
      ),
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN + HINTED,
      says: aadsts([500011, 28002, 28003, 1003031, 50001, 500014, 500131, 50010, 90009]),
      explanation: 'The resource asked for is not known in this tenant or not configured for the app.',
      seen: refusal(
        500011,
        'The resource principal named api://orders was not found in the tenant named Contoso.',
        asApp,
        'invalid_resource',
      ),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: aadsts([700024, 7000231, 80013]),
      explanation: 'The client assertion’s times do not fit the server’s clock.',
      seen: refusal(
        700024,
        'Client assertion is not within its valid time range. Current time: 2023-11-15T12:00:00Z, expiry time of assertion 2023-11-15T11:50:00Z.',
        asApp,
        'invalid_client',
        401,
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + HINTED,
      says: aadsts([70011, 1002012, 28000, 900383]),
      explanation:
        'The scope asked for is not valid for this app; with client credentials it must end in /.default.',
      seen: refusal(
        70011,
        "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid.",
        asApp,
        'invalid_scope',
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: aadsts([
        50105, 50177, 700054, 700051, 501051, 90072, 530032, 53003, 50002, 500021, 500212, 500213, 7000113,
        7000114,
      ]),
      explanation:
        'The user or app is not assigned to a role of the app, or a policy of the tenant refuses it here: conditional access, access between tenants.',
      seen: refusal(
        50105,
        'Your administrator has configured the application to block users unless they are specifically granted access.',
        byCode,
        'invalid_grant',
      ),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + HINTED,
      says: aadsts([53000, 53001, 53002, 530003, 50131, 530021, 50129, 50127]),
      explanation: 'Conditional access lets in managed devices and approved apps only.',
      seen: refusal(
        53000,
        'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.',
        toRenew,
        'invalid_grant',
      ),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: aadsts([
        90002, 90051, 900023, 50059, 90013, 900382, 9002341, 900021, 500208, 90019, 90038, 900432, 900439,
        900561, 500207,
      ]),
      explanation: 'The tenant in the address does not exist.',
      seen: refusal(
        90002,
        "Tenant 'contsoo.onmicrosoft.com' not found. Check to make sure you have the correct tenant ID.",
        asApp,
        'invalid_request',
      ),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: aadsts([50194, 9002331, 9002332, 9002346, 90124]),
      explanation:
        'The app belongs to one tenant, or to personal accounts, and must be called under that address, not under /common.',
      seen: refusal(
        50194,
        "Application 'app' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps.",
        asApp,
        'invalid_request',
      ),
    },
    {
      cause: 'sender-constraint-failed',
      weight: TOLD,
      says: aadsts([501531]),
      explanation: 'The proof of possession is not accepted.',
      seen: refusal(501531, 'The proof of possession is not valid.', toRenew, 'invalid_grant'),
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN + HINTED,
      says: aadsts([50013, 5000611, 500210, 500341, 50006]),
      explanation: 'The assertion’s signature or key is not accepted.',
      seen: refusal(50013, 'Assertion failed signature validation.', byAssertion, 'invalid_grant'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + HINTED,
      says: aadsts([90033, 50196, 90055]),
      explanation: 'The tenant or app asked too often in too short a time.',
      seen: refusal(
        90055,
        'The server has terminated an operation because it encountered a client request throttling error.',
        asApp,
        'invalid_grant',
        429,
      ),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + HINTED,
      says: aadsts([700211, 700212, 700213, 700214, 700215, 700216, 700222, 700223, 70021, 700238]),
      explanation:
        'No federated credential of the app fits the assertion: issuer, subject and audience must be entered letter by letter as the token has them, subject with its branch, tag or environment.',
      seen: refusal(
        700213,
        "No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'.",
        asApp,
        'invalid_request',
        401,
      ),
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN + HINTED,
      says: aadsts([50146, 50003, 50007, 80001, 80002, 80005, 80007, 80010, 50107, 50169]),
      explanation:
        'It is the tenant’s own set-up: a signing key of the app, a federated domain, or the agents that ask the directory in the house.',
      seen: refusal(
        80001,
        'Authentication Agent unable to connect to Active Directory.',
        byPassword,
        'invalid_grant',
      ),
    },
    {
      cause: 'integrated-auth-required',
      weight: PROVEN + HINTED,
      says: aadsts([50180, 81004, 81005, 81006, 81007, 81009, 81010, 81012]),
      explanation: 'The domain logs in by Kerberos (seamless single sign-on), and no usable ticket came.',
      seen: refusal(50180, 'Windows Integrated authentication is needed.', byPassword, 'invalid_grant'),
    },
    {
      cause: 'session-expired',
      weight: PROVEN + HINTED,
      says: aadsts([50058, 50143]),
      explanation:
        'A silent login found no session of the user: third-party cookies are blocked, or the session is over.',
      seen: refusal(
        50058,
        'A silent sign-in request was sent but no user is signed in.',
        byCode,
        'login_required',
      ),
    },
  ],
});
