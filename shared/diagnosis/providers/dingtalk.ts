import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const json = { 'Content-Type': 'application/json' };
const old = 'https://oapi.dingtalk.com/topapi/v2/user/get?access_token=8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const robot = 'https://oapi.dingtalk.com/robot/send?access_token=8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const seen = (errcode: number, errmsg: string, url = old) => ({
  status: 200,
  url,
  sent: {},
  received: json,
  body: JSON.stringify({ errcode, errmsg }),
});

export const dingtalk = defineProvider({
  id: 'dingtalk',
  name: 'DingTalk',
  category: 'messaging',
  address: old,
  hosts: /^(?:oapi|api)\.dingtalk\.com$/,
  misleads: [{ says: '200', means: 'The older interface answers 200 to all; errcode is the answer.' }],
  sources: ['https://open.dingtalk.com/document/orgapp/server-api-error-codes-1'],
  doors: ['query access_token', 'field x-acs-dingtalk-access-token', 'query appsecret', 'query corpsecret'],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^errcode: (?:40014|40001)$|^code: InvalidAuthentication$/,
      explanation: 'The access token is over after two hours, or is of another app.',
      seen: seen(40014, '不合法的access_token'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^errcode: 42001$/,
      explanation: 'The access token lives two hours: fetch a new one.',
      seen: seen(42001, 'access_token已过期'),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^errcode: (?:40089|40013|40096)$/,
      explanation: 'App key and secret do not fit.',
      seen: seen(
        40089,
        '不合法的corpid或corpsecret',
        'https://oapi.dingtalk.com/gettoken?appkey=ding8f0c&appsecret=1b2a',
      ),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^errcode: 60020$|访问ip不在白名单|not in whitelist/,
      explanation: 'The app lists the addresses of its servers: enter this one.',
      seen: seen(60020, '访问ip不在白名单之中'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + PROVEN,
      says: /sign not match|签名不匹配/,
      explanation:
        'A robot with signing wants timestamp and sign: HMAC-SHA256 with the robot’s secret over timestamp, a line break and the secret, Base64 and then percent-encoded.',
      seen: seen(
        310000,
        'sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]',
        robot,
      ),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN + STATED,
      says: /sign not match|签名不匹配/,
      path: /^(?=.*[?&]sign=)(?!.*[?&]timestamp=)/,
      explanation: 'The time that was signed belongs into the address, as timestamp beside sign.',
      seen: seen(
        310000,
        'description:机器人发送签名不匹配',
        `${robot}&sign=Yt3sJk2Xv8bH1dLz6mQ9wR7pN4cU5aE2`,
      ),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + PROVEN,
      says: /invalid timestamp|timestamp.*过期/i,
      explanation: 'The timestamp is in milliseconds and may be an hour off.',
      seen: seen(310000, 'invalid timestamp', robot),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /keywords? not in content|关键词不匹配/,
      explanation: 'The robot takes messages that hold one of its keywords, and this one holds none.',
      seen: seen(
        310000,
        'keywords not in content, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]',
        robot,
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^(?:sub_code: |errcode: )(?:60011|88|50002)$|没有调用该接口的权限|AccessDenied\.AccessTokenPermissionDenied/,
      explanation:
        'The app was not given the right to this interface: apply for it on the app’s page, the answer names it.',
      seen: seen(
        60011,
        '没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp/add-api-permission',
      ),
    },
  ],
});
