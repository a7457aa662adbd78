import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const json = { 'Content-Type': 'text/html' };
const call = 'http://camera.example.com/cgi-bin/api.cgi?cmd=GetDevInfo&token=1a2b3c4d5e6f';
const answer = (cmd: string, detail: string, code: number): string =>
  JSON.stringify([{ cmd, code: 1, error: { detail, rspCode: code } }]);

const login = {
  status: 200,
  url: 'http://camera.example.com/cgi-bin/api.cgi?cmd=Login',
  sent: {},
  received: json,
  posted: '[{"cmd":"Login","param":{"User":{"userName":"admin","password":"word-of-kim"}}}]',
};

export const reolink = defineProvider({
  id: 'reolink',
  name: 'Reolink cameras and recorders',
  category: 'device',
  address: call,
  paths: /\/(?:cgi-bin\/)?api\.cgi$/,
  body: /"rspCode"\s*:\s*-\d+/,
  misleads: [{ says: '200', means: 'The camera answers 200 to all; rspCode is the answer.' }],
  sources: ['https://support.reolink.com/hc/en-us/articles/900000625763-Introduction-to-CGI-API/'],
  doors: ['query token', 'query password'],
  lives: { seconds: 3_600, ends: 'session-expired' },
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^rspcode: -6$/i,
      sent: /^query token:/i,
      explanation: 'A token is leased for an hour; log in again before, and do so after a restart.',
      seen: {
        status: 200,
        url: call,
        sent: {},
        received: json,
        body: answer('GetDevInfo', 'please login first', -6),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^rspcode: -6$/i,
      notSent: /./,
      explanation: 'Send the token of cmd=Login in the address of each call.',
      seen: {
        status: 200,
        url: 'http://camera.example.com/cgi-bin/api.cgi?cmd=GetDevInfo',
        sent: {},
        received: json,
        body: answer('GetDevInfo', 'please login first', -6),
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^rspcode: -7$/i,
      explanation: 'The camera does not know user and password.',
      seen: {
        ...login,
        body: answer('Login', 'login failed', -7),
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^rspcode: -5$/i,
      explanation: 'Few sessions fit into the camera: log out when done, or wait until an hour is over.',
      seen: {
        ...login,
        body: answer('Login', 'max session', -5),
      },
    },
  ],
});
