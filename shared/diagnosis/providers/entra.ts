import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
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
        700022, 7000013,
      ]),
      explanation:
        'Entra ID refuses the application: wrong, expired or foreign secret or certificate, often the secret’s id in place of its value.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app \'app\'. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[7000215]}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: aadsts([700016, 90001, 700038, 7000111]),
      explanation:
        'This tenant has no such application: wrong client id, wrong tenant in the address, or nobody has consented to the app here yet.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier \'app\' was not found in the directory \'Contoso\'. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[700016]}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: aadsts([
        50076, 50074, 50079, 50072, 50078, 53004, 50097, 500121, 530034, 50158, 50125, 16000, 50005,
      ]),
      explanation:
        'A policy of the tenant demands a second factor, which a grant without a person cannot deliver.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access \'00000003-0000-0000-c000-000000000000\'. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50076]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: aadsts([50053, 50055, 50057, 50034, 50144, 50056, 51004, 50020, 50128, 80012, 50135, 50140]),
      explanation: 'The account is locked, disabled, unknown to this tenant, or its password is over.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS50057: The user account is disabled. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50057]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: aadsts([50126, 50034, 80014, 50064]),
      explanation: 'User name or password is wrong.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=password&username=anna&password=x&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS50126: Error validating credentials due to invalid username or password. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50126]}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: aadsts([65001, 65004, 90094, 90008, 650054, 650052, 650051, 90093, 900941, 650056]),
      explanation: 'The user or an administrator has not agreed to what the app asks for.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS65001: The user or administrator has not consented to use the application with ID \'app\'. Send an interactive authorization request for this user and resource. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[65001]}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: aadsts([
        70008, 700082, 54005, 70000, 50173, 700084, 500133, 70043, 501481, 50089, 7000229, 9002313, 700081,
        50196, 700005, 50085, 135010,
      ]),
      explanation: 'Code or refresh token is over, was used, or was withdrawn when the password changed.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[700082]}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: aadsts([501471, 50148, 50147, 9002325]),
      explanation: 'PKCE: code_verifier is missing or does not belong to the code_challenge of the login.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[501481]}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: aadsts([50011, 500113, 500117, 900971, 700046, 9002326, 90023]),
      explanation:
        'The reply address is not among those registered for the app, or is registered for another platform (web, single-page, native).',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_request","error_description":"AADSTS50011: The redirect URI \'https://app.example.com/cb\' specified in the request does not match the redirect URIs configured for the application. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50011]}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: aadsts([500011, 650057, 28002, 28003, 1003031, 50001, 500014]),
      explanation: 'The resource asked for is not known in this tenant or not configured for the app.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named api://orders was not found in the tenant named Contoso. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[500011]}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: aadsts([700024, 7000231]),
      explanation: 'The client assertion’s times do not fit the server’s clock.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"AADSTS700024: Client assertion is not within its valid time range. Current time: 2023-11-15T12:00:00Z, expiry time of assertion 2023-11-15T11:50:00Z. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[700024]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: aadsts([70011, 1002012, 28000, 900383]),
      explanation:
        'The scope asked for is not valid for this app; with client credentials it must end in /.default.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_scope","error_description":"AADSTS70011: The provided request must include a \'scope\' input parameter. The provided value for the input parameter \'scope\' is not valid. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[70011]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: aadsts([50105, 50177, 700054, 501051, 90072, 530032]),
      explanation: 'The user is not assigned to a role of the app.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS50105: Your administrator has configured the application to block users unless they are specifically granted access. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50105]}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + HINTED,
      says: aadsts([53000, 53001, 53002, 53003, 530003, 50131, 530021, 50129]),
      explanation: 'Conditional access refuses this device, app or place.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[53003]}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: aadsts([90002, 900023, 50059, 90013, 900382, 9002341, 900021, 500208]),
      explanation: 'The tenant in the address does not exist.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_request","error_description":"AADSTS90002: Tenant \'contsoo.onmicrosoft.com\' not found. Check to make sure you have the correct tenant ID. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[90002]}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: aadsts([50194, 9002331]),
      explanation:
        'The app belongs to one tenant, or to personal accounts, and must be called under that address, not under /common.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_request","error_description":"AADSTS50194: Application \'app\' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50194]}',
      },
    },
    {
      cause: 'sender-constraint-failed',
      weight: TOLD,
      says: aadsts([501531]),
      explanation: 'The proof of possession is not accepted.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS501531: The proof of possession is not valid. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[501531]}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN + HINTED,
      says: aadsts([50013, 5000611, 500210, 500341]),
      explanation: 'The assertion’s signature or key is not accepted.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ&client_id=app',
        body: '{"error":"invalid_grant","error_description":"AADSTS50013: Assertion failed signature validation. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[50013]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: aadsts([90033, 50196, 90055]),
      explanation: 'The tenant or app asked too often in too short a time.',
      seen: {
        status: 429,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_grant","error_description":"AADSTS90055: The server has terminated an operation because it encountered a client request throttling error. Trace ID: 0f1e Timestamp: 2023-11-15 12:00:00Z","error_codes":[90055]}',
      },
    },
  ],
});
