import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { signedByAws } from './signed-by-aws.ts';

export const oracleCloud = defineProvider({
  id: 'oracle-cloud',
  name: 'Oracle Cloud Infrastructure',
  category: 'cloud',
  address: 'https://iaas.eu-frankfurt-1.oraclecloud.com/20160918/instances',
  hosts: /\.oraclecloud\.com$/,
  fields: [['opc-request-id']],
  misleads: [
    { says: '404 NotAuthorizedOrNotFound', means: 'As often a missing policy as a missing resource.' },
  ],
  sources: [
    'https://github.com/oracle/oci-python-sdk/blob/master/src/oci/exceptions.py',
    'https://docs.oracle.com/en-us/iaas/Content/Identity/api-getstarted/MFAAuthAPIStatusCodes.htm',
  ],
  doors: ['authorization signature', 'authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['NotAuthenticated'],
      sent: /^authorization authorization: signature /i,
      explanation:
        'Oracle cannot verify the signed request: key not uploaded for this user or not yet spread, wrong fingerprint or tenancy in keyId, or a clock more than five minutes off.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'Signature version="1",keyId="ocid1.tenancy.oc1..a/ocid1.user.oc1..b/20:3b",algorithm="rsa-sha256",headers="date (request-target) host",signature="c2ln"',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"code":"NotAuthenticated","message":"The required information to complete authentication was not provided or was incorrect."}',
      },
    },
    {
      cause: 'signing-scope-wrong',
      weight: PROVEN + HINTED,
      says: /The region must be specified if this is not the home region/i,
      explanation:
        'The S3-compatible interface looks for the key in the region of the credential scope; it stands for the tenancy’s own region there, so write that one, and not us-east-1.',
      seen: {
        status: 403,
        url: 'https://axaxnpcrorw5.compat.objectstorage.eu-frankfurt-1.oraclecloud.com/backups',
        sent: signedByAws('us-east-1/s3'),
        body: '<Error><Message>The secret key required to complete authentication could not be found. The region must be specified if this is not the home region for the tenancy.</Message><Code>SignatureDoesNotMatch</Code></Error>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['NotAuthenticated'],
      notSent: /./,
      explanation: 'The request is not signed.',
      seen: {
        status: 401,
        sent: {},
        body: '{"code":"NotAuthenticated","message":"The required information to complete authentication was not provided."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'NotAuthorizedOrNotFound',
        'NotAuthorizedOrResourceAlreadyExists',
        'NotAuthorized',
        'NotAllowed',
      ],
      explanation:
        'Oracle gives one answer for “no policy” and “not there”: check compartment, region and policy.',
      seen: {
        status: 404,
        sent: {
          Authorization:
            'Signature version="1",keyId="ocid1.tenancy.oc1..a/ocid1.user.oc1..b/20:3b",algorithm="rsa-sha256",headers="date (request-target) host",signature="c2ln"',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['SignatureNotPresent', 'InvalidSignature'],
      explanation:
        'The signature is missing or differs: (request-target), host and date must be signed, and the body’s digest with POST and PUT.',
      seen: {
        sent: {
          Authorization:
            'Signature version="1",keyId="ocid1.tenancy.oc1..a/ocid1.user.oc1..b/20:3b",algorithm="rsa-sha256",headers="date (request-target) host",signature="c2ln"',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['AUTH-3001'],
      explanation: 'The identity domain does not know user name and password.',
      seen: { sent: {}, posted: '{"username":"anna","password":"keycard"}' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['TooManyRequests', 'LimitExceeded'],
      explanation: 'The service’s limit answered.',
      seen: {
        status: 429,
        sent: {
          Authorization:
            'Signature version="1",keyId="ocid1.tenancy.oc1..a/ocid1.user.oc1..b/20:3b",algorithm="rsa-sha256",headers="date (request-target) host",signature="c2ln"',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
      },
    },
  ],
});
