import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const netsuite = defineProvider({
  id: 'netsuite',
  name: 'Oracle NetSuite',
  category: 'productivity',
  address: 'https://1234567.suitetalk.api.netsuite.com/services/rest/record/v1/customer',
  hosts: /(^|\.)netsuite\.com$/,
  doors: ['authorization oauth', 'authorization bearer', 'authorization nlauth'],
  misleads: [
    {
      says: 'Invalid login attempt',
      means:
        'The reason stands in the account only: Setup, Users/Roles, View Login Audit Trail, column Detail.',
    },
  ],
  sources: ['https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_158324637123.html'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: STATED + HINTED,
      code: ['INVALID_LOGIN_ATTEMPT'],
      says: /Invalid login attempt/i,
      sent: /^authorization authorization: oauth /i,
      explanation:
        'Look at the login audit trail: InvalidSignature means the text signed differs (realm is the account in capitals with an underscore, HMAC-SHA256), InvalidTimestamp the clock, NonceUsed a repeated one.',
      seen: {
        sent: {
          Authorization:
            'OAuth realm="1234567",oauth_consumer_key="x",oauth_token="y",oauth_signature_method="HMAC-SHA256",oauth_timestamp="1",oauth_nonce="n",oauth_version="1.0",oauth_signature="z"',
        },
        body: '{"type":"https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.2","title":"Unauthorized","status":401,"o:errorDetails":[{"detail":"Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.","o:errorCode":"INVALID_LOGIN"}]}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      sent: /^authorization authorization: oauth .*signature_method="?HMAC-SHA1\b/i,
      explanation: 'Token-based authentication is signed with HMAC-SHA256; since 2021 HMAC-SHA1 is not read.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'OAuth realm="1234567",oauth_consumer_key="x",oauth_token="y",oauth_signature_method="HMAC-SHA1",oauth_timestamp="1",oauth_nonce="n",oauth_version="1.0",oauth_signature="z"',
        },
        body: '{"error":{"code":"INVALID_REQUEST","message":"The request could not be understood by the server due to malformed syntax."}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /Invalid login attempt/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The access token is over after an hour, is of another account, or its integration record or role is disabled; the login audit trail says which.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"title":"Unauthorized","status":401,"o:errorDetails":[{"detail":"Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.","o:errorCode":"INVALID_LOGIN"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['INSUFFICIENT_PERMISSION', 'USER_ERROR_PERMISSION'],
      says: /You (?:do not|need) .{0,60}permission|Permission Violation/i,
      explanation:
        'The role of the token lacks the permission named, or “REST Web Services” and “Log in using Access Tokens”.',
      seen: {
        status: 403,
        body: '{"title":"Forbidden","status":403,"o:errorDetails":[{"detail":"Permission Violation: You need the \'Lists -> Customers\' permission to access this page. Please contact your account administrator.","o:errorCode":"INSUFFICIENT_PERMISSION"}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['CONCURRENCY_LIMIT_EXCEEDED', 'SSS_REQUEST_LIMIT_EXCEEDED'],
      says: /concurrent request limit/i,
      explanation: 'The account takes a few requests at a time; wait and try again.',
      seen: {
        status: 429,
        body: '{"title":"Too Many Requests","status":429,"o:errorDetails":[{"detail":"Concurrent request limit exceeded. Request blocked.","o:errorCode":"CONCURRENCY_LIMIT_EXCEEDED"}]}',
      },
    },
  ],
});
