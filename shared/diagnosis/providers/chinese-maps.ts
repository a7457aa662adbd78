import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const amap = 'https://restapi.amap.com/v3/geocode/geo?address=x&key=8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const seen = (infocode: string, info: string) => ({
  status: 200,
  url: amap,
  sent: {},
  received: { 'Content-Type': 'application/json;charset=UTF-8' },
  body: JSON.stringify({ status: '0', info, infocode }),
});

export const chineseMaps = defineProvider({
  id: 'chinese-maps',
  name: 'Amap and Baidu Maps',
  category: 'data',
  address: amap,
  hosts: /^(?:restapi\.amap\.com|api\.map\.baidu\.com)$/,
  misleads: [
    { says: '200', means: 'Every answer is a 200: infocode (Amap) or status (Baidu) is the answer.' },
  ],
  sources: [
    'https://lbs.amap.com/api/webservice/guide/tools/info',
    'https://lbsyun.baidu.com/index.php?title=webapi/appendix',
  ],
  doors: ['query key', 'query ak', 'query sn', 'query sig'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^infocode: (?:10001|10013)$|AK有误|APP不存在/,
      explanation: 'There is no such key, or it was deleted.',
      seen: seen('10001', 'INVALID_USER_KEY'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /^infocode: 10009$|APP Mcode码校验失败|APP类型错误/,
      explanation:
        'The key was made for another platform: each of web service, browser, Android and iOS takes a key of its own kind.',
      seen: seen('10009', 'USERKEY_PLAT_NOMATCH'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^infocode: 10005$|APP IP校验失败/,
      explanation: 'The key lists the addresses of its servers, and this one is not among them.',
      seen: seen('10005', 'INVALID_USER_IP'),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /^infocode: (?:10006|10008)$|APP Referer校验失败/i,
      explanation: 'The key is bound to a domain, or to an app’s package and fingerprint.',
      seen: seen('10006', 'INVALID_USER_DOMAIN'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^infocode: 10007$|APP SN校验失败/,
      explanation: 'The key wants a signature over the sorted parameters, and the one sent does not fit.',
      seen: seen('10007', 'INVALID_USER_SIGNATURE'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^infocode: (?:10002|10012)$|APP 服务被禁用/,
      explanation: 'The key was made without this service.',
      seen: seen('10012', 'INSUFFICIENT_PRIVILEGES'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^infocode: (?:10003|10004|10010|1001[4-9]|10020|10021|10029|10044)$|天配额超限|并发量?(?:已经)?超/,
      explanation: 'The key’s quota for the day or the second is used up.',
      seen: seen('10003', 'DAILY_QUERY_OVER_LIMIT'),
    },
  ],
});
