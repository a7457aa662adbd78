import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hikvision = defineProvider({
  id: 'hikvision',
  name: 'Hikvision cameras',
  category: 'device',
  address: 'https://192.168.1.64/ISAPI/System/deviceInfo',
  paths: /^\/ISAPI\//,
  fields: [['server', /App-webs|DNVRS-Webs/i]],
  body: /<lockStatus>|<userCheck/,
  misleads: [
    {
      says: '401 Unauthorized',
      means: 'Is also said while the account is locked, even with the right password.',
    },
  ],
  sources: [
    'https://doku.pub/documents/hikvision-isapi-core-protocolpdf-9qgx6jyp6rln',
    'https://pdfslide.us/documents/intelligent-security-api-general-application-2019-12-20-this-document-hereinafter.html',
  ],
  doors: ['authorization digest', 'authorization basic'],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /lockstatus: lock/i,
      explanation:
        'The camera locks an account after wrong logins, for half an hour or so; each try begins the time anew.',
      seen: {
        sent: {},
        body: '<?xml version="1.0"?><userCheck><statusValue>401</statusValue><statusString>Unauthorized</statusString><lockStatus>lock</lockStatus><unlockTime>1795</unlockTime></userCheck>',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /isactivated: false|notActivated/i,
      explanation: 'The camera has not been activated with a password yet.',
      seen: {
        sent: {},
        body: '<?xml version="1.0"?><userCheck><statusValue>401</statusValue><isActivated>false</isActivated></userCheck>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /lowPrivilege|notSupport.*privilege|insufficient privilege/i,
      explanation: 'The user’s role does not cover this; a viewer may not change settings.',
      seen: {
        status: 403,
        sent: {},
        body: '<?xml version="1.0"?><ResponseStatus><statusCode>4</statusCode><statusString>Invalid Operation</statusString><subStatusCode>lowPrivilege</subStatusCode><userCheck/></ResponseStatus>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^retrylogintime: \d/i,
      sent: /^authorization /,
      explanation:
        'User or password is wrong; the answer counts how many tries are left before the camera locks.',
      seen: {
        sent: {
          Authorization:
            'Digest username="admin", realm="DS-2CD2143", nonce="abc", uri="/ISAPI/System/deviceInfo", response="0123456789abcdef0123456789abcdef"',
        },
        body: '<?xml version="1.0"?><userCheck><statusValue>401</statusValue><statusString>Unauthorized</statusString><lockStatus>unlock</lockStatus><retryLoginTime>5</retryLoginTime></userCheck>',
      },
    },
  ],
});
