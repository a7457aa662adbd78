import type { Wordings } from './wording.test-support.ts';

const login = {
  method: 'POST',
  url: 'https://app.example.com/api/login',
  sent: { 'Content-Type': 'application/json' },
  posted: '{"username":"ada","password":"Lovelace-1843"}',
};
const post = { method: 'POST', posted: '{"name":"x"}' };
const graphql = { ...post, url: 'https://api.example.com/graphql' };
const query = (name: string) => ({
  url: `https://api.example.com/data?${name}=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G`,
});
const page = (title: string, more = ''): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1>${more}</body></html>`;

/** Statuses that are not made for it, and successes, behind which authentication fails. */
export const carriers: Wordings = {
  'credentials-rejected': [
    ['key', 400, 'Invalid API key'],
    ['key', 404, 'Invalid API key'],
    ['token', 200, { ok: false, error: 'invalid_auth' }],
    ['nothing', 200, { cod: 401, message: 'Invalid API key' }, query('appid')],
    ['nothing', 404, 'User does not exist', login],
    ['nothing', 409, 'Incorrect password', login],
    ['nothing', 422, 'Wrong username or password', login],
    ['nothing', 500, 'Bad credentials', login],
  ],
  'token-rejected': [
    ['nothing', 200, { error: { code: 498, message: 'Invalid token.' } }, query('token')],
    ['token', 200, { errors: [{ message: 'Invalid token' }], data: null }, graphql],
  ],
  'token-expired': [
    ['token', 422, 'Access token expired'],
    ['jwt', 500, 'jwt expired'],
    ['token', 200, { jsonrpc: '2.0', id: 1, error: { code: -32001, message: 'Token expired' } }, post],
  ],
  'session-expired': [
    ['cookie', 440, ''],
    ['cookie', 200, { jsonrpc: '2.0', id: 1, error: { code: 100, message: 'Session Expired' } }, post],
    ['cookie', 200, page('Session expired', 'Please log in again'), { url: 'https://app.example.com/api/a' }],
  ],
  'account-unusable': [['nothing', 423, 'The account is locked', login]],
  'csrf-token-missing': [
    ['cookie', 412, 'CSRF check failed', post],
    ['cookie', 419, 'CSRF token mismatch.', post],
    ['cookie', 428, 'Precondition required: X-CSRF-Token', post],
  ],
  'cookie-conflict': [
    ['cookie', 431, 'Request Header Fields Too Large'],
    ['cookie', 494, ''],
  ],
  'client-certificate-required': [
    ['nothing', 400, page('400 No required SSL certificate was sent')],
    ['nothing', 495, ''],
    ['nothing', 496, ''],
  ],
  'client-not-allowed': [['token', 426, 'Client too old, please upgrade']],
  'ip-not-allowed': [['token', 451, 'not available in your country']],
  'rate-limited': [['nothing', 503, 'Too many login attempts', login]],
  'server-misconfigured': [
    ['token', 503, 'Authentication service unavailable'],
    ['jwt', 502, 'Failed to fetch JWKS'],
    [
      'jwt',
      500,
      'Unable to obtain configuration from: https://id.example.com/.well-known/openid-configuration',
    ],
  ],
};
