import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = {
  authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G',
  appkey: 'PSg5dctL9dKPo727J13Ur405OSXXXX9m',
};
const seen = (status: number, code: string, text: string) => ({
  status,
  sent: { ...sent, appsecret: 'yo2t8zS68zpdjGuWvFyM9VikjXE0i0Cb' },
  body: JSON.stringify({ rt_cd: '1', msg_cd: code, msg1: text }),
});

export const koreaInvestment = defineProvider({
  id: 'korea-investment',
  name: 'Korea Investment & Securities',
  category: 'trading',
  address: 'https://openapi.koreainvestment.com:9443/uapi/domestic-stock/v1/quotations/inquire-price',
  hosts: /^openapi(?:vts)?\.koreainvestment\.com$/,
  testHosts: /^openapivts\./,
  body: /"(?:msg_cd|error_code)":\s*"EGW\d{5}"/,
  sources: ['https://apiportal.koreainvestment.com/faq-error-code'],
  doors: ['authorization bearer', 'field appkey', 'field appsecret'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['EGW00123'],
      explanation: 'A token lives a day: fetch the next one.',
      seen: seen(500, 'EGW00123', '기간이 만료된 token 입니다.'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['EGW00121'],
      explanation: 'The token is not known: another was fetched since, or it is of the practice host.',
      seen: seen(500, 'EGW00121', '유효하지 않은 token 입니다.'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      code: ['EGW00133'],
      explanation: 'A token is handed out once a minute: keep it for the day.',
      seen: {
        status: 403,
        url: 'https://openapi.koreainvestment.com:9443/oauth2/tokenP',
        sent: {},
        posted: '{"grant_type":"client_credentials","appkey":"PSg5","appsecret":"yo2t"}',
        body: '{"error_code":"EGW00133","error_description":"접근토큰 발급 잠시 후 다시 시도하세요(1분당 1회)"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['EGW00201'],
      explanation: 'So many calls a second are allowed for each account.',
      seen: seen(500, 'EGW00201', '초당 거래건수를 초과하였습니다.'),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /EGW0010[35]/,
      lacks: 'appsecret',
      explanation: 'Each call carries appkey and appsecret beside the token.',
      seen: {
        status: 500,
        sent,
        body: '{"rt_cd":"1","msg_cd":"EGW00105","msg1":"유효하지 않은 appsecret 입니다."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /EGW0010[35]/,
      explanation: 'appkey and appsecret do not fit, or are those of the practice host.',
      seen: seen(500, 'EGW00105', '유효하지 않은 appsecret 입니다.'),
    },
  ],
});
