import { HINTED, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const guacamole = defineProvider({
  id: 'guacamole',
  name: 'Apache Guacamole',
  category: 'gateway',
  address: 'https://remote.example.com/guacamole/api/session/data/mysql/connections',
  paths: /\/api\/(?:tokens(?:\/|$)|session\/(?:data|ext)\/)/,
  sends: ['guacamole-token'],
  body: /"type"\s*:\s*"(?:INVALID_CREDENTIALS|INSUFFICIENT_CREDENTIALS|PERMISSION_DENIED)"/,
  sources: [
    'https://guacamole.apache.org/doc/gug/',
    'https://github.com/apache/guacamole-client/blob/main/guacamole/src/main/java/org/apache/guacamole/rest/APIError.java',
  ],
  misleads: [
    {
      says: 'PERMISSION_DENIED',
      means:
        'Also a token whose session is over, an hour after its last use: Guacamole does not tell the two apart.',
    },
  ],
  doors: ['field guacamole-token', 'query token'],
  lives: { seconds: 3_600, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_CREDENTIALS'],
      path: /\/api\/tokens/,
      explanation: 'Guacamole’s extensions do not know this user and password.',
      seen: {
        url: 'https://remote.example.com/guacamole/api/tokens',
        status: 403,
        sent: {},
        posted: 'username=kim&password=word-of-kim',
        body: '{"message":"Permission Denied.","translatableMessage":{"key":"LOGIN.ERROR_INVALID_LOGIN"},"statusCode":null,"expected":[{"name":"username","type":"USERNAME"},{"name":"password","type":"PASSWORD"}],"type":"INVALID_CREDENTIALS"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED + HINTED,
      code: ['INSUFFICIENT_CREDENTIALS'],
      explanation:
        'The password is right and more is asked for: the fields in expected, such as the one-time code guac-totp.',
      seen: {
        url: 'https://remote.example.com/guacamole/api/tokens',
        status: 403,
        sent: {},
        posted: 'username=kim&password=word-of-kim',
        body: '{"message":"LOGIN.INFO_TOTP_REQUIRED","statusCode":null,"expected":[{"name":"guac-totp","type":"GUAC_TOTP_CODE"}],"type":"INSUFFICIENT_CREDENTIALS"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: SUGGESTED,
      code: ['PERMISSION_DENIED'],
      explanation: 'The user may not do this, or the token’s session is over.',
      seen: {
        status: 403,
        sent: { 'Guacamole-Token': 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"message":"Permission Denied.","translatableMessage":{"key":"APP.TEXT_UNTRANSLATED"},"statusCode":null,"expected":null,"type":"PERMISSION_DENIED"}',
      },
    },
  ],
});
