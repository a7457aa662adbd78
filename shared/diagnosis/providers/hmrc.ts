import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.service.hmrc.gov.uk/organisations/vat/123456789/obligations';
const seen = (code: string, message: string, status = 401, sent?: Readonly<Record<string, string>>) => ({
  status,
  url,
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({ code, message }),
});

export const hmrc = defineProvider({
  id: 'hmrc',
  name: 'HMRC',
  category: 'data',
  address: url,
  hosts: /^(?:test-)?api\.service\.hmrc\.gov\.uk$/,
  testHosts: /^test-/,
  sources: [
    'https://developer.service.hmrc.gov.uk/api-documentation/docs/reference-guide#errors',
    'https://developer.service.hmrc.gov.uk/api-documentation/docs/authorisation/user-restricted-endpoints',
    'https://github.com/hmrc/vat-api',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 14_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['MISSING_CREDENTIALS'],
      explanation: 'The call is for an application or a user: send the access token behind Bearer.',
      seen: seen('MISSING_CREDENTIALS', 'Authentication information is not provided', 401, {}),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      code: ['INVALID_CREDENTIALS'],
      says: /Invalid Authentication information provided/i,
      explanation: 'The access token is over, after four hours, or of the other of sandbox and live.',
      seen: seen('INVALID_CREDENTIALS', 'Invalid Authentication information provided'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['INCORRECT_ACCESS_TOKEN_TYPE'],
      explanation: 'The call is for users and the token is the application’s own, or the other way round.',
      seen: seen(
        'INCORRECT_ACCESS_TOKEN_TYPE',
        'The access token type used is not supported when invoking the API',
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['INVALID_SCOPE'],
      explanation: 'The user did not grant the scope of this API; ask once more with it.',
      seen: seen(
        'INVALID_SCOPE',
        'Cannot access the required resource. Ensure this token has all the required scopes.',
        403,
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['RESOURCE_FORBIDDEN', 'CLIENT_OR_AGENT_NOT_AUTHORISED'],
      explanation:
        'The application is not subscribed to this API, or the user is not, or not for this client.',
      seen: seen(
        'RESOURCE_FORBIDDEN',
        'The application is not subscribed to the API which it is attempting to invoke',
        403,
      ),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['ACCEPT_HEADER_INVALID'],
      explanation: 'Accept names the version: application/vnd.hmrc.1.0+json.',
      seen: { ...seen('ACCEPT_HEADER_INVALID', 'The accept header is missing or invalid', 406) },
    },
  ],
});
