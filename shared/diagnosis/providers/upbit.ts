import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (name: string, message: string) => ({
  status: 401,
  body: JSON.stringify({ error: { name, message } }),
});

export const upbit = defineProvider({
  id: 'upbit',
  name: 'Upbit',
  category: 'trading',
  address: 'https://api.upbit.com/v1/accounts',
  hosts: /(?:^|[.-])api\.upbit\.com$/,
  sources: ['https://docs.upbit.com/kr/reference/rest-api-guide', 'https://docs.upbit.com/kr/reference/auth'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['invalid_query_payload'],
      explanation:
        'The token must hold the SHA512 of the very query or body that is sent, in query_hash, wherever there are parameters.',
      seen: seen('invalid_query_payload', 'Jwt의 query를 검증하는데 실패하였습니다.'),
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      code: ['jwt_verification'],
      explanation:
        'The token was not signed with the secret of this access key, or not by the algorithm HS512.',
      seen: seen('jwt_verification', 'Jwt 토큰 검증에 실패했습니다.'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_access_key'],
      explanation: 'A key lives a year: make a new one.',
      seen: seen('expired_access_key', '만료된 API 키입니다.'),
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN,
      code: ['nonce_used'],
      explanation: 'Each request needs a nonce of its own in the token.',
      seen: seen('nonce_used', '이미 요청한 nonce값이 다시 사용되었습니다.'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['no_authorization_i_p', 'no_authorization_ip'],
      explanation: 'The key holds the addresses from which it may be used, and this is none of them.',
      seen: seen('no_authorization_i_p', '허용되지 않은 IP 주소입니다.'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['out_of_scope'],
      explanation: 'The key was made without the permission for this call.',
      seen: seen('out_of_scope', '허용되지 않은 기능입니다.'),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_access_key'],
      explanation: 'No key of this name is known.',
      seen: seen('invalid_access_key', '잘못된 엑세스 키입니다.'),
    },
  ],
});
