import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://api.huobi.pro/v1/account/accounts?AccessKeyId=8f0c1b2a-9d8e7f6a-5b4c3d2e-1f0a9&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2023-11-15T12%3A00%3A00&Signature=4F65x5A2bLyMWVQj3Aqp%2BB4w%2BivaA7n5Oi2SuYtCJ9o%3D';
const seen = (errCode: string, message: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ status: 'error', 'err-code': errCode, 'err-msg': message, data: null }),
});

export const htx = defineProvider({
  id: 'htx',
  name: 'HTX (Huobi)',
  category: 'trading',
  address: url,
  hosts: /^api(?:-aws)?\.(?:huobi|htx)\.(?:pro|com)$|^api\.(?:hbdm|btcgateway)\.(?:com|pro)$/,
  misleads: [{ says: '200', means: 'Every answer is a 200; err-code is the answer.' }],
  sources: [
    'https://huobiapi.github.io/docs/spot/v1/en/#error-code',
    'https://huobiapi.github.io/docs/spot/v1/en/#authentication',
  ],
  doors: ['query accesskeyid', 'query signature'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /Incorrect Access key|Access key错误|^err-code: invalid-?(?:api-?key|access-?key)/i,
      explanation: 'No such access key: deleted, or over after ninety days without a bound address.',
      seen: seen('api-signature-not-valid', 'Signature not valid: Incorrect Access key [Access key错误]'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + PROVEN,
      says: /Invalid submission time|incorrect time format|无效的提交时间/i,
      explanation: 'Timestamp is UTC, YYYY-MM-DDThh:mm:ss, percent-encoded, and may be five minutes off.',
      seen: seen(
        'api-signature-not-valid',
        'Signature not valid: Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误]',
      ),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + PROVEN,
      says: /Incorrect IP address|IP地址错误|ip (?:is )?not in (?:the )?white/i,
      explanation: 'The key is bound to other addresses.',
      seen: seen('api-signature-not-valid', 'Signature not valid: Incorrect IP address [IP地址错误]'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /Verification failure|校验失败|^err-code: api-signature-check-failed/i,
      explanation:
        'Signed is: method, host in lower case, path and the sorted, percent-encoded query, on four lines.',
      seen: seen('api-signature-not-valid', 'Signature not valid: Verification failure [校验失败]'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^err-code: (?:base-operation-forbidden|gateway-internal-error-permission|api-not-support-temp-addr)|No permission|API key permission/i,
      explanation: 'The key was made without the right to trade or withdraw.',
      seen: seen('base-operation-forbidden', 'API key permission error'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^err-code: login-required$/,
      notSent: /./,
      explanation: 'The call wants a signature, and none was sent.',
      seen: {
        ...seen('login-required', 'Required Access key is missing'),
        url: 'https://api.huobi.pro/v1/account/accounts',
      },
    },
  ],
});
