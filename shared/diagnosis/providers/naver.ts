import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const client = { 'X-Naver-Client-Id': 'k3vX8rM2ZtQ6', 'X-Naver-Client-Secret': 'bWy1NhD4Jg' };
const seen = (status: number, errorCode: string, errorMessage: string) => ({
  status,
  sent: client,
  body: JSON.stringify({ errorMessage, errorCode }),
});

export const naver = defineProvider({
  id: 'naver',
  name: 'Naver',
  category: 'social',
  address: 'https://openapi.naver.com/v1/search/blog.json',
  hosts: /^openapi\.naver\.com$|^naveropenapi\.apigw\.ntruss\.com$|^nid\.naver\.com$/,
  sources: ['https://developers.naver.com/docs/common/openapiguide/errorcode.md'],
  doors: [
    'authorization bearer',
    'field x-naver-client-id',
    'field x-naver-client-secret',
    'field x-ncp-apigw-api-key-id',
    'field x-ncp-apigw-api-key',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  needs: [{ at: ['field x-naver-client-secret'], beside: 'field x-naver-client-id' }],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /Authentication header not exists|^errorcode: 0?28$/i,
      notSent: /^authorization /,
      explanation: 'The interfaces for a user’s data want the user’s token in Authorization.',
      seen: {
        sent: { 'X-Naver-Client-Id': 'a1b2c3d4' },
        body: '{"errorMessage":"Authentication header not exists. (OAuth Header가 없습니다.)","errorCode":"028"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Not Exist Client ID : Authentication failed/i,
      notSent: /./,
      explanation: 'Neither id nor secret arrived: they go in X-Naver-Client-Id and X-Naver-Client-Secret.',
      seen: {
        ...seen(401, '024', 'Not Exist Client ID : Authentication failed. (인증에 실패했습니다.)'),
        sent: {},
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /NID AUTH Result Invalid|Not Exist Client Secret/i,
      lacks: 'X-Naver-Client-Secret',
      explanation: 'Id and secret go together, the secret in X-Naver-Client-Secret.',
      seen: {
        ...seen(401, '024', 'NID AUTH Result Invalid (1000) : Authentication failed. (인증에 실패했습니다.)'),
        sent: { 'X-Naver-Client-Id': 'k3vX8rM2ZtQ6' },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /NID AUTH Result Invalid|Not Exist Client ID/i,
      explanation: 'Id and secret do not fit, or this interface is not switched on in the application.',
      seen: seen(
        401,
        '024',
        'NID AUTH Result Invalid (1000) : Authentication failed. (인증 실패하였습니다.)',
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /Scope Status Invalid|not registered api/i,
      explanation: 'The application was made without this interface: add it under its API settings.',
      seen: seen(401, '024', 'Scope Status Invalid : Authentication failed. (인증에 실패했습니다.)'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Query limit exceeded|^errorcode: 0?10$/i,
      explanation: 'The day’s calls of this interface are used up.',
      seen: seen(429, '010', 'Query limit exceeded (쿼리 한도를 초과했습니다)'),
    },
  ],
});
