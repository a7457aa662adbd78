import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const asks = {
  'WWW-Authenticate':
    'Basic realm="Welcome to PrestaShop Webservice, please enter the authentication key as the login. No password required."',
  'Content-Type': 'text/html',
};

export const prestashop = defineProvider({
  id: 'prestashop',
  name: 'PrestaShop web service',
  category: 'commerce',
  address: 'https://shop.example.com/api/products',
  challenge: /^basic Welcome to PrestaShop Webservice/i,
  body: /<prestashop xmlns|Authentication key (?:does not exist|is not active)|Invalid authentication key format|This call to PrestaShop Web Services failed/,
  sources: [
    'https://devdocs.prestashop-project.org/8/webservice/getting-started/',
    'https://github.com/PrestaShop/PrestaShop/issues/19290',
    'https://github.com/PrestaShop/PrestaShop/issues/17392',
  ],
  misleads: [
    {
      says: 'Welcome to PrestaShop Webservice, please enter the authentication key as the login.',
      means: 'No key was seen: a wrong one is answered in XML, by number and sentence.',
    },
  ],
  doors: ['authorization basic', 'query ws_key'],
  signs: [
    {
      cause: 'header-stripped',
      weight: PROVEN,
      status: [401],
      path: /\/api(?:\/|$|\?)/,
      says: /^: 401 Unauthorized$/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'The shop asks as one asks who sent nothing, and calls a wrong key by its name: PHP behind CGI did not see Authorization, which a RewriteRule with HTTP_AUTHORIZATION brings through, or ws_key in the query.',
      seen: {
        sent: { Authorization: 'Basic UTdSSzJNWFowQlQ0V1lDMVE3UksyTVhaMEJUNFdZQzE6' },
        received: asks,
        body: '401 Unauthorized',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /^: 401 Unauthorized$/i,
      notSent: /./,
      explanation: 'The key is the user of Basic, with an empty password, or ws_key in the query.',
      seen: { sent: {}, received: asks, body: '401 Unauthorized' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authentication key does not exist|Invalid authentication key format/i,
      explanation:
        'The shop has no such key: it is made under Advanced Parameters, Webservice, and has 32 letters.',
      seen: {
        sent: { Authorization: 'Basic UTdSSzJNWFowQlQ0V1lDMVE3UksyTVhaMEJUNFdZQzE6' },
        received: { 'Content-Type': 'text/xml' },
        body: '<prestashop xmlns:xlink="http://www.w3.org/1999/xlink"><errors><error><code><![CDATA[22]]></code><message><![CDATA[Authentication key does not exist]]></message></error></errors></prestashop>',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Authentication key is not active/i,
      explanation: 'The key is there and switched off.',
      seen: {
        sent: { Authorization: 'Basic UTdSSzJNWFowQlQ0V1lDMVE3UksyTVhaMEJUNFdZQzE6' },
        received: { 'Content-Type': 'text/xml' },
        body: '<prestashop xmlns:xlink="http://www.w3.org/1999/xlink"><errors><error><code><![CDATA[23]]></code><message><![CDATA[Authentication key is not active]]></message></error></errors></prestashop>',
      },
    },
  ],
});
