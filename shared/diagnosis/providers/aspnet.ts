import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const aspnet = defineProvider({
  id: 'aspnet',
  name: 'ASP.NET Core',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /Kestrel/i], ['x-powered-by', /ASP\.NET/i], ['x-aspnet-version']],
  body: /IDX\d{5}|Microsoft\.AspNetCore|No authenticationScheme was specified/,
  sources: [
    'https://learn.microsoft.com/en-us/aspnet/core/security/authentication/configure-jwt-bearer-authentication',
    'https://github.com/dotnet/aspnetcore/blob/main/src/Security/Authentication/JwtBearer/src/JwtBearerHandler.cs',
    'https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/blob/dev/src/Microsoft.IdentityModel.Tokens/LogMessages.cs',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The token expired at|IDX10223/i,
      explanation: 'The JWT handler of ASP.NET names the time at which the token ended.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: {
          Server: 'Kestrel',
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The token expired at \'11/15/2023 11:00:00\'"',
        },
        body: '',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /The signature (?:key was not found|is invalid)|IDX1050[0138]|IDX10511|IDX10517|IDX10504/i,
      explanation:
        'The JWT handler has no key that fits the token’s signature: another issuer’s keys, or a version mix of the IdentityModel packages.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: {
          Server: 'Kestrel',
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The signature key was not found"',
        },
        body: '',
      },
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /The token is not valid before|IDX10222/i,
      explanation: 'The JWT handler compares nbf with its own clock, allowing five minutes.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: {
          Server: 'Kestrel',
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The token is not valid before \'11/16/2023 11:00:00\'"',
        },
        body: '',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /The audience '[^']*' is invalid|IDX1020[68]|IDX10214/i,
      explanation: 'aud is not among ValidAudience; api://<id> and the bare id are two texts.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: {
          Server: 'Kestrel',
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The audience \'orders\' is invalid"',
        },
        body: '',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /The issuer '[^']*' is invalid|IDX1020[45]|IDX10211|IDX40001/i,
      explanation: 'iss is not ValidIssuer; Entra’s v1 and v2 tokens have different issuers.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: {
          Server: 'Kestrel',
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The issuer \'https://sts.windows.net/x/\' is invalid"',
        },
        body: '',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /IDX12741|IDX12709|IDX14100|IDX12729|IDX10000/i,
      explanation: 'The handler cannot read the text as a JWT.',
      seen: { status: 401, body: 'IDX14100: JWT is not well formed, there are no dots (.).' },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /IDX20803|IDX20804|IDX20807|IDX20108|No authenticationScheme was specified|IDX10720|IDX10653/i,
      explanation:
        'The application cannot fetch the issuer’s metadata, has no default scheme, or its key is too short.',
      seen: {
        status: 500,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: 'System.InvalidOperationException: IDX20803: Unable to obtain configuration from: https://login.example.com/.well-known/openid-configuration',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /error: invalid_token$/i,
      status: [401],
      explanation:
        'The handler names a reason only for some faults; IncludeErrorDetails and the log have it.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { Server: 'Kestrel', 'WWW-Authenticate': 'Bearer error="invalid_token"' },
        body: '',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /antiforgery (?:token|cookie)|AntiforgeryValidationException/i,
      explanation:
        'The form’s antiforgery token and its cookie do not fit; several instances must share their data-protection keys.',
      seen: {
        status: 400,
        sent: { Cookie: '.AspNetCore.Identity.Application=CfDJ8' },
        body: 'Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException: The required antiforgery cookie ".AspNetCore.Antiforgery" is not present.',
      },
    },
  ],
});
