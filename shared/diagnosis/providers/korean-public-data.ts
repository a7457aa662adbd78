import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (reason: string, code: string) => ({
  status: 200,
  url: 'https://apis.data.go.kr/1360000/VilageFcstInfoService_2.0/getVilageFcst?serviceKey=Zk3VwQ7mT2pLx9rNcD4eF5gH6',
  received: { 'Content-Type': 'text/xml' },
  sent: {},
  body: `<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>${reason}</returnAuthMsg><returnReasonCode>${code}</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>`,
});

export const koreanPublicData = defineProvider({
  id: 'korean-public-data',
  name: 'Korean public data portal',
  category: 'data',
  address: 'https://apis.data.go.kr/1360000/VilageFcstInfoService_2.0/getVilageFcst',
  hosts: /(?:^|\.)data\.go\.kr$/,
  body: /OpenAPI_ServiceResponse|returnAuthMsg/,
  sources: ['https://www.data.go.kr/ugs/selectPublicDataUseGuideView.do'],
  doors: ['query servicekey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /SERVICE_?KEY_?IS_?NOT_?REGISTERED_?ERROR|SERVICE KEY IS NOT REGISTERED ERROR/i,
      explanation:
        'The key is not known to this service: it works an hour or so after the approval, each service is applied for by itself, and a key that was encoded already must not be encoded once more.',
      seen: seen('SERVICE_KEY_IS_NOT_REGISTERED_ERROR', '30'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /DEADLINE_?HAS_?EXPIRED_?ERROR/i,
      explanation: 'The time for which the use was applied for is over: extend it in the portal.',
      seen: seen('DEADLINE_HAS_EXPIRED_ERROR', '31'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /LIMITED_?NUMBER_?OF_?SERVICE_?REQUESTS_?(?:PER_?SECOND_?)?EXCEEDS/i,
      explanation: 'The day’s calls of this service are used up.',
      seen: seen('LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR', '22'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /UNREGISTERED_?IP_?ERROR/i,
      explanation: 'The key is bound to an address that was given with the application.',
      seen: seen('UNREGISTERED_IP_ERROR', '32'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /SERVICE_?ACCESS_?DENIED_?ERROR/i,
      explanation: 'The use of this service was not applied for, or not approved yet.',
      seen: seen('SERVICE_ACCESS_DENIED_ERROR', '20'),
    },
  ],
});
