import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mavenCentral = defineProvider({
  id: 'maven-central',
  name: 'Maven Central',
  category: 'registry',
  address: 'https://central.sonatype.com/api/v1/publisher/upload',
  hosts:
    /^(central|oss|s01\.oss|ossrh-staging-api\.central)\.sonatype\.(com|org)$|^repo1?\.maven\.(apache\.)?org$/,
  misleads: [
    {
      says: 'Content access is protected by token',
      means: 'The login of the web pages was sent; publishing wants a user token’s two parts.',
    },
    { says: '402 Payment Required', means: 'The namespace lives at the new portal, not at this old server.' },
  ],
  sources: [
    'https://github.com/Electric-Coin-Company/zcash-android-wallet-sdk/issues/1506',
    'https://github.com/openzipkin/zipkin-reporter-java/pull/282',
    'https://github.com/IDme/android-auth-sample-code/pull/11',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization usertoken'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Content access is protected by token/i,
      explanation:
        'User and password of the web pages do not publish any more: make a user token at central.sonatype.com and send its two parts.',
      seen: {
        url: 'https://oss.sonatype.org/content/repositories/snapshots/x.xml',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: 'Content access is protected by token',
      },
    },
    {
      cause: 'url-wrong',
      weight: TOLD + HINTED,
      status: [401, 402, 403],
      path: /^\/?(?:service\/local|content\/repositories)/,
      sent: /^authorization /,
      explanation:
        'OSSRH was shut down in June 2025: publish to central.sonatype.com, with a token made there.',
      seen: {
        status: 402,
        url: 'https://s01.oss.sonatype.org/service/local/staging/profiles',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: 'Payment Required',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid token|Unauthorized/i,
      status: [401],
      sent: /^authorization /,
      notSent: /^authorization authorization: basic /i,
      explanation:
        'The portal takes Bearer and the Base64 of both parts of the user token, with a colon between; a token of the old server does not do.',
      seen: { sent: { Authorization: 'Bearer dXNlcjpwYXNz' }, body: '{"error":{"message":"Invalid token"}}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /namespace .*(?:not (?:allowed|verified)|is not)|not allowed to publish/i,
      explanation:
        'The account does not own the namespace of the group id: verify it in the portal, and enable snapshots for it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer dXNlcjpwYXNz' },
        body: '{"error":{"message":"Namespace \'com.example\' is not allowed"}}',
      },
    },
  ],
});
