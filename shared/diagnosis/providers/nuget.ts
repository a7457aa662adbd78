import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nuget = defineProvider({
  id: 'nuget',
  name: 'NuGet Gallery',
  category: 'registry',
  address: 'https://www.nuget.org/api/v2/package',
  sends: ['x-nuget-apikey'],
  hosts: /(^|\.)nuget\.org$/,
  keys: [{ form: /^oy2/, kind: 'API key', goes: ['field x-nuget-apikey'] }],
  sources: [
    'https://github.com/NuGet/NuGetGallery/blob/cd57b3dfc2cf5e774136696f82effb92b5abec0a/src/NuGetGallery/Strings.resx',
  ],
  doors: ['field x-nuget-apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /specified API key is invalid, has expired, or does not have permission/i,
      explanation:
        'NuGet does not say which: the key is mistyped, over after a year, or its glob pattern does not cover the package’s name.',
      seen: {
        status: 403,
        sent: { 'X-NuGet-ApiKey': 'oy2abcdefghijklmnopqrstuvwxyz' },
        body: 'The specified API key is invalid, has expired, or does not have permission to access the specified package.',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /An API key must be provided/i,
      explanation: 'Send the key in X-NuGet-ApiKey.',
      seen: {
        sent: {},
        body: "An API key must be provided in the 'X-NuGet-ApiKey' header to use this service.",
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /does not provide the authority to push/i,
      explanation: 'The key was made for other actions or packages.',
      seen: {
        status: 403,
        sent: { 'X-NuGet-ApiKey': 'oy2abcdefghijklmnopqrstuvwxyz' },
        body: 'The specified API key does not provide the authority to push packages.',
      },
    },
  ],
});
