import { zoo } from '../../zoo.test-support.ts';
import { field, nginx, own, apache, type Journey, draftOf } from './journey.test-support.ts';
import { plainSecret } from '../../../shared/workspace/secret.ts';

const login = own('basic', { username: 'alice', password: plainSecret('wonderland') });

/** Sessions, cookies, and what lies between the client and the server. */
export const networkJourneys: readonly Journey[] = [
  {
    name: 'session has ended',
    cause: 'session-expired',
    start: ({ loopback }) => ({ command: `curl -H 'Cookie: sid=old-session' ${loopback}/session` }),
    press: /^Log in by the form/,
    answers: ({ loopback }) => ({
      'Address of the login page': `${loopback}/login`,
      'User name': 'alice',
      Password: 'wonderland',
    }),
  },
  {
    name: 'login page instead of the answer',
    cause: 'session-expired',
    start: ({ loopback }) => ({
      command: `curl -H 'Accept: application/json' -H 'Cookie: sid=old-session' ${loopback}/api/paged`,
    }),
    press: /^Log in by the form/,
    answers: () => ({ 'User name': 'alice', Password: 'wonderland' }),
  },
  {
    name: 'session cookie twice',
    cause: 'cookie-conflict',
    start: ({ loopback }) => ({
      command: `curl -H 'Cookie: sessionid=stale; sessionid=good-session' ${loopback}/cookies`,
    }),
    press: /^Send sessionid once/,
  },
  {
    name: 'anti-forgery token missing',
    cause: 'csrf-token-missing',
    start: ({ loopback }) => ({
      request: {
        url: `${loopback}/csrf`,
        method: 'POST',
        fields: [field('Authorization', 'Bearer good-token-1')],
        body: { kind: 'text', text: '{"a":1}', contentType: 'application/json' },
      },
    }),
    press: /^Fetch the anti-forgery token/,
  },
  {
    name: 'redirect to another host',
    cause: 'redirect-dropped-credentials',
    start: () => ({ request: { url: `${nginx}/r/host`, ...login } }),
    press: /^Send to localhost:18111 once/,
  },
  {
    name: 'doubled slash in the path',
    cause: 'url-wrong',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}//slashes`,
    }),
    press: /^Correct the address/,
  },
  {
    name: 'name leads to the old server',
    cause: 'stale-dns',
    start: ({ loopback }) => {
      const { port } = new URL(loopback);
      return {
        request: {
          url: `http://localhost:${port}/moved`,
          fields: [field('Authorization', 'Bearer good-token-1')],
          settings: { ...draftOf({ url: '' }).settings, resolve: [`localhost:${port}:127.0.0.2`] },
        },
      };
    },
    press: /^Look the name up anew/,
  },
  {
    name: 'proxy asks for a login',
    cause: 'proxy-authentication-required',
    start: () => ({ command: `curl -x http://127.0.0.1:${zoo.squidBasic} ${nginx}/open.json` }),
    press: /^Log in to the proxy/,
    answers: () => ({ 'User name for the proxy': 'alice', 'Password for the proxy': 'wonderland' }),
  },
  {
    name: 'stored refusal',
    cause: 'cached-response',
    start: ({ loopback }) => ({ command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/cached` }),
    press: /^Add Cache-Control/,
  },
  {
    name: 'too many requests',
    cause: 'rate-limited',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/limited`,
    }),
    press: /^Wait, then retry/,
  },
  {
    name: 'gateway removes Authorization',
    cause: 'header-stripped',
    start: async ({ token }) => ({
      command: `curl -H 'Authorization: Bearer ${await token('svc-basic')}' ${nginx}/gateway-strips/me`,
    }),
  },
  {
    name: 'CGI does not get Authorization',
    cause: 'header-stripped',
    start: () => ({ command: `curl -H 'Authorization: Bearer abcdefgh1234' ${apache}/cgi-stripped` }),
  },
  {
    name: 'address not on the list',
    cause: 'ip-not-allowed',
    start: ({ loopback }) => ({ command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/ip` }),
  },
  {
    name: 'key set out of reach',
    cause: 'server-misconfigured',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/keyless`,
    }),
  },
  {
    name: 'firewall answers',
    cause: 'blocked-by-intermediary',
    start: ({ loopback }) => ({ command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/waf` }),
  },
  {
    name: 'preflight refused',
    cause: 'preflight-blocked',
    start: ({ loopback }) => ({
      command: `curl -X OPTIONS -H 'Origin: https://app.example' -H 'Access-Control-Request-Method: GET' -H 'Access-Control-Request-Headers: authorization' ${loopback}/preflight`,
    }),
  },
  {
    name: 'nothing says why',
    cause: 'unexplained',
    start: ({ loopback }) => ({
      command: `curl -H 'Authorization: Bearer 7c1fK0pQx2vR9mWz' ${loopback}/silent`,
    }),
  },
];
