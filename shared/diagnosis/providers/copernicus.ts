import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const copernicus = defineProvider({
  id: 'copernicus',
  name: 'Copernicus Data Space',
  category: 'data',
  address: 'https://catalogue.dataspace.copernicus.eu/odata/v1/Products',
  hosts:
    /^(?:catalogue|zipper|download|identity|sh|stac)\.dataspace\.copernicus\.eu$|^scihub\.copernicus\.eu$/,
  few: 'Its catalogue answers bare, its login as Keycloak does.',
  sources: [
    'https://documentation.dataspace.copernicus.eu/APIs/Token.html',
    'https://documentation.dataspace.copernicus.eu/Quotas.html',
    'https://github.com/CS-SI/eodag/issues/858',
    'https://github.com/semiautomaticgit/SemiAutomaticClassificationPlugin/issues/107',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Bad credentials/i,
      host: /^scihub\./,
      explanation:
        'An account of the former hub was good for its interface a week after it was made; the hub is closed since 2023.',
      seen: {
        url: 'https://scihub.copernicus.eu/apihub/search?q=S2*',
        sent: { Authorization: 'Basic YWRhOkxvdmVsYWNlLTE4NDM=' },
        received: { 'WWW-Authenticate': 'Basic realm="OData"' },
        body: '<html><head><title>HTTP Status 401 - Bad credentials</title></head><body><p><b>message</b> <u>Bad credentials</u></p></body></html>',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Expired signature|token has expired/i,
      host: /dataspace/,
      explanation:
        'Access tokens last ten minutes, refresh tokens an hour; more than four sessions at once are refused.',
      seen: {
        url: 'https://zipper.dataspace.copernicus.eu/odata/v1/Products(a)/$value',
        body: '{"detail":"Expired signature!"}',
      },
    },
  ],
});
