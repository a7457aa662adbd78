import { HINTED, PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const synology = defineProvider({
  id: 'synology',
  name: 'Synology DSM',
  category: 'device',
  address:
    'https://nas.example.synology.me:5001/webapi/entry.cgi?api=SYNO.API.Auth&version=7&method=login&account=kim&passwd=pw-123',
  hosts: /\.(synology\.me|diskstation\.me|quickconnect\.to|myds\.me)$/,
  body: /^\s*\{(?:"error":\{"code":\d+(?:,"errors":\{[^}]*\}?[^}]*\})?\},"success":false|"success":false,"error":\{"code":\d+)/,
  misleads: [
    { says: '403', means: 'As a code of the login means that a one-time code is wanted.' },
    { says: '407', means: 'As a code of the login means that the address is blocked.' },
  ],
  paths: /^\/webapi\/(?:\w+\/)?\w+\.cgi$/,
  sources: [
    'https://www.scribd.com/document/539961753/DSM-Login-Web-API-Guide-enu',
    'https://1library.net/document/yngv61gk-developer-s-guide-for-dsm-login-web-api.html',
  ],
  doors: ['query _sid', 'query passwd', 'field x-syno-token', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^code: 400$/,
      path: /SYNO\.API\.Auth|auth\.cgi/,
      explanation: 'DSM knows no such account or password.',
      seen: { status: 200, sent: {}, body: '{"error":{"code":400},"success":false}' },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /^code: (?:401|408|409|410)$/,
      path: /SYNO\.API\.Auth|auth\.cgi/,
      explanation: 'The account is disabled, or its password is over and must be changed.',
      seen: { status: 200, sent: {}, body: '{"error":{"code":401},"success":false}' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /^code: 402$/,
      path: /SYNO\.API\.Auth|auth\.cgi/,
      explanation: 'The account may not use this application; allow it in the control panel.',
      seen: { status: 200, sent: {}, body: '{"error":{"code":402},"success":false}' },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^code: (?:403|404|406)$/,
      path: /SYNO\.API\.Auth|auth\.cgi/,
      explanation:
        'The account has two-factor login: send the code in otp_code, or the device_id of a trusted device.',
      seen: {
        status: 200,
        sent: {},
        body: '{"error":{"code":403,"errors":{"types":[{"type":"otp"}]}},"success":false}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^code: 407$/,
      path: /SYNO\.API\.Auth|auth\.cgi/,
      explanation: 'Auto Block holds this address after wrong logins; an administrator can lift it.',
      seen: { status: 200, sent: {}, body: '{"error":{"code":407},"success":false}' },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /^code: (?:106|107|119)$/,
      explanation:
        'The session id is over, was ended by another login, or was sent without its SynoToken; log in again.',
      seen: {
        status: 200,
        url: 'https://nas.example.synology.me:5001/webapi/entry.cgi?api=SYNO.FileStation.List&version=2&method=list_share&_sid=abcdef',
        sent: {},
        body: '{"error":{"code":119},"success":false}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /^code: 105$/,
      explanation: 'The session’s user lacks the privilege for this interface.',
      seen: {
        status: 200,
        url: 'https://nas.example.synology.me:5001/webapi/entry.cgi?api=SYNO.FileStation.List&version=2&method=list_share&_sid=abcdef',
        sent: {},
        body: '{"error":{"code":105},"success":false}',
      },
    },
  ],
});
