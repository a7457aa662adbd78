import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const legacy = 'https://fcm.googleapis.com/fcm/send';
const page =
  '<HTML><HEAD><TITLE>Invalid (legacy) Server-key delivered or Sender is not authorized to perform request.</TITLE></HEAD><BODY><H1>Invalid (legacy) Server-key delivered or Sender is not authorized to perform request.</H1><H2>Error 401</H2></BODY></HTML>';

export const firebaseMessaging = defineProvider({
  id: 'firebase-messaging',
  name: 'Firebase Cloud Messaging',
  category: 'messaging',
  family: 'google-cloud',
  address: 'https://fcm.googleapis.com/v1/projects/demo/messages:send',
  hosts: /^(?:fcm|gcm-http|iid)\.googleapis\.com$/,
  keys: [
    { form: /^AAAA[\w-]{7}:APA91b[\w-]{100,}$/, kind: 'legacy server key', goes: ['authorization key='] },
  ],
  sources: [
    'https://firebase.google.com/docs/cloud-messaging/error-codes',
    'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
  ],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + PROVEN,
      says: /Invalid \(legacy\) Server-key delivered/i,
      sent: /^authorization authorization: key=\s*AIza/i,
      explanation:
        'AIza… is the browser’s API key of the project; the legacy interface wanted the server key of the page Cloud Messaging.',
      seen: {
        url: legacy,
        sent: { Authorization: 'key=AIzaSyA0123456789abcdefghijklmnopqrstu' },
        posted: '{}',
        body: page,
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /Invalid \(legacy\) Server-key delivered/i,
      sent: /^authorization authorization: key=\s*(?!AIza)/i,
      explanation:
        'The server key is not that of the project, or the legacy interface is switched off in it: it ended in 2024, use the v1 interface.',
      seen: {
        url: legacy,
        sent: { Authorization: 'key=AAAAx1Y2z3W:APA91bZx81kQp07vTnE4sWc2RbYh6' },
        posted: '{}',
        body: page,
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['SENDER_ID_MISMATCH', 'MismatchSenderId'],
      explanation:
        'The device registered with another project’s sender id: the credential must be of the project in the app’s own configuration.',
      seen: {
        status: 403,
        body: '{"error":{"code":403,"message":"SenderId mismatch","status":"PERMISSION_DENIED","details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"SENDER_ID_MISMATCH"}]}}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN + STATED,
      code: ['THIRD_PARTY_AUTH_ERROR'],
      explanation:
        'Google’s own login at Apple or a browser’s push service failed: the APNs key or certificate uploaded to the project is missing, over or of another team.',
      seen: {
        body: '{"error":{"code":401,"message":"Auth error from APNS or Web Push Service","status":"UNAUTHENTICATED","details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError","errorCode":"THIRD_PARTY_AUTH_ERROR"}]}}',
      },
    },
  ],
});
