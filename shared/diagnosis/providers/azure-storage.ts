import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureStorage = defineProvider({
  id: 'azure-storage',
  name: 'Azure Storage',
  category: 'storage',
  address: 'https://contoso.blob.core.windows.net/container/blob',
  hosts: /\.(blob|queue|table|file|dfs)\.core\.windows\.net$/,
  fields: [['x-ms-error-code']],
  audience: {
    own: /^https:\/\/(storage\.azure\.com|[\w-]+\.(blob|queue|table|file|dfs)\.core\.windows\.net)\/?|e406a681-f3d4-42a8-90b6-c2b029497af1/i,
    wanted: 'https://storage.azure.com/',
  },
  sources: [
    'https://learn.microsoft.com/en-us/rest/api/storageservices/authorize-with-shared-key',
    'https://learn.microsoft.com/en-us/azure/storage/blobs/authorize-access-azure-active-directory',
  ],
  doors: ['authorization sharedkey', 'authorization sharedkeylite', 'authorization bearer', 'query sig'],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['AuthorizationFailure', 'AuthorizationSourceIPMismatch', 'IpAuthorizationSourceMismatch'],
      explanation: 'The account’s firewall does not know this network.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: [
        'AuthorizationPermissionMismatch',
        'AuthorizationServiceMismatch',
        'AuthorizationResourceTypeMismatch',
      ],
      notSent: /^authorization authorization: bearer /i,
      explanation: 'The shared access signature lacks the permission for this operation.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AuthorizationPermissionMismatch'],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The identity has no role for data, such as Storage Blob Data Contributor: Owner and Contributor manage the account and open none of its data. A new role works after some minutes.',
      seen: {
        url: 'https://contoso.blob.core.windows.net/in?restype=container&comp=list',
        status: 403,
        sent: {
          Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln',
          'x-ms-version': '2021-08-06',
        },
        body: '<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationPermissionMismatch</Code><Message>This request is not authorized to perform this operation using this permission.</Message></Error>',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      code: ['KeyBasedAuthenticationNotPermitted'],
      explanation: 'Shared keys are switched off for the account.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Signature not valid in the specified time frame.*expiry|Signed expiry time/i,
      explanation: 'The shared access signature’s time is over.',
      seen: {
        status: 403,
        sent: {},
        url: 'https://contoso.blob.core.windows.net/c/b?sv=2022-11-02&se=2023-11-15T10%3A00%3A00Z&sig=c2ln',
        body: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request.</Message><AuthenticationErrorDetail>Signature not valid in the specified time frame: Start [x] - Expiry [Wed, 15 Nov 2023 10:00:00 GMT] - expiry passed</AuthenticationErrorDetail></Error>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['NoAuthenticationInformation', 'PublicAccessNotPermitted'],
      seen: { sent: {} },
      explanation: 'Anonymous reading is switched off.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /MAC signature found|Signature did not match/i,
      explanation: 'The shared key’s signature differs; the answer shows the text that the server signed.',
      seen: {
        status: 403,
        sent: { Authorization: 'SharedKey contoso:c2ln', 'x-ms-date': 'Wed, 15 Nov 2023 12:00:00 GMT' },
        body: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>The MAC signature found in the HTTP request c2ln is not the same as any computed signature.</AuthenticationErrorDetail></Error>',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /scheme Bearer is not supported in this version/i,
      explanation:
        'Without x-ms-version the oldest version of the interface answers, which knows no Bearer: send x-ms-version 2017-11-09 or a later one.',
      seen: {
        status: 400,
        sent: {
          Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3N0b3JhZ2UuYXp1cmUuY29tIn0.c2ln',
        },
        body: '<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Authentication scheme Bearer is not supported in this version.</AuthenticationErrorDetail></Error>',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: TOLD,
      code: ['InvalidAuthenticationInfo'],
      explanation:
        'Authorization and a signature in the address stand in each other’s way, or the field cannot be read.',
    },
  ],
});
