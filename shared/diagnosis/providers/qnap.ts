import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const qnap = defineProvider({
  id: 'qnap',
  name: 'QNAP QTS',
  category: 'device',
  address: 'https://nas.example.com/cgi-bin/authLogin.cgi',
  paths: /^\/cgi-bin\/(?:authLogin\.cgi|filemanager\/)/,
  body: /<QDocRoot|wfm2Login|\/cgi-bin\/authLogin\.cgi/,
  misleads: [
    { says: 'authPassed 0 with status 200', means: 'The NAS tells a failed login in the body only.' },
  ],
  sources: [
    'https://hackmd.io/@RzWTNBxuSRax34Er41SIfQ/Sk_rBbtOP',
    'https://vdocuments.mx/file-station-http-api-v4-station-http-api-v41-4-copyright-2013-qnap-systems.html',
  ],
  doors: ['query sid'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /need_2sv\D{1,20}1/i,
      path: /authLogin\.cgi/,
      explanation:
        'The account wants a second step: send the security code with the login, or use an account without it.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /authPassed\D{1,20}0/i,
      path: /authLogin\.cgi/,
      explanation:
        'User and password do not fit: pwd wants the password as Base64 (ezEncode), plain_pwd the plain one.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /WFM2_AUTH_FAIL|^status: (?:3|0)$/i,
      path: /filemanager/,
      explanation: 'The sid is over: log in again.',
    },
  ],
});
