import { HINTED, PROVEN } from '../weights.ts';
import type { Seen } from './provider.ts';
import { defineProvider } from './provider.ts';

const aadb2c = (numbers: readonly number[]): RegExp => new RegExp(`AADB2C(?:${numbers.join('|')})\\b`);

const byPassword = 'grant_type=password&username=anna&password=x&client_id=app&scope=openid';
const byCode =
  'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app';
const toRenew = 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app';

const refusal = (number: number, text: string, posted: string, error = 'invalid_request'): Seen => ({
  status: 400,
  sent: {},
  posted,
  body: JSON.stringify({ error, error_description: `AADB2C${number}: ${text}\r\nCorrelation ID: 0f1e` }),
});

export const azureAdB2c = defineProvider({
  id: 'azure-ad-b2c',
  name: 'Azure AD B2C',
  category: 'identity',
  address: 'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_signin/oauth2/v2.0/token',
  family: 'entra',
  hosts: /\.b2clogin\.com$/,
  body: /AADB2C\d{5}/,
  sources: ['https://learn.microsoft.com/en-us/azure/active-directory-b2c/error-codes'],
  misleads: [
    {
      says: 'AADB2C90118',
      means:
        'Nobody was refused: the user pressed “Forgot your password?”, and the app should begin that flow.',
    },
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: aadb2c([90052, 90053, 90054, 90073, 90225, 99001, 99002]),
      explanation: 'The directory does not know this user and password.',
      seen: refusal(
        90225,
        'The username or password provided in the request are invalid.',
        byPassword,
        'access_denied',
      ),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + HINTED,
      says: aadb2c([90111, 90114, 90118, 90128, 90157]),
      explanation: 'The account is locked, its password is to be set anew, or it is no longer there.',
      seen: refusal(90114, 'Your account is temporarily locked to prevent unauthorized use.', byPassword),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + HINTED,
      says: aadb2c([90008, 90011, 90016, 90017, 90018, 90039, 90058, 90068, 90079, 90081, 90084, 90092]),
      explanation:
        'The client’s id is not one of this tenant, its secret is missing or wrong, or a public client sends one.',
      seen: refusal(
        90079,
        'Clients must send a client_secret when redeeming a confidential grant.',
        byCode,
        'invalid_request',
      ),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      says: aadb2c([90080, 90087, 90088, 90129, 90182, 90183, 90184, 90279]),
      explanation:
        'Code or refresh token is over, withdrawn, of another policy or client, or its verifier does not fit. Each policy has a token endpoint of its own.',
      seen: refusal(
        90088,
        'The provided grant has not been issued for this endpoint. Actual Value : B2C_1_edit and Expected Value : B2C_1_signin',
        toRenew,
        'invalid_grant',
      ),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN + HINTED,
      says: aadb2c([90006, 90007, 90036, 90067]),
      explanation: 'The reply address is not registered for the app, letter by letter.',
      seen: refusal(
        90006,
        "The redirect URI 'https://app.example.com/cb' provided in the request is not registered for the client id 'app'.",
        byCode,
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + HINTED,
      says: aadb2c([90010, 90012, 90055, 90107, 90110, 90115, 90117, 90146]),
      explanation:
        'The scope is missing, unknown, of two resources at once, or not granted to the app; it is written with the API’s address in front.',
      seen: refusal(90117, "The scope 'x' provided in the request is not supported.", byCode),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: aadb2c([90205]),
      explanation: 'The app lacks permissions on the resource that the policy reads.',
      seen: refusal(
        90205,
        'This application does not have sufficient permissions against this web resource to perform the operation.',
        byCode,
      ),
    },
    {
      cause: 'consent-missing',
      weight: PROVEN + HINTED,
      says: aadb2c([90091, 90273, 90284]),
      explanation: 'The user went back, or the app has not been granted consent in the tenant.',
      seen: refusal(
        90091,
        'The user has cancelled entering self-asserted information.',
        byCode,
        'access_denied',
      ),
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: aadb2c([90077]),
      explanation: 'The silent renewal (prompt=none) finds no session any more: the user logs in again.',
      seen: refusal(
        90077,
        "User does not have an existing session and request prompt parameter has a value of 'None'.",
        byCode,
        'login_required',
      ),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: aadb2c([90151, 90152]),
      explanation: 'The second factor was not given in time or too often wrong.',
      seen: refusal(
        90151,
        'User has exceeded the maximum number for retries for multi-factor authentication.',
        byCode,
      ),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: aadb2c([90083, 90086, 90272, 99013]),
      explanation: 'A parameter that the request needs is missing or of a kind that is not read.',
      seen: refusal(90083, 'The request is missing required parameter: code.', byCode),
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: aadb2c([
        90019, 90021, 90022, 90023, 90025, 90027, 90028, 90031, 90035, 90048, 90051, 90085, 90289,
      ]),
      explanation: 'The policy or what it calls is at fault, for everybody.',
      seen: refusal(90289, 'We encountered an error connecting to the identity provider.', byCode),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + HINTED,
      says: aadb2c([90244]),
      explanation: 'The tenant’s requests are counted.',
      seen: refusal(90244, 'There are too many requests at this moment.', byCode),
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: aadb2c([90232, 90238]),
      explanation: 'The id_token_hint is of another issuer.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: aadb2c([90237]),
      explanation: 'The id_token_hint is for another app.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: aadb2c([90233]),
      explanation: 'The id_token_hint’s signature does not verify.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: aadb2c([90235]),
      explanation: 'The id_token_hint is over.',
    },
  ],
});
