import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const plex = defineProvider({
  id: 'plex',
  name: 'Plex',
  category: 'device',
  address: 'https://plex.tv/api/v2/user',
  sends: ['x-plex-token', 'x-plex-client-identifier'],
  paths: /^\/(?:library\/sections|status\/sessions)\b/,
  hosts: /(^|\.)plex\.(tv|direct)$/,
  fields: [['x-plex-protocol']],
  sources: [
    'https://github.com/pkkid/python-plexapi/blob/edb29fa0d73c988a47af7da7c71ccea5fe735d9e/plexapi/exceptions.py',
  ],
  keys: [{ form: /^claim-[\w-]{16,}$/, kind: 'claim code', spare: true }],
  doors: ['field x-plex-token', 'query x-plex-token'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization /,
      status: [401],
      explanation: 'Plex reads its token from X-Plex-Token, in a field or the query.',
      seen: '{"errors":[{"code":1001,"message":"User could not be authenticated","status":401}]}',
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /verification code/i,
      explanation: 'The account has two-factor login: append the code to the password or send it along.',
      seen: {
        sent: {},
        posted: 'login=kim&password=x',
        body: '{"errors":[{"code":1029,"message":"Please enter the verification code","status":401}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /User could not be authenticated|Invalid (?:email, username, or password|token)/i,
      sent: /x-plex-token/i,
      explanation:
        'Plex does not know the token: signed out on all devices, or of another account than the server’s.',
      seen: {
        sent: { 'X-Plex-Token': 'abcdefghijklmnopqrst' },
        body: '{"errors":[{"code":1001,"message":"User could not be authenticated","status":401}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /having trouble signing in|detected repeated failures/i,
      explanation:
        'Plex slows this address down after wrong logins; wait, and look which program keeps trying.',
      seen: {
        sent: {},
        posted: 'user[login]=kim&user[password]=x',
        url: 'https://plex.tv/users/sign_in.json',
        body: '{"error":"User could not be authenticated. This IP appears to be having trouble signing in to an account (detected repeated failures)"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /X-Plex-Client-Identifier is missing/i,
      explanation: 'Every program has an identifier of its own, which stands in this field.',
      seen: {
        status: 400,
        sent: { 'X-Plex-Token': 'abcdefghijklmnopqrst' },
        body: '{"errors":[{"code":1000,"message":"X-Plex-Client-Identifier is missing","status":400}]}',
      },
    },
  ],
});
