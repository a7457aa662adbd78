import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { appId: 'alpha3f8c12d07b5e4a96', timeStamp: '1700000000', sign: '5f1c0b8e2a7d4936' };
const answer = (code: number, msg: string) => ({
  status: 200,
  sent,
  body: `{"code":${code},"msg":"${msg}","expMsg":"","data":null,"extra":null}`,
});

export const alphaess = defineProvider({
  id: 'alphaess',
  name: 'AlphaESS Open API',
  category: 'device',
  address: 'https://openapi.alphaess.com/api/getEssList',
  hosts: /^openapi\.alphaess\.com$/,
  sources: ['https://open.alphaess.com/', 'https://github.com/CharlesGillanders/alphaess-openAPI'],
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['6006'],
      explanation:
        'The field timeStamp, in seconds, may be five minutes from the server’s clock and no more.',
      seen: answer(6006, 'timeStamp error'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['6007'],
      explanation:
        'The field sign is the SHA-512 of appId, secret and timeStamp, in small hexadecimal letters.',
      seen: answer(6007, 'Sign check error'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['6002', '6005'],
      explanation:
        'This system is not bound to the application: add its serial number in the developer’s console.',
      seen: answer(6005, 'This appId is not bound to the SN'),
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['6009'],
      explanation: 'The application has a list of addresses, and this one is not on it.',
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + HINTED,
      code: ['6010', '6011', '6012'],
      explanation: 'Every call carries the fields appId, timeStamp and sign.',
      seen: answer(6011, 'timestamp is empty'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['6053'],
      explanation: 'The same call was made too soon after the last one.',
      seen: answer(6053, 'The request was too fast, please try again later'),
    },
  ],
});
