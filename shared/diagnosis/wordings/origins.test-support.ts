import type { Wordings } from './wording.test-support.ts';

/** A credential that is good elsewhere: another region, tenant, stage or instance gave it out. */
export const origins: Wordings = {
  'token-issuer-mismatch': [
    ['token', 401, 'Invalid token for region "eu".'],
    ['key', 401, 'API key does not belong to this environment'],
    ['key', 401, 'API key is not valid for this region'],
    ['key', 401, 'API key is not valid for this site'],
    ['key', 401, 'This is a test API key, use a live key'],
    ['key', 401, 'Live key used in test mode'],
    ['key', 401, 'Publishable key belongs to a development instance'],
    ['key', 401, 'Sandbox credentials cannot be used in production'],
    ['token', 401, 'Token was issued by a different instance'],
    ['token', 401, 'Token not issued by this server'],
    ['token', 401, 'This token belongs to another workspace'],
    ['token', 401, 'token issued for another tenant'],
    ['jwt', 401, 'The JWT was signed by a different environment'],
    ['jwt', 401, 'no provider found for issuer'],
    ['jwt', 401, 'untrusted issuer https://id.example.com'],
    ['jwt', 401, 'Jwt issuer is not configured'],
  ],
  'credentials-rejected': [
    ['key', 401, 'Invalid API key'],
    ['key', 401, 'This API key is not valid'],
  ],
};
