import { basic } from '../attempt.test-support.ts';
import type { Ordinary } from './rows.test-support.ts';
import { json } from './rows.test-support.ts';

const idp = 'https://id.example.com';
const client = 'client_id=web&client_secret=Tamarisk-58-mole';
const token = 'eyJhbGciOiJub25lIn0.e30.x';

/** Answers of the endpoints of OAuth that hold no access token and are none the worse for it. */
export const tokenTalk: readonly Ordinary[] = [
  [
    'a login request that was pushed (RFC 9126 §2.2)',
    {
      url: `${idp}/request`,
      posted: 'response_type=code&client_id=web&code_challenge=NYuIhwUP5qN9M6lQ&code_challenge_method=S256',
      status: 201,
      reason: 'Created',
      received: json,
      body: {
        expires_in: 60,
        request_uri: 'urn:ietf:params:oauth:request_uri:elYoiLpEbiGfyNwVsjqZ8smWVGvO5taZ',
      },
    },
  ],
  [
    'a device that was given a code (RFC 8628 §3.2)',
    {
      url: `${idp}/device/auth`,
      posted: `${client}&scope=openid`,
      status: 200,
      reason: 'OK',
      received: json,
      body: {
        device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
        user_code: 'WDJB-MJHT',
        verification_uri: `${idp}/device`,
        message: 'To sign in, open the page and enter the code WDJB-MJHT to authenticate.',
        expires_in: 600,
      },
    },
  ],
  [
    'a token that was asked about (RFC 7662 §2.2)',
    {
      url: `${idp}/token/introspection`,
      sent: basic('web', 'Tamarisk-58-mole'),
      posted: `token=${token}`,
      status: 200,
      received: json,
      body: { active: true, scope: 'read', client_id: 'web', token_type: 'Bearer' },
    },
  ],
  [
    'a token that is over, of which somebody asked',
    {
      url: `${idp}/oauth2/introspect`,
      sent: basic('web', 'Tamarisk-58-mole'),
      posted: `token=${token}`,
      status: 200,
      received: json,
      body: { active: false },
    },
  ],
  [
    'a token that was withdrawn on request (RFC 7009 §2.2)',
    {
      url: `${idp}/oauth/token/revoke`,
      posted: `${client}&token=${token}`,
      status: 200,
      reason: 'Done',
      received: json,
      body: { status: 'success', message: 'Token revoked' },
    },
  ],
  [
    'an ID token alone',
    {
      url: `${idp}/token`,
      posted: `grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&${client}`,
      status: 200,
      reason: 'Fine',
      received: json,
      body: { id_token: token, token_type: 'Bearer' },
    },
  ],
  [
    'a token one level down',
    {
      url: `${idp}/oauth/token`,
      posted: 'grant_type=password&username=ada&password=Lovelace-1843',
      status: 200,
      received: json,
      body: { code: 0, message: 'success', data: { accessToken: token, expiresIn: 7200 } },
    },
  ],
  [
    'a client that was registered (RFC 7591 §3.2.1)',
    {
      url: `${idp}/register`,
      posted: '{"redirect_uris":["https://app.example.com/callback"],"client_name":"App"}',
      status: 201,
      reason: 'Created',
      received: json,
      body: { client_id: 's6BhdRkqt3', client_secret: 'cf136dc3c1fc93f31185e5885805d', client_name: 'App' },
    },
  ],
];
