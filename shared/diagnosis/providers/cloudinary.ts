import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const upload = 'https://api.cloudinary.com/v1_1/demo/image/upload';
const posted =
  'api_key=814237591236485&timestamp=1700049600&signature=bfd09f95f331f558cbd1320e67aa8d488770583e&file=x';
const seen = (status: number, message: string) => ({
  status,
  url: upload,
  sent: {},
  posted,
  received: { 'X-Cld-Error': message },
  body: JSON.stringify({ error: { message } }),
});

export const cloudinary = defineProvider({
  id: 'cloudinary',
  name: 'Cloudinary',
  category: 'storage',
  address: upload,
  hosts: /^(?:api|res|api-eu|api-ap)\.cloudinary\.com$/,
  fields: [['x-cld-error']],
  sources: [
    'https://cloudinary.com/documentation/authentication_signatures',
    'https://cloudinary.com/documentation/diagnosing_error_codes_tutorial',
  ],
  doors: ['authorization basic', 'authorization bearer', 'query signature', 'query api_key'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + PROVEN,
      says: /Invalid Signature \w+\. String to sign/i,
      explanation:
        'The answer shows the text that was signed: all parameters but file, api_key and resource_type, sorted, with the API secret appended, SHA-1 of it. Compare it with yours.',
      seen: seen(
        401,
        "Invalid Signature bfd09f95f331f558cbd1320e67aa8d488770583e. String to sign - 'timestamp=1700049600'.",
      ),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Stale request - reported time is/i,
      explanation: 'The timestamp of a signed upload may be an hour old, in seconds.',
      seen: seen(
        400,
        'Stale request - reported time is 2023-11-15 10:00:00 +0000 which is more than 1 hour ago',
      ),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /cloud_name mismatch|Invalid cloud_name/i,
      explanation: 'The path names another product environment than the one whose key was sent.',
      seen: seen(401, 'cloud_name mismatch'),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unknown api_key|Invalid api_key|api_secret mismatch|Invalid credentials/i,
      explanation: 'Key, secret and cloud name must be of one product environment.',
      seen: seen(401, 'unknown api_key'),
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Must supply api_key|Upload preset must be specified when using unsigned upload/i,
      explanation:
        'An upload is signed with api_key, timestamp and signature, or names an unsigned upload_preset.',
      seen: { ...seen(400, 'Upload preset must be specified when using unsigned upload'), posted: 'file=x' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^(?:x-cld-error|message): (?:deny or ACL failure|Customer is marked as untrusted|account is disabled|Upload preset .*unsigned)/i,
      explanation: 'The product environment’s security settings do not allow this delivery or upload.',
      seen: {
        ...seen(401, 'deny or ACL failure'),
        url: 'https://res.cloudinary.com/demo/image/authenticated/sample.jpg?_a=1',
      },
    },
  ],
});
