import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.ipstack.com/134.201.250.155?access_key=4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const seen = (code: number, type: string, info: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ success: false, error: { code, type, info } }),
});

export const apilayer = defineProvider({
  id: 'apilayer',
  name: 'apilayer, ipstack, Fixer and kin',
  category: 'data',
  address: url,
  hosts:
    /^api\.(?:ipstack|ipapi|currencylayer|weatherstack|aviationstack|mediastack|marketstack|positionstack|userstack|numverify|screenshotlayer|exchangeratesapi|apilayer)\.(?:com|net|io)$|^(?:data\.fixer\.io|apilayer\.net)$/,
  body: /"type"\s*:\s*"(?:missing_access_key|invalid_access_key|inactive_user|https_access_restricted|usage_limit_reached|function_access_restricted)"/,
  misleads: [
    { says: '200', means: 'The older interfaces answer 200 with success: false; error.type is the answer.' },
  ],
  sources: ['https://ipstack.com/documentation', 'https://fixer.io/documentation'],
  doors: ['field apikey', 'query access_key', 'query apikey'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['missing_access_key'],
      explanation: 'No key was sent: it goes in the parameter access_key.',
      seen: {
        ...seen(101, 'missing_access_key', 'You have not supplied an API Access Key.'),
        url: 'https://api.ipstack.com/check',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_access_key'],
      explanation: 'No such key at this product: each of the family has its own.',
      seen: seen(101, 'invalid_access_key', 'You have not supplied a valid API Access Key.'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['inactive_user'],
      explanation: 'The account is not active: confirm its mail, or settle its bill.',
      seen: seen(
        102,
        'inactive_user',
        'Your User Account is inactive. Please get in touch with Customer Support.',
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: [
        'https_access_restricted',
        'function_access_restricted',
        'batch_not_supported_on_plan',
        'base_currency_access_restricted',
      ],
      explanation: 'The plan does not cover this: the free one of several products takes plain HTTP only.',
      seen: seen(
        105,
        'https_access_restricted',
        'Access Restricted - Your current Subscription Plan does not support HTTPS Encryption.',
      ),
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['usage_limit_reached', 'rate_limit_reached'],
      explanation: 'The month’s volume is used up.',
      seen: seen(
        104,
        'usage_limit_reached',
        'Your monthly usage limit has been reached. Please upgrade your Subscription Plan.',
      ),
    },
  ],
});
