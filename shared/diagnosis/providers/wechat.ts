import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token =
  'https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx8f0c1b2a9d8e7f6a&secret=5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e';
const call = 'https://api.weixin.qq.com/cgi-bin/user/get?access_token=75_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G';
const seen = (url: string, errcode: number, errmsg: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json; encoding=utf-8' },
  body: JSON.stringify({ errcode, errmsg }),
});

export const wechat = defineProvider({
  id: 'wechat',
  name: 'WeChat and WeCom',
  category: 'social',
  address: call,
  hosts: /^(?:api\d?\.weixin|qyapi\.weixin|api2?\.q|sz\.api\.weixin)\.qq\.com$/,
  misleads: [{ says: '200', means: 'Every answer is a 200; errcode is the answer, 0 alone is good.' }],
  sources: [
    'https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html',
    'https://developer.work.weixin.qq.com/document/path/90313',
  ],
  doors: [
    'query access_token',
    'query suite_access_token',
    'query provider_access_token',
    'query secret',
    'query corpsecret',
  ],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^errcode: (?:42001|42007|42009|41024)$/,
      explanation:
        'The access token lives two hours, and each new one ends the one before: keep it in one place for all servers.',
      seen: seen(call, 42001, 'access_token expired rid: 655'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^errcode: (?:40001|40014|40082|40097)$|access_token is invalid or not latest/i,
      explanation:
        'The token is not the latest one: another server, or the debugging page, has fetched a newer one since.',
      seen: seen(call, 40001, 'invalid credential, access_token is invalid or not latest rid: 655'),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^errcode: (?:40013|40125|41002|41004|40243)$/,
      explanation: 'App id and app secret do not fit; the secret may have been reset or frozen.',
      seen: seen(token, 40125, 'invalid appsecret, view more at http://t.cn/RAEkdVq rid: 655'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /^errcode: (?:40164|60020|61004|48007)$|not in whitelist|not allow to access from your ip/i,
      explanation:
        'The account lists the addresses of its servers, and this one is not among them: the answer names it.',
      seen: seen(token, 40164, 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 655'),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /^errcode: (?:40029|40163|40030|42002|42003|41008)$/,
      explanation: 'The code of a login is good once and for five minutes.',
      seen: seen(
        'https://api.weixin.qq.com/sns/jscode2session?appid=wx8f0c&secret=5b4c&js_code=0c3&grant_type=authorization_code',
        40163,
        'code been used, rid: 655',
      ),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^errcode: 41001$/,
      explanation: 'The parameter access_token is not there.',
      seen: seen('https://api.weixin.qq.com/cgi-bin/user/get', 41001, 'access_token missing rid: 655'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^errcode: (?:48001|50001|48002|48003|60011|301002|301005|48004|50002)$/,
      explanation:
        'This kind of account has no right to this interface, or the user did not follow or agree.',
      seen: seen(call, 48001, 'api unauthorized rid: 655'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^errcode: (?:45009|45011|45033)$/,
      explanation:
        'The day’s quota of this interface is used up; the administrator may clear it a few times a month.',
      seen: seen(call, 45009, 'reach max api daily quota limit rid: 655'),
    },
  ],
});
