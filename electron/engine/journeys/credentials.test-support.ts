import { api, apache, nginx, own, type Journey } from './journey.test-support.ts';
import { zoo } from '../../zoo.test-support.ts';
import { plainSecret } from '../../../shared/workspace/secret.ts';
import { draftOf } from './journey.test-support.ts';

const login = { 'User name': 'alice', Password: 'wonderland' };

/** Nothing usable was sent, or what was sent was refused as it is. */
export const credentialJourneys: readonly Journey[] = [
  {
    name: 'no credentials',
    cause: 'credentials-missing',
    start: () => ({ command: `curl ${nginx}/basic/` }),
    press: /^Switch to Basic/,
    answers: () => login,
  },
  {
    name: 'placeholder left in',
    cause: 'placeholder-unresolved',
    start: () => ({ command: `curl -H 'Authorization: Bearer {{token}}' ${api}/me` }),
    press: /^Fill in token/,
    answers: async ({ token }) => ({ token: await token('svc-basic') }),
  },
  {
    name: 'doubled scheme',
    cause: 'header-malformed',
    start: async ({ token }) => ({
      command: `curl -H 'Authorization: Bearer Bearer ${await token('svc-basic')}' ${api}/me`,
    }),
    press: /^Repair the field/,
  },
  {
    name: 'password in Latin-1',
    cause: 'charset-mismatch',
    start: () => ({
      request: {
        url: `${apache}/basic-utf8/`,
        ...own('basic', {
          username: 'jürgen',
          password: plainSecret('pässwörd'),
          charset: 'iso-8859-1',
        }),
      },
    }),
    press: /^Encode as UTF-8/,
  },
  {
    name: 'key in Authorization',
    cause: 'credentials-in-wrong-place',
    start: () => ({ command: `curl -H 'Authorization: Bearer zoo-key-123' ${nginx}/apikey/` }),
    press: /^Move it to X-API-Key/,
  },
  {
    name: 'misspelled field',
    cause: 'credentials-in-wrong-place',
    start: async ({ token }) => ({
      command: `curl -H 'Authorisation: Bearer ${await token('svc-basic')}' ${api}/me`,
    }),
    press: /^Send it as Authorization/,
  },
  {
    name: 'token in field and query',
    cause: 'credentials-conflict',
    start: async ({ token }) => {
      const one = await token('svc-basic');
      return { command: `curl -H 'Authorization: Bearer ${one}' '${api}/me?access_token=${one}'` };
    },
    press: /^Send without access_token/,
  },
  {
    name: 'Basic for Bearer',
    cause: 'scheme-mismatch',
    start: () => ({ command: `curl -u alice:wonderland ${api}/me` }),
    press: /^Switch to Bearer/,
    answers: async ({ token }) => ({ Token: await token('svc-basic') }),
  },
  {
    name: 'NTLM alone is taken',
    cause: 'integrated-auth-required',
    start: () => ({ command: `curl -u nobody:wonderland http://127.0.0.1:${zoo.ntlm}/open.json` }),
    press: /^Switch to NTLM/,
    answers: () => ({ 'User name': 'ZOO\\nobody', Password: 'wonderland' }),
  },
  {
    name: 'no client certificate',
    cause: 'client-certificate-required',
    start: ({ keys }) => ({
      request: {
        url: `https://127.0.0.1:${zoo.nginxMtls}/`,
        settings: { ...draftOf({ url: '' }).settings, caFile: `${keys}/server-ca.crt` },
      },
    }),
    press: /^Show the certificate/,
    answers: ({ keys }) => ({
      'Certificate file (PEM or PKCS #12)': `${keys}/alice.crt`,
      'Key file, where it is a file of its own': `${keys}/alice.key`,
    }),
  },
  {
    name: 'tenant not named',
    cause: 'required-header-missing',
    start: ({ loopback }) => ({ command: `curl -H 'Authorization: Bearer good-token-1' ${loopback}/tenant` }),
    press: /^Add X-Tenant-Id/,
    answers: () => ({ 'X-Tenant-Id': 'acme' }),
  },
  {
    name: 'wrong password',
    cause: 'credentials-rejected',
    start: () => ({ command: `curl -u alice:wrong ${apache}/basic/` }),
    press: /another user name or password/,
    answers: () => login,
  },
  {
    name: 'passwords are no longer taken',
    cause: 'auth-method-retired',
    start: ({ loopback }) => ({ command: `curl -u alice:wonderland ${loopback}/retired` }),
    press: /^Switch to Bearer/,
    answers: () => ({ Token: 'good-token-1' }),
  },
  {
    name: 'account is locked',
    cause: 'account-unusable',
    start: ({ loopback }) => ({ command: `curl -u locked:wonderland ${loopback}/account` }),
    press: /another user name or password/,
    answers: () => login,
  },
  {
    name: 'a role is missing',
    cause: 'permission-denied',
    start: ({ loopback }) => ({ command: `curl -u reader:wonderland ${loopback}/role` }),
    press: /another user name or password/,
    answers: () => login,
  },
  {
    name: 'one-time code',
    cause: 'mfa-required',
    start: ({ loopback }) => ({ command: `curl -u alice:wonderland ${loopback}/otp` }),
    press: /^Add X-GitHub-OTP/,
    answers: () => ({ 'One-time code': '123456' }),
  },
  {
    name: 'curl is not welcome',
    cause: 'client-not-allowed',
    start: ({ loopback }) => ({ command: `curl -u alice:wonderland ${loopback}/agent` }),
    press: /^Add User-Agent/,
    answers: () => ({ 'User-Agent that the server expects': 'acme-app/1.0' }),
  },
];
