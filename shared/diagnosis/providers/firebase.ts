import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const firebase = defineProvider({
  id: 'firebase',
  name: 'Firebase',
  category: 'identity',
  address: 'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=AIzaSyA0',
  family: 'google-cloud',
  hosts:
    /(firebaseio\.com|identitytoolkit\.googleapis\.com|firestore\.googleapis\.com|securetoken\.googleapis\.com)$/,
  body: /Firebase|["( ]auth\/[a-z-]+[") ]|verify(?:IdToken|SessionCookie)\(\)/,
  sources: [
    'https://firebase.google.com/docs/auth/admin/errors',
    'https://github.com/firebase/firebase-admin-node/blob/master/src/utils/error.ts',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /API key expired/i,
      explanation: 'The key in the address has an end, and it is over.',
      seen: {
        status: 400,
        url: 'https://identitytoolkit.googleapis.com/v1/accounts:lookup?key=AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q',
        sent: {},
        body: '{"error":{"code":400,"message":"API key expired. Please renew the API key.","status":"INVALID_ARGUMENT"}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['INVALID_ID_TOKEN'],
      explanation: 'The ID token in the body is over, of another project, or none at all.',
      seen: {
        status: 400,
        url: 'https://identitytoolkit.googleapis.com/v1/accounts:lookup?key=AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q',
        sent: {},
        posted: 'idToken=abc',
        body: '{"error":{"code":400,"message":"INVALID_ID_TOKEN"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['INVALID_CODE', 'INVALID_OOB_CODE', 'INVALID_TEMPORARY_PROOF'],
      explanation: 'The code from the message or mail is not the one that was sent.',
      seen: {
        status: 400,
        url: 'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPhoneNumber?key=AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q',
        sent: {},
        posted: 'sessionInfo=a&code=123456',
        body: '{"error":{"code":400,"message":"INVALID_CODE"}}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: [
        'INVALID_APP_CREDENTIAL',
        'MISSING_APP_CREDENTIAL',
        'CAPTCHA_CHECK_FAILED',
        'INVALID_RECAPTCHA_TOKEN',
      ],
      explanation:
        'The app could not prove that it is one of the project’s: the reCAPTCHA or the app’s own attestation fails.',
      seen: {
        status: 400,
        url: 'https://identitytoolkit.googleapis.com/v1/accounts:sendVerificationCode?key=AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q',
        sent: {},
        posted: 'phoneNumber=%2B49&recaptchaToken=x',
        body: '{"error":{"code":400,"message":"INVALID_APP_CREDENTIAL"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /auth\/id-token-expired|auth\/session-cookie-expired|Firebase ID token has expired/i,
      explanation: 'A Firebase ID token lasts an hour.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        body: '{"error":"Firebase ID token has expired. Get a fresh ID token from your client app and try again (auth/id-token-expired)."}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /auth\/(?:id-token|session-cookie)-revoked/i,
      explanation: 'The user’s tokens were withdrawn.',
      seen: { status: 401, url: 'https://api.example.com/v1/me', body: '{"code":"auth/id-token-revoked"}' },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /incorrect "aud"|invalid 'aud'/i,
      explanation: 'The token belongs to another Firebase project, or is Google’s own and not Firebase’s.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        body: '{"error":"Firebase ID token has incorrect \\"aud\\" (audience) claim. Expected \\"my-app\\" but got \\"other-app\\"."}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /incorrect "iss"|invalid 'iss'/i,
      explanation: 'The token does not come from securetoken.google.com for this project.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        body: '{"error":"Firebase ID token has incorrect \\"iss\\" (issuer) claim."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      says: /expects an ID token, but was given a custom token|legacy custom token|given a(?:n)? (?:ID token|session cookie)|MISSING_CUSTOM_TOKEN/i,
      explanation: 'A custom token must first be exchanged for an ID token by signing in.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2lkZW50aXR5dG9vbGtpdC5nb29nbGVhcGlzLmNvbSIsInVpZCI6InUxIn0.c2ln',
        },
        url: 'https://api.example.com/v1/me',
        body: '{"error":"verifyIdToken() expects an ID token, but was given a custom token."}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Firebase ID token has (?:invalid signature|no "kid"|"kid" claim which does not)|Firebase ID token has incorrect algorithm/i,
      explanation:
        'The token is not signed by a current key of Google’s for Firebase; in the emulator tokens are not signed at all.',
      seen: {
        status: 401,
        url: 'https://api.example.com/v1/me',
        body: '{"error":"Firebase ID token has \\"kid\\" claim which does not correspond to a known public key."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: [
        'INVALID_PASSWORD',
        'EMAIL_NOT_FOUND',
        'INVALID_LOGIN_CREDENTIALS',
        'auth/wrong-password',
        'auth/user-not-found',
        'auth/invalid-credential',
      ],
      explanation: 'Firebase does not know e-mail and password.',
      seen: { status: 400, sent: {} },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['USER_DISABLED', 'auth/user-disabled'],
      explanation: 'The account is disabled.',
      seen: { status: 400, sent: {} },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /TOO_MANY_ATTEMPTS_TRY_LATER|auth\/too-many-requests/,
      explanation: 'Too many failed logins from here; access is closed for a while.',
      seen: {
        status: 400,
        sent: {},
        body: '{"error":{"code":400,"message":"TOO_MANY_ATTEMPTS_TRY_LATER : Too many unsuccessful login attempts. Please try again later."}}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      code: ['TOKEN_EXPIRED', 'INVALID_REFRESH_TOKEN', 'USER_NOT_FOUND'],
      explanation:
        'The refresh token is no longer accepted: password or e-mail changed, or the account is gone.',
      seen: {
        url: 'https://securetoken.googleapis.com/v1/token?key=AIzaSyA0',
        posted: 'grant_type=refresh_token&refresh_token=AMf-vBx',
        status: 400,
        sent: {},
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      code: ['PASSWORD_LOGIN_DISABLED'],
      explanation: 'Signing in by password is switched off in the project; other ways may be open.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=AIzaSyA0',
        posted: 'email=anna%40example.com&password=x',
        body: '{"error":{"code":400,"message":"PASSWORD_LOGIN_DISABLED"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /OPERATION_NOT_ALLOWED|ADMIN_ONLY_OPERATION/,
      explanation: 'This way of signing in is switched off in the project.',
      seen: { status: 400, sent: {}, body: '{"error":{"code":400,"message":"OPERATION_NOT_ALLOWED"}}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Missing or insufficient permissions|error: Permission denied/i,
      status: [403, 401],
      explanation:
        'The database’s security rules do not allow it for this user; they must be published as well as written.',
      seen: {
        status: 403,
        url: 'https://firestore.googleapis.com/v1/projects/p/databases/(default)/documents/x',
        body: '{"error":{"code":403,"message":"Missing or insufficient permissions.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /API key not valid|API_KEY_INVALID/i,
      explanation: 'The key in the query is not one of this project’s.',
      seen: {
        status: 400,
        sent: {},
        body: '{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}',
      },
    },
  ],
});
