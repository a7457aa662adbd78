import type { Told } from '../attempt.test-support.ts';
import type { Wordings } from './wording.test-support.ts';

const post: Told = { method: 'POST', posted: '{"name":"x"}' };
const back = { url: 'https://app.example.com/auth/callback?code=SplxlOBeZQQY&state=af0ifjsldkj' };
const code: Told = {
  method: 'POST',
  url: 'https://id.example.com/oauth/token',
  sent: { 'Content-Type': 'application/x-www-form-urlencoded' },
  posted: 'grant_type=authorization_code&client_id=web&client_secret=Hq7rTy9uIoP2&code=SplxlOBeZQQYbYS6Wx',
};
const scheme = (written: string): Told => ({ sent: { Authorization: written } });

/** Kinds of credential that went out of use, words before a key, cookies and tokens against forgery, wrong addresses. */
export const kinds: Wordings = {
  'auth-method-retired': [
    ['basic', 401, 'Basic authentication is no longer supported. Use OAuth.'],
    ['basic', 401, 'Username and password authentication is disabled; use an access token'],
    ['basic', 401, 'Login with username/password is not supported for API'],
    ['basic', 401, 'App passwords have been removed'],
    ['basic', 401, 'Please use a personal access token instead of a password'],
    ['key', 401, 'API keys have been deprecated, please use private app tokens'],
    ['key', 401, 'API Key authentication is obsolete'],
    ['token', 401, 'Classic tokens have been revoked. Create a granular access token.'],
    ['token', 401, 'Support for this type of token ended'],
    ['token', 401, 'Token format outdated: generate a new token with the v2 format'],
  ],
  'scheme-mismatch': [
    ['basic', 401, 'Basic authentication is not enabled'],
    ['basic', 401, 'Unsupported authorization type'],
    ['nothing', 401, 'Unauthorized', scheme('Apikeys ac25c5a6c188c2c6da953d8822bf136a')],
    ['nothing', 401, 'Access denied', scheme('Acme ac25c5a6c188c2c6da953d8822bf136a')],
  ],
  'session-expired': [
    ['cookie', 401, 'You have been logged out due to inactivity'],
    ['cookie', 401, 'Session terminated'],
    ['cookie', 401, 'SID not found'],
    ['cookie', 401, 'Idle timeout'],
    ['cookie', 401, 'Unauthorized', { received: { 'Set-Cookie': 'sessionid=0c1d2e3f; Path=/; HttpOnly' } }],
  ],
  'token-revoked': [['token', 401, 'You have been logged out']],
  'cookie-conflict': [
    ['cookie', 400, 'Duplicate session cookies'],
    ['cookie', 400, 'Multiple cookies named session found'],
    ['cookie', 400, 'Could not decrypt cookie'],
  ],
  'csrf-token-missing': [
    ['cookie', 400, 'state mismatch', back],
    ['cookie', 500, 'Invalid OAuth state', back],
    ['cookie', 422, 'Invalid authenticity token', post],
    ['cookie', 400, 'Invalid form key. Please refresh the page.', post],
    ['cookie', 403, 'Security token does not match', post],
  ],
  'redirect-uri-mismatch': [['nothing', 401, { error: 'access_denied' }, code]],
  'url-wrong': [
    ['key', 403, 'Account region us-east-1 differs from current server region eu-central-1'],
    ['token', 401, 'This account lives on a different cluster'],
    ['token', 401, 'Data for this account is in us5'],
    ['token', 403, 'No such API'],
    ['token', 403, 'The requested path is not handled by this gateway'],
    ['token', 401, 'Unknown subdomain'],
  ],
  'server-misconfigured': [
    ['nothing', 401, 'Unauthorized', { url: 'https://id.example.com/.well-known/jwks.json' }],
    ['nothing', 403, 'Forbidden', { url: 'https://id.example.com/.well-known/openid-configuration' }],
  ],
};
