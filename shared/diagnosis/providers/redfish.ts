import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const redfish = defineProvider({
  id: 'redfish',
  name: 'Redfish (iDRAC, iLO and other BMCs)',
  category: 'device',
  address: 'https://idrac.example.com/redfish/v1/Systems',
  paths: /^\/redfish\/v1\//,
  hosts: /^(idrac|ilo|bmc|ipmi)[\d-]*\./,
  challenge: / Redfish/i,
  body: /@Message\.ExtendedInfo/,
  sources: [
    'https://servermanagementportal.ext.hpe.com/docs/concepts/redfishauthentication/',
    'https://www.powershellgallery.com/packages/Invoke-CreateXauthTokenSessionREDFISH/11.0.0.0/Content/Invoke-CreateXauthTokenSessionREDFISH.psm1',
  ],
  doors: ['authorization basic', 'field x-auth-token'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /\.AccessDenied$|authentication credentials included with this request are missing or invalid/i,
      sent: /./,
      explanation:
        'The controller does not know user and password, or the token of the session is over. iDRAC says the same to an account without login right.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"Base.1.0.GeneralError","@Message.ExtendedInfo":[{"MessageId":"Base.1.0.AccessDenied","Message":"The authentication credentials included with this request are missing or invalid."}]}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /authentication credentials included with this request are missing or invalid/i,
      notSent: /./,
      explanation: 'The controller wants Basic, or X-Auth-Token of a session.',
      seen: {
        sent: {},
        body: '{"error":{"code":"Base.1.0.GeneralError","@Message.ExtendedInfo":[{"MessageId":"Base.1.0.AccessDenied","Message":"The authentication credentials included with this request are missing or invalid."}]}}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /\.(?:NoValidSession|SessionTerminated)$|no valid session/i,
      sent: /./,
      explanation: 'The session of X-Auth-Token has ended; make another at SessionService/Sessions.',
      seen: {
        sent: { 'X-Auth-Token': '0123456789abcdef0123456789abcdef' },
        body: '{"error":{"code":"Base.1.12.GeneralError","@Message.ExtendedInfo":[{"MessageId":"Base.1.12.NoValidSession","Message":"There is no valid session established with the implementation."}]}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /\.NoValidSession$|no valid session/i,
      notSent: /./,
      explanation: 'All but /redfish/v1/ asks for Basic or the token of a session.',
      seen: {
        sent: {},
        body: '{"error":{"code":"iLO.0.10.ExtendedInfo","@Message.ExtendedInfo":[{"MessageId":"Base.1.4.NoValidSession"}]}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /\.SessionLimitExceeded$|maximum number of (?:user )?sessions/i,
      explanation: 'Few sessions fit into the controller; delete those that are done.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /\.(?:PasswordChangeRequired|AccountForSessionNoLongerExists)$|account (?:is )?locked/i,
      explanation: 'The first password must be changed, or the account is locked or gone.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"Base.1.12.GeneralError","@Message.ExtendedInfo":[{"MessageId":"Base.1.12.PasswordChangeRequired"}]}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /UnauthorizedLoginAttempt|\.(?:ResourceAtUriUnauthorized)$|unable to complete .*authentication|invalid (?:user ?name|password|credentials)/i,
      explanation: 'The controller does not know user and password; it has accounts of its own.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"iLO.0.10.ExtendedInfo","@Message.ExtendedInfo":[{"MessageId":"iLO.2.14.UnauthorizedLoginAttempt"}]}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /\.InsufficientPrivileges?$/i,
      explanation: 'The account’s role does not cover this.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":"Base.1.12.GeneralError","@Message.ExtendedInfo":[{"MessageId":"Base.1.12.InsufficientPrivilege"}]}}',
      },
    },
  ],
});
