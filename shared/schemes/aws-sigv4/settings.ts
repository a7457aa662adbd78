import { z } from 'zod';
import { checksumNames } from './checksums.ts';

const text = z.string().default('');

export const awsSettingsSchema = z.object({
  keys: z.enum(['typed', 'profile']).default('typed'),
  accessKeyId: text,
  secretAccessKey: text,
  sessionToken: text,
  /** Of the shared AWS files; empty means `default`. */
  profile: text,
  region: text,
  service: text,
  place: z.enum(['header', 'query']).default('header'),
  /** Seconds. */
  expires: z.string().default('3600'),
  payload: z.enum(['signed', 'unsigned', 'chunks', 'chunks-checksum', 'checksum']).default('signed'),
  /** Behind a body in chunks. */
  checksum: z.enum(checksumNames).default('crc32'),
  contentHash: z.boolean().default(false),
  tokenUnsigned: z.boolean().default(false),
});
export type AwsSettings = z.infer<typeof awsSettingsSchema>;
