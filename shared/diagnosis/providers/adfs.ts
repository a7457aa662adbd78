import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = 'https://adfs.example.com/adfs/oauth2/token';
const code =
  'grant_type=authorization_code&code=aXc&client_id=app&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb';
const seen = (error: string, number: string, text: string, posted = code) => ({
  status: 400,
  url: token,
  sent: {},
  posted,
  body: JSON.stringify({ error, error_description: `MSIS${number}: ${text}` }),
});

export const adfs = defineProvider({
  id: 'adfs',
  name: 'Active Directory Federation Services',
  category: 'identity',
  address: token,
  hosts: /^adfs\./,
  body: /\bMSIS\d{4}\b/,
  sources: [
    'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-overview',
    'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-concepts',
  ],
  lives: { seconds: 28_800, ends: 'session-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /MSIS9(?:622|223)\b|Client authentication failed|no registered client was found/i,
      explanation: 'AD FS does not know the client id, or its secret or certificate differs.',
      seen: seen(
        'invalid_client',
        '9622',
        'Client authentication failed. Please verify the credential provided for client authentication is valid.',
      ),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /MSIS9(?:224|609)\b|'redirect_uri' parameter is (?:not a valid|invalid)/i,
      explanation:
        'The redirect URI is not registered with the client: Add-AdfsClient and Set-AdfsNativeClientApplication take it letter by letter.',
      seen: seen(
        'invalid_request',
        '9224',
        "Received invalid OAuth authorization request. The received 'redirect_uri' parameter is not a valid registered redirect URI for the client identifier: 'app'.",
      ),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /MSIS96(?:12|15)\b|(?:authorization code|refresh token) received in/i,
      explanation: 'The code or refresh token is over, was used, or belongs to another client.',
      seen: seen(
        'invalid_grant',
        '9612',
        "The authorization code received in the 'code' parameter is invalid.",
      ),
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /MSIS9602\b|'resource' parameter is invalid/i,
      explanation:
        'The resource that is asked for is no relying party or web API of this AD FS; its identifier must fit letter by letter.',
      seen: seen(
        'invalid_resource',
        '9602',
        "The received 'resource' parameter is invalid. The authorization server can not find a registered resource with the specified identifier.",
      ),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /MSIS(?:9321|9440|9605|5007)\b|is forbidden to access the resource|caller authorization failed/i,
      explanation:
        'The issuance rules of the relying party, or the client’s permissions for the web API, refuse.',
      seen: seen(
        'unauthorized_client',
        '9321',
        "Received invalid OAuth request. The client 'app' is forbidden to access the resource 'https://api.example.com'.",
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /MSIS9659\b|Invalid 'username' or 'password'/i,
      explanation:
        'The directory does not know this user with this password; write it as DOMAIN\\user or user@domain.',
      seen: seen(
        'invalid_grant',
        '9659',
        "Invalid 'username' or 'password'.",
        'grant_type=password&username=anna&password=keycard&client_id=app',
      ),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /MSIS(?:5015|7102)\b|account is (?:currently )?locked|password has expired/i,
      explanation: 'The account is locked out at AD FS or in the directory, or its password is over.',
      seen: seen(
        'invalid_grant',
        '7102',
        'Account is locked out.',
        'grant_type=password&username=anna&password=keycard&client_id=app',
      ),
    },
  ],
});
