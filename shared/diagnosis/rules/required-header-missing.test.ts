import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { requiredHeaderMissing } from './required-header-missing.ts';

testRule(requiredHeaderMissing, {
  silent: {
    'a thing that no listed field is called after': {
      sent: opaque,
      received: { 'Access-Control-Allow-Headers': 'Authorization, X-Trace-Id' },
      body: { error: 'hotel_required' },
    },
    'a listed field that was sent': {
      sent: { ...opaque, 'X-Hotel-Id': '7' },
      received: { Vary: 'X-Hotel-Id' },
      body: { error: 'hotel_required' },
    },
    'a temporary key with its token': {
      sent: {
        Authorization: 'AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20231115/eu-west-1/sts/aws4_request',
        'X-Amz-Security-Token': 'FwoGZXIvYXdzEJr',
      },
    },
    'an organisation that somebody is not in': {
      sent: opaque,
      status: 403,
      body: { message: 'This user is not in your organization' },
    },
    'the field is there': { sent: { 'X-Tenant': 'a' }, status: 400, body: 'X-Tenant header is required' },
    'Authorization is another cause': { body: 'Missing Authorization header' },
    'a bare 401': {},
    'nothing was sent, and all of it is missed': {
      status: 400,
      body: { message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers' },
    },
    'a compound word': {
      sent: opaque,
      body: { message: 'No header found, or the server is mis-configured' },
    },
    'both were sent': {
      sent: { ...opaque, 'Client-Id': 'a' },
      body: { message: 'Ensure you are sending Authorization and Client-Id as headers' },
    },
    'the id that the login gave stands in the address': [
      {
        url: 'https://api.example.com/login',
        status: 200,
        body: { authToken: 'f3N9AOig5FKgr_L4Gnrc_QE', userId: '7HZbmGjYLkk' },
      },
      {
        url: 'https://api.example.com/users/7HZbmGjYLkk',
        sent: { 'X-Auth-Token': 'f3N9AOig5FKgr_L4Gnrc_QE' },
        body: { message: 'You must be logged in to do this.' },
      },
    ],
    'an accepted call to another part had a further field': [
      { url: 'https://api.example.com/a/1', sent: { ...opaque, 'X-Tenant': 'a' }, status: 200 },
      { url: 'https://api.example.com/b/1', sent: opaque },
    ],
  },
  speaks: {
    'a thing that a listed field is called after': {
      given: {
        sent: opaque,
        received: { 'Access-Control-Allow-Headers': 'Authorization, X-Hotel-Id' },
        body: { error: 'hotel_required' },
      },
      title: /needs the field X-Hotel-Id/,
      at: ['Request › X-Hotel-Id › not sent'],
    },
    'a version that must be carried': {
      given: {
        sent: opaque,
        status: 400,
        body: { error: { message: 'Request must carry the header Acme-Version' } },
      },
      title: /needs the field Acme-Version/,
    },
    'the id that the login gave with the key': {
      given: [
        {
          url: 'https://api.example.com/login',
          status: 200,
          body: { data: { authToken: 'f3N9AOig5FKgr_L4Gnrc_QE', userId: '7HZbmGjYLkk' } },
        },
        {
          url: 'https://api.example.com/me',
          sent: { 'X-Auth-Token': 'f3N9AOig5FKgr_L4Gnrc_QE' },
          body: { message: 'You must be logged in to do this.' },
        },
      ],
      title: /further field/,
    },
    'what belongs to a key': {
      given: {
        sent: { 'X-Auth-Key': 'Zx81kQp07vTnE4sW' },
        status: 400,
        body: { message: 'Missing X-Auth-Key, X-Auth-Email or Authorization headers' },
      },
      title: /needs the field X-Auth-Email/,
    },
    'a parameter that a signature covers': {
      given: { sent: opaque, status: 400, body: { msg: "Mandatory parameter 'timestamp' was not sent." } },
      title: /further field/,
    },
    'one of two fields is there': {
      given: {
        sent: opaque,
        body: { message: 'Ensure you are sending Authorization and Client-ID as headers.' },
      },
      title: /needs the field Client-ID/,
      remedy: { id: 'add-field', values: { name: 'Client-ID' } },
    },
    'the same login passed as a form': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'username=kim&password=word',
          sent: { 'Content-Type': 'application/x-www-form-urlencoded' },
          status: 200,
        },
        {
          url: 'https://api.example.com/login',
          posted: '{"username":"kim","password":"word"}',
          sent: { 'Content-Type': 'application/json' },
        },
      ],
      title: /reads a login as application\/x-www-form-urlencoded/,
    },
    'the accepted call had it': {
      given: [{ sent: { ...opaque, 'X-Tenant-Id': 'acme' }, status: 200 }, { sent: opaque }],
      title: /needs the field X-Tenant-Id/,
    },
    'a key of the application beside a token': {
      given: { sent: bearer(), status: 400, body: { errorCode: 'NO_APP_KEY' } },
      title: /further field/,
    },
    'in Chinese': {
      given: { sent: opaque, body: { code: 401, msg: '请求头缺少appId' } },
      title: /needs the field appId/,
    },
    'in German': {
      given: { sent: opaque, body: { message: 'Der Header X-Mandant fehlt' } },
      title: /needs the field X-Mandant/,
    },
    'a temporary key of AWS alone': {
      given: {
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20231115/eu-west-1/sts/aws4_request',
        },
        status: 403,
        body: { __type: 'com.amazon.coral.service#UnrecognizedClientException' },
      },
      title: /without its session token/,
      remedy: { id: 'add-field', values: { name: 'X-Amz-Security-Token' } },
    },
    'a field whose name begins like Authorization': {
      given: { sent: opaque, status: 403, body: { title: 'Missing Authorization-Provider header' } },
      title: /needs the field Authorization-Provider/,
    },
    'a field with underscores': {
      given: { sent: opaque, status: 403, body: { message: 'Wrong id: header unique_id is missing' } },
      title: /needs the field unique_id/,
    },
    'the field is named behind a colon': {
      given: { sent: opaque, body: { message: 'Missing required header: X-Tenant-Id' } },
      title: /needs the field X-Tenant-Id/,
      remedy: { id: 'add-field', values: { name: 'X-Tenant-Id' } },
    },
    'a named field': {
      given: { sent: opaque, body: 'The Digest header is required' },
      title: /needs the field Digest/,
      at: ['Request › Digest › not sent'],
    },
    'fields of its own that it tells to set': {
      given: {
        sent: opaque,
        body: '<html><title>Error 401 Make sure to set the X-Acme-Tenant and X-Acme-Version headers</title></html>',
      },
      title: /needs the field X-Acme-Tenant/,
      remedy: { id: 'add-field', values: { name: 'X-Acme-Tenant' } },
    },
    'a tenant': { given: { status: 401, body: 'no org id' }, title: /further field/ },
  },
});
