import { testRule } from './rule.test-support.ts';
import { signingScopeWrong } from './signing-scope-wrong.ts';

testRule(signingScopeWrong, {
  silent: {
    'a store of one’s own, signed for s3': {
      url: 'https://store.example.net/b/k',
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/us-east-1/s3/aws4_request' },
      status: 403,
      body: '<Error><Code>SignatureDoesNotMatch</Code></Error>',
    },
    'a shared access signature for what lies above': {
      url: 'https://acme.azure-devices.net/devices/pump2/messages/events',
      sent: { Authorization: 'SharedAccessSignature sr=acme.azure-devices.net&sig=c2ln&se=1700053200' },
    },
    'an unsigned request': { status: 400, body: 'The service URL does not match' },
    'the service of the host': {
      url: 'https://a1.execute-api.eu-west-1.amazonaws.com/p',
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/eu-west-1/execute-api/aws4_request' },
    },
    'the region of the host': {
      url: 'https://s3.eu-west-1.amazonaws.com/b',
      sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/eu-west-1/s3/aws4_request' },
    },
  },
  speaks: {
    'a store of one’s own, signed for another service': {
      given: {
        url: 'https://store.example.net/b/k',
        sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/us-east-1/execute-api/aws4_request' },
        status: 403,
        body: '<?xml version="1.0"?><Error><Code>SignatureDoesNotMatch</Code></Error>',
      },
      title: /signed for execute-api/,
    },
    'a shared access signature for another device': {
      given: {
        url: 'https://acme.azure-devices.net/devices/pump2/messages/events',
        sent: {
          Authorization:
            'SharedAccessSignature sr=acme.azure-devices.net%2Fdevices%2Fpump1&sig=c2ln&se=1700053200',
        },
      },
      title: /made for acme\.azure-devices\.net\/devices\/pump1/,
    },
    'another service': {
      given: {
        url: 'https://search-a.eu-west-1.es.amazonaws.com/_search',
        sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/eu-west-1/execute-api/aws4_request' },
        status: 403,
      },
      title: /signed for execute-api/,
    },
    'another region': {
      given: {
        url: 'https://s3.eu-west-1.amazonaws.com/b',
        sent: { Authorization: 'AWS4-HMAC-SHA256 Credential=a/20231115/us-east-1/s3/aws4_request' },
      },
      title: /signed for us-east-1; the server is in eu-west-1/,
      figure: { got: 'us-east-1', wanted: 'eu-west-1' },
    },
  },
});
