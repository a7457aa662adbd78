import { jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsInWrongPlace } from './credentials-in-wrong-place.ts';

testRule(credentialsInWrongPlace, {
  silent: {
    'the field that is called wrong was sent': {
      sent: { 'X-Api-Token': 'q7Rk2mXz0bT4vLs8YcW1' },
      status: 400,
      body: { message: 'Invalid `X-Api-Token` header' },
    },
    'a parameter in which the same token was accepted before': [
      { url: 'https://api.example.com/v3/me?auth=Zx81kQp07vTnE4sWc2Rb', status: 200 },
      {
        url: 'https://api.example.com/v3/me?auth=Zx81kQp07vTnE4sWc2Rb',
        body: { error: 'not_logged_in' },
      },
    ],
    'a parameter in which the product reads its token': {
      url: 'https://services1.arcgis.com/hkbp4dfv/arcgis/rest/services/Parcels/FeatureServer/0?token=Zx81kQp07vTnE4sWc2Rb',
      body: { error: { code: 499, message: 'Token Required', details: [] } },
    },
    'a key in the query that is called invalid': {
      url: 'https://api.example.com/v1/me?api_key=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G',
      body: { error: 'Invalid API key' },
    },
    'a session in its cookie and in a field': [
      {
        url: 'https://api.example.com/login',
        posted: 'a=b',
        status: 200,
        received: { 'Set-Cookie': 'session_id=a1b2c3d4e5; Path=/' },
      },
      { sent: { 'X-Session-Id': 'a1b2c3d4e5', Cookie: 'session_id=a1b2c3d4e5' } },
    ],
    'a key where its maker reads it': {
      url: 'https://api.anthropic.com/v1/messages',
      sent: { 'x-api-key': `sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
    },
    'a maker’s key at another address': {
      sent: { Authorization: `Bearer sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
    },
    'the same secret passed behind another word': [
      { sent: opaque, status: 200 },
      { sent: { Authorization: 'Token Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' } },
    ],
    'a signed token in a field, and software that drops fields': {
      sent: { 'x-access-token': jwtOf() },
      received: { 'X-Powered-By': 'PHP/8.2' },
      body: { error: 'No authorization token was found' },
    },
    'in its place': { sent: opaque },
    'a maker’s own scheme, with its signature beside it': {
      sent: { 'X-Auth': 'BITSTAMP Zx81kQp07v', 'X-Auth-Signature': 'Zx81kQp07vTnE4sWc2Rb' },
    },
    'the named field was sent': {
      sent: { 'X-API-Key': 'abc' },
      body: { message: 'X-API-Key header is missing' },
    },
    'the field that is missed is the one that was sent': {
      sent: opaque,
      body: { message: 'Missing Authorization header' },
    },
    'Bearer is asked for and the token in a field was looked at': {
      sent: { 'X-Auth-Token': jwtOf() },
      received: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    },
    'a cookie that is missed was sent': {
      sent: { ...opaque, Cookie: 'session=Zx81kQp07v' },
      body: { error: 'Missing session cookie' },
    },
    'a key beside a signed token': {
      sent: { Authorization: `Bearer ${jwtOf()}` },
      body: { message: 'X-Acme-Key header is missing' },
    },
    'a search for the word authorization': {
      url: 'https://api.example.com/docs?q=authorization',
      sent: opaque,
    },
    'nothing was sent': { body: { message: 'X-API-Key header is missing' } },
  },
  speaks: {
    'one interface takes the key, and another asks for a login': {
      given: [
        {
          url: 'https://192.0.2.1/integration/v1/sites',
          sent: { 'X-API-KEY': 'q7Rk2mXz0bT4vLs8YcW1' },
          status: 200,
        },
        {
          url: 'https://192.0.2.1:8443/api/s/default/stat/device',
          sent: { 'X-API-KEY': 'q7Rk2mXz0bT4vLs8YcW1' },
          body: { meta: { rc: 'error', msg: 'api.err.LoginRequired' } },
        },
      ],
      title: /./,
      at: ['Response › body'],
    },
    'a field is called wrong that was not sent': {
      given: { sent: opaque, status: 400, body: { message: 'Invalid `X-Api-Token` header' } },
      title: /X-Api-Token/,
    },
    'a parameter under another name': {
      given: {
        url: 'https://api.example.com/v1/me?access_token=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G',
        status: 200,
        body: { ok: false, error: 'not_authed' },
      },
      title: /the parameter access_token/,
    },
    'the options of the client in the body': {
      given: { posted: JSON.stringify({ headers: { Authorization: `Bearer ${jwtOf()}` } }) },
      title: /Authorization stands in the body/,
      at: ['Request › body'],
    },
    'a field entered as a parameter': {
      given: { url: `https://api.example.com/v1?Authorization=Bearer%20${jwtOf()}` },
      title: /Authorization stands in the query/,
      at: ['Request › URL'],
    },
    'a value that names another field': {
      given: {
        sent: { 'X-API-Key': 'X-Acme-Key: 7c1e09b3d5a84f62' },
        received: { 'WWW-Authenticate': 'Basic realm="Acme"' },
      },
      title: /begins with the name X-Acme-Key/,
      remedy: { id: 'move-credential', values: { name: 'X-Acme-Key', place: 'header' } },
    },
    'user and password left in the address': {
      given: { url: 'https://kim:word@api.example.com/v1', received: { 'WWW-Authenticate': 'Basic' } },
      title: /were not sent as Authorization/,
    },
    'a token in a cookie where Bearer is asked for': {
      given: { sent: { Cookie: `token=${jwtOf()}` }, received: { 'WWW-Authenticate': 'Bearer' } },
      title: /asks for Bearer in Authorization/,
    },
    'a signed token in a field that nobody reads': {
      given: { sent: { 'x-access-token': jwtOf() }, body: { error: 'No authorization token was found' } },
      title: /stands in x-access-token/,
    },
    'a token in a field of its own where only Bearer is asked for': {
      given: { sent: { access_token: jwtOf() }, received: { 'WWW-Authenticate': 'Bearer' } },
      title: /asks for Bearer in Authorization/,
    },
    'a cookie is missed': {
      given: { sent: opaque, body: { error: 'Access token cookie not found' } },
      title: /misses a cookie/,
    },
    'two letters off': { given: { sent: { Autherization: 'Bearer abc' } }, title: /stands in Autherization/ },
    'in another language': {
      given: {
        url: 'https://api.example.com/v1?api_key=Zx81kQp07vTnE4sW',
        body: { message: 'Der API-Schlüssel fehlt im Header X-Acme-Key' },
      },
      title: /misses X-Acme-Key/,
    },
    'a session out of a cookie, in a field': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'a=b',
          status: 200,
          received: { 'Set-Cookie': 'session_id=a1b2c3d4e5; Path=/' },
        },
        { sent: { 'X-Session-Id': 'a1b2c3d4e5' } },
      ],
      title: /X-Session-Id holds the session that was handed out as the cookie session_id/,
    },
    'a key that nobody saw': {
      given: { sent: opaque, body: { error: 'No authorization token provided' } },
      title: /does not look where/,
    },
    'a key whose maker reads another field': {
      given: {
        url: 'https://api.anthropic.com/v1/messages',
        sent: { Authorization: `Bearer sk-ant-api03-${'Zx81kQp07v'.repeat(4)}` },
      },
      title: /Anthropic reads an API key from x-api-key/,
    },
    'the answer says as what to send it': {
      given: { sent: opaque, body: { error: 'API key is missing or unknown; send it as X-API-Key' } },
      title: /looks for X-API-Key/,
      remedy: { id: 'move-credential', values: { name: 'X-API-Key', place: 'header' } },
    },
    'a misspelt name': {
      given: { sent: { Authentication: 'Bearer abcdefgh' } },
      title: /stands in Authentication; servers read Authorization/,
      at: ['Request › Authentication'],
    },
    'the server names another': {
      given: { sent: opaque, body: { message: 'Missing required header X-API-Key' } },
      title: /looks for X-API-Key/,
    },
  },
});
