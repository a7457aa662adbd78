import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, code: string, message: string) => ({
  status,
  sent: { Authorization: 'Basic dGVzdF9za19ENUdlUFd2eUpucks6' },
  body: JSON.stringify({ code, message }),
});

export const tossPayments = defineProvider({
  id: 'toss-payments',
  name: 'Toss Payments',
  category: 'payment',
  address: 'https://api.tosspayments.com/v1/payments/confirm',
  hosts: /(?:^|\.)tosspayments\.com$/,
  keys: [
    { form: /^live_g?sk_/, kind: 'secret key', environment: 'live', goes: ['authorization basic'] },
    { form: /^test_g?sk_/, kind: 'secret key', environment: 'test', goes: ['authorization basic'] },
    { form: /^(?:live|test)_g?ck_/, kind: 'client key', spare: true },
  ],
  sources: [
    'https://docs.tosspayments.com/reference/error-codes',
    'https://docs.tosspayments.com/reference/using-api/authorization',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['UNAUTHORIZED_KEY', 'INVALID_API_KEY'],
      explanation:
        'The secret key is not known. It goes as the user of Basic, with a colon behind it and no password.',
      seen: seen(401, 'UNAUTHORIZED_KEY', '인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다.'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['UNAUTHORIZED_KEY', 'INVALID_API_KEY', 'INCORRECT_BASIC_AUTH_FORMAT'],
      sent: /^basic authorization: (?:live|test)_g?ck_/,
      explanation:
        'The client key is for the page that shows the payment; the server’s calls take the secret key.',
      seen: {
        sent: { Authorization: 'Basic dGVzdF9ja19ENUdlUFd2eUpucks6' },
        body: '{"code":"UNAUTHORIZED_KEY","message":"인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      code: ['INCORRECT_BASIC_AUTH_FORMAT'],
      explanation: 'The secret key was encoded without the colon behind it.',
      seen: {
        status: 400,
        sent: { Authorization: 'Basic dGVzdF9za19ENUdlUFd2eUpucks=' },
        body: '{"code":"INCORRECT_BASIC_AUTH_FORMAT","message":"잘못된 요청입니다. \':\' 를 포함해 인코딩해주세요."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['FORBIDDEN_REQUEST'],
      explanation: 'The key is of another shop than the payment, or test and live are mixed.',
      seen: seen(403, 'FORBIDDEN_REQUEST', '허용되지 않은 요청입니다.'),
    },
  ],
});
