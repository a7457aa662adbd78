import type { Wordings } from './wording.test-support.ts';

const login = {
  method: 'POST',
  url: 'https://app.example.com/api/login',
  sent: { 'Content-Type': 'application/json' },
  posted: '{"username":"ada","password":"Lovelace-1843"}',
};

/** What is the matter with an account, a further factor or a right, in the words of products without a table. */
export const accounts: Wordings = {
  'account-unusable': [
    ['basic', 401, 'User is inactive'],
    ['nothing', 403, 'Account pending approval', login],
    ['nothing', 400, 'email_not_confirmed', login],
    ['nothing', 401, 'Password expired', login],
    ['nothing', 401, 'Benutzer gesperrt', login],
    ['key', 401, 'Account suspended due to unpaid invoices'],
    ['key', 401, 'Trial ended'],
    ['key', 401, 'Key not activated yet'],
    ['key', 402, 'Insufficient balance'],
    ['key', 401, 'Your developer account is under review'],
    ['token', 401, 'User must accept the terms of service'],
  ],
  'mfa-required': [
    ['nothing', 200, { success: false, requires2FA: true }, login],
    ['nothing', 401, 'Please provide the one-time code', login],
    ['nothing', 401, 'Bestätigungscode erforderlich', login],
    ['nothing', 401, '需要二次验证', login],
    ['nothing', 401, 'Security key required', login],
    ['jwt', 401, 'Reauthentication required'],
    ['jwt', 401, 'This action requires recent authentication'],
    ['jwt', 401, 'insufficient_acr'],
    ['jwt', 401, 'sudo mode required'],
  ],
  'scope-insufficient': [
    ['key', 403, 'key missing permission "read"'],
    ['key', 403, 'This API key is read only'],
    ['token', 403, 'Read-only token cannot write'],
    ['token', 403, 'The token has not the required abilities'],
    ['jwt', 403, 'Token scopes do not include admin'],
  ],
  'permission-denied': [
    ['key', 403, 'API access is not enabled for your account'],
    ['key', 403, 'service not enabled for this key'],
    ['key', 403, 'Your plan does not include API access'],
    ['token', 403, 'no policy allows this action'],
    ['token', 403, 'Keine Berechtigung'],
    ['token', 403, '没有权限'],
  ],
};
