import { z } from 'zod';
import {
  clientCertificateSchema,
  decodeClientCertificate,
  encodeClientCertificate,
  savedClientCertificateSchema,
} from './client-certificate.ts';
import { defineFormat } from './format.ts';
import type { SecretSink, SecretSource } from './saved-text.ts';

/** What holds for every request to some servers, whoever sends it: token requests and redirects included. */
export const hostRuleSchema = z.object({
  id: z.string().min(1),
  /** Which servers (host-pattern.ts): `api.example.com`, `*.example.com`, `10.0.0.7:8443`. */
  name: z.string().min(1).max(1000),
  /** Off: any certificate is accepted from these servers. */
  verifyTls: z.boolean(),
  clientCertificate: clientCertificateSchema.optional(),
});
export type HostRule = z.infer<typeof hostRuleSchema>;

const savedHostRuleSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(1000),
  verifyTls: z.boolean().optional(),
  clientCertificate: savedClientCertificateSchema.optional(),
});
export type SavedHostRule = z.infer<typeof savedHostRuleSchema>;

export const hostRuleFormat = defineFormat({
  what: 'host',
  version: 1,
  schema: savedHostRuleSchema,
  upgrades: [],
});

export const encodeHostRule = (rule: HostRule, sink: SecretSink): SavedHostRule => ({
  version: 1,
  id: rule.id,
  name: rule.name,
  ...(rule.verifyTls ? {} : { verifyTls: false }),
  ...(rule.clientCertificate === undefined
    ? {}
    : { clientCertificate: encodeClientCertificate(rule.clientCertificate, sink) }),
});

export const decodeHostRule = (saved: SavedHostRule, source: SecretSource): HostRule => ({
  id: saved.id,
  name: saved.name,
  verifyTls: saved.verifyTls ?? true,
  ...(saved.clientCertificate === undefined
    ? {}
    : { clientCertificate: decodeClientCertificate(saved.clientCertificate, source) }),
});
