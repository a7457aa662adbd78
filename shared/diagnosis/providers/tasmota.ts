import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const json = { 'Content-Type': 'application/json', Server: 'Tasmota/13.4.0 (ESP8266EX)' };
const needs = '{"WARNING":"Need user=<username>&password=<password>"}';

export const tasmota = defineProvider({
  id: 'tasmota',
  name: 'Tasmota',
  category: 'device',
  address: 'http://192.168.1.61/cm?cmnd=Power',
  paths: /^\/cm$/,
  fields: [['server', /^Tasmota\//]],
  body: /"WARNING"\s*:\s*"(?:Need user=|Enter command)/,
  few: 'The interface has one refusal.',
  sources: ['https://tasmota.github.io/docs/Commands/#with-web-requests'],
  doors: ['query password', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /Need user=/i,
      sent: /^(?:authorization|field|userinfo) /,
      explanation: 'Commands read user and password as parameters of the address, user=…&password=….',
      seen: { sent: { Authorization: 'Basic YWRtaW46cHctMTIz' }, received: json, body: needs },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Need user=/i,
      notSent: /./,
      explanation: 'A web password is set: add user and password to the address.',
      seen: { sent: {}, received: json, body: needs },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Need user=/i,
      sent: /^query password/i,
      explanation: 'User or password are not those of the web page; special characters must be encoded.',
      seen: {
        url: 'http://192.168.1.61/cm?user=admin&password=pw-123&cmnd=Power',
        sent: {},
        received: json,
        body: needs,
      },
    },
  ],
});
