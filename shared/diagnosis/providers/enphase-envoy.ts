import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const enphaseEnvoy = defineProvider({
  id: 'enphase-envoy',
  name: 'Enphase IQ Gateway (Envoy)',
  category: 'device',
  address: 'https://envoy.local/api/v1/production',
  hosts: /^envoy(?:\.local|\.lan)?$/,
  body: /Redirecting to <a id='link' href=''><\/a>/,
  sources: [
    'https://enphase.com/download/accessing-iq-gateway-local-apis-or-local-ui-token-based-authentication',
    'https://github.com/dlmcpaul/EnphaseCollector/issues/22',
    'https://github.com/vk2him/Enphase-Envoy-mqtt-json/issues/5',
  ],
  few: 'It answers every refusal with one page.',
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN + STATED,
      status: [401],
      says: /Authorization Required/i,
      sent: /^authorization authorization: (?:digest|basic) /i,
      explanation:
        'From firmware 7 on the gateway takes no user and password any more: fetch a token for its serial number at entrez.enphaseenergy.com and send it as Bearer.',
      seen: {
        sent: {
          Authorization:
            'Digest username="installer", realm="enphaseenergy.com", nonce="a1", uri="/api/v1/production", response="6629fae49393a05397450978507c4ef1"',
        },
        received: { 'Content-Type': 'text/html', 'WWW-Authenticate': '' },
        body: "<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>Redirecting to <a id='link' href=''></a></center><script>const redirect_url = window.location.protocol + '//' + window.location.host + '/home';</script></body></html>",
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /Authorization Required/i,
      notSent: /./,
      explanation: 'From firmware 7 on the gateway wants a token for its serial number as Bearer.',
      seen: {
        sent: {},
        received: { 'Content-Type': 'text/html', 'WWW-Authenticate': '' },
        body: "<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>Redirecting to <a id='link' href=''></a></center></body></html>",
      },
    },
  ],
});
