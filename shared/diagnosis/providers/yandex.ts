import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'OAuth y0_AgAAAABZx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const yandex = defineProvider({
  id: 'yandex',
  name: 'Yandex',
  category: 'cloud',
  address: 'https://cloud-api.yandex.net/v1/disk/',
  hosts: /(^|\.)(?:yandex\.(?:ru|net|com)|yandexcloud\.net|yandex\.cloud)$/,
  keys: [
    { form: /^y[0-3]_[\w-]{30,}/, kind: 'OAuth token', goes: ['authorization oauth'] },
    { form: /^t1\.[\w-]+/, kind: 'IAM token', goes: ['authorization bearer'] },
    { form: /^AQVN[\w-]{30,}/, kind: 'API key', goes: ['authorization api-key'] },
  ],
  sources: [
    'https://yandex.com/dev/disk-api/doc/en/reference/response-objects',
    'https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token',
    'https://yandex.com/dev/direct/doc/dg/concepts/errors.html',
  ],
  doors: [
    'authorization oauth',
    'authorization bearer',
    'authorization api-key',
    'authorization basic',
    'query apikey',
    'query key',
    'query oauth_token',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The token has expired|IAM token or API key has expired/i,
      explanation: 'An IAM token lives twelve hours: fetch a new one.',
      seen: {
        sent: { Authorization: 'Bearer t1.9euelZqOm8' },
        url: 'https://compute.api.cloud.yandex.net/compute/v1/instances',
        body: '{"code":16,"message":"The token has expired","details":[]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^error: UnauthorizedError$|The token is invalid|invalid oauth[_ ]token|Authorization error|Unknown api key/i,
      sent: /^authorization /,
      explanation:
        'Yandex does not know the token: it was withdrawn, is over, or stands behind the wrong word (OAuth, Bearer, Api-Key).',
      seen: {
        sent: token,
        body: '{"message":"Не авторизован.","description":"Unauthorized","error":"UnauthorizedError"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /^error: ForbiddenError$/,
      explanation: 'The app was registered without the right to this, or the user did not grant it.',
      seen: {
        status: 403,
        sent: token,
        body: '{"message":"Доступ запрещён. Возможно, у приложения недостаточно прав для данного действия.","description":"Forbidden","error":"ForbiddenError"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^message: Permission (?:to \[.*\] )?denied/i,
      explanation: 'The account has no role on this folder or resource.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer t1.9euelZqOm8' },
        url: 'https://compute.api.cloud.yandex.net/compute/v1/instances',
        body: '{"code":7,"message":"Permission denied","details":[]}',
      },
    },
  ],
});
