import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const register = 'https://prd.eu-ccapi.hyundai.com:8080/api/v1/spa/notifications/register';
const seen = (resCode: string, resMsg: string, sent: Readonly<Record<string, string>>) => ({
  url: register,
  sent,
  posted: '{"pushRegId":"1"}',
  body: JSON.stringify({ retCode: 'F', resCode, resMsg, msgId: 'ea77e3f4-3f25-4211-9193-1cef7f7bc525' }),
});
const app = {
  'ccsp-service-id': '6d477c38-3ca4-4cf3-9557-2a1929a94654',
  'ccsp-application-id': '014d2225-8495-4735-812d-2616334fd15d',
};

export const hyundaiKia = defineProvider({
  id: 'hyundai-kia',
  name: 'Hyundai Bluelink and Kia Connect',
  category: 'device',
  address: register,
  hosts: /^prd\.eu-ccapi\.(?:hyundai|kia|genesis)\.com$|^api\.telematics\.hyundaiusa\.com$/,
  body: /"retCode": ?"F","resCode": ?"\d{4}"/,
  sends: ['ccsp-service-id', 'ccsp-application-id', 'ccsp-device-id'],
  sources: [
    'https://github.com/Hacksore/bluelinky/issues/101',
    'https://github.com/Hacksore/bluelinky/issues/259',
    'https://github.com/Hacksore/bluelinky/issues/155',
    'https://github.com/Hyundai-Kia-Connect/hyundai_kia_connect_api/issues/348',
  ],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /^rescode: 4017$|Invalid Application Id/i,
      lacks: 'Stamp',
      explanation:
        'Since February 2021 each call carries ccsp-application-id and a Stamp, made of it and the time.',
      seen: seen('4017', 'Invalid request value - Invalid Application Id.', {
        'ccsp-service-id': app['ccsp-service-id'],
      }),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /^rescode: 4017$|Invalid Application Id/i,
      path: /./,
      explanation: 'The Stamp is too old, or was made for another application id: make it anew.',
      seen: seen('4017', 'Invalid request value - Invalid Application Id.', {
        ...app,
        Stamp: 'dGpcIp3dP0dLfkNRUItk/sCdmouaEMW4JAlLv76lGxrWLqMbn3rTaiKUPyLFgtk=',
      }),
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Invalid device ?ID/i,
      explanation:
        'The device must be registered first (spa/notifications/register); its answer’s deviceId goes along as ccsp-device-id.',
      seen: seen('4002', 'Invalid request body - Invalid deviceId.', app),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + STATED,
      says: /An updated version of this app is now available/i,
      explanation: 'The client’s id is that of an older app.',
      seen: {
        status: 400,
        url: 'https://api.telematics.hyundaiusa.com/v2/ac/oauth/token',
        sent: { client_id: 'm66129Bb-em93', client_secret: 'v558o935-6nne' },
        posted: '{"username":"ada@example.com","password":"Lovelace-1843"}',
        body: '{"errorSubCode":"C401","errorSubMessage":"An updated version of this app is now available. Please download the latest version.","errorMessage":"An updated version of this app is now available. Please download the latest version.","errorCode":400}',
      },
    },
  ],
});
