import type { Wordings } from './wording.test-support.ts';

const signed = {
  sent: {
    'X-Api-Key': 'k9Qw3rTy7uIoP2aSdF5gHjKl',
    'X-Signature': '9b2cf535f27731c974343645a3985328',
    'X-Timestamp': '1700049600',
  },
};

/** What is the matter with a token or a signature, in the words of products without a table. */
export const tokens: Wordings = {
  'token-expired': [
    ['token', 401, 'token is past its expiry'],
    ['token', 401, 'The authorization token has timed out'],
    ['key', 401, 'Access key is out of date'],
    ['token', 401, 'token失效'],
  ],
  'token-signature-invalid': [
    ['jwt', 401, 'Unknown key id'],
    ['jwt', 401, "'RS256' algorithm expected"],
    ['jwt', 401, 'token unverifiable'],
    ['jwt', 401, 'crypto/rsa: verification error'],
    ['jwt', 401, 'No suitable key found'],
  ],
  'token-audience-mismatch': [
    ['jwt', 401, 'The access token is for the wrong resource'],
    ['jwt', 401, 'token is not valid for this client'],
    ['jwt', 401, 'Wrong recipient, payload audience != required audience'],
  ],
  'token-type-wrong': [
    ['token', 401, 'User token required'],
    ['token', 401, 'This endpoint requires a user access token'],
    ['token', 401, 'Bots cannot use this endpoint'],
    ['key', 401, 'Publishable key cannot be used here, use the secret key'],
    ['key', 401, 'A service account key is required'],
  ],
  'token-revoked': [
    ['token', 401, 'Token no longer exists'],
    ['jwt', 401, 'User has logged out'],
    ['key', 401, 'This key has been rotated'],
  ],
  'sender-constraint-failed': [
    ['jwt', 401, 'Token is bound to a certificate that was not presented'],
    ['jwt', 401, 'cnf mismatch'],
  ],
  'signature-mismatch': [
    ['nothing', 401, 'HMAC validation failed', signed],
    ['nothing', 401, '签名错误', signed],
    ['nothing', 401, 'sign error', signed],
  ],
  'clock-skew': [
    ['nothing', 401, 'Server time difference too large', signed],
    ['nothing', 401, 'Request expired: check your clock', signed],
  ],
};
