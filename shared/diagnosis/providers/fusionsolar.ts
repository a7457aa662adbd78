import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fusionsolar = defineProvider({
  id: 'fusionsolar',
  name: 'Huawei FusionSolar',
  category: 'device',
  address: 'https://eu5.fusionsolar.huawei.com/thirdData/getStationList',
  hosts: /\.fusionsolar\.huawei\.com$/,
  paths: /^\/thirdData\//,
  body: /"failCode"\s*:\s*"?\d{3,5}\b/,
  sources: [
    'https://support.huawei.com/enterprise/en/doc/EDOC1100261860',
    'https://github.com/BlazejosP/huawei-sun2000-API-CLI/issues/35',
  ],
  doors: ['field xsrf-token', 'authorization bearer'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^failCode: 305$|USER_MUST_RELOGIN/i,
      explanation:
        'The XSRF-TOKEN of the login is over, or never came: post to /thirdData/login and send what its header brings.',
      seen: {
        status: 200,
        sent: { 'XSRF-TOKEN': 'n-q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        received: { 'Content-Type': 'application/json' },
        body: '{"success":false,"failCode":305,"message":"USER_MUST_RELOGIN","data":null}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^failCode: 407$|ACCESS_FREQUENCY_IS_TOO_HIGH/i,
      explanation: 'Each call has its own limit, of some a handful a day for a plant.',
      seen: {
        status: 200,
        sent: { 'XSRF-TOKEN': 'n-q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        received: { 'Content-Type': 'application/json' },
        body: '{"success":false,"failCode":407,"message":null,"data":"ACCESS_FREQUENCY_IS_TOO_HIGH"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^failCode: 20400$|user_or_value_invalid(?!_lock)/i,
      explanation:
        'This is the login of an account for the Northbound interface, which an installer makes: that of the app does not open it.',
      seen: {
        url: 'https://eu5.fusionsolar.huawei.com/thirdData/login',
        status: 200,
        sent: {},
        posted: '{"userName":"kim","systemCode":"word-of-kim"}',
        received: { 'Content-Type': 'application/json' },
        body: '{"success":false,"failCode":20400,"message":"user.login.user_or_value_invalid","data":null}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /user_or_value_invalid_lock/i,
      explanation: 'Failed logins have locked the account for a while.',
      seen: {
        url: 'https://eu5.fusionsolar.huawei.com/thirdData/login',
        status: 200,
        sent: {},
        posted: '{"userName":"kim","systemCode":"word-of-kim"}',
        received: { 'Content-Type': 'application/json' },
        body: '{"success":false,"failCode":20400,"message":"user.login.user_or_value_invalid_lock_default","data":null}',
      },
    },
  ],
});
