import { createRequire } from 'node:module';
import { z } from 'zod';
import { FlowStopped } from '../../shared/schemes/scheme.ts';

/** Base64 of the next token for a host; `challenge` is what the server sent. Without one the conversation begins anew. */
export type NegotiateTokens = (host: string, challenge?: string) => Promise<string>;

/** What is used of the package `kerberos`, which speaks GSSAPI on Unix and SSPI on Windows. */
const packageSchema = z.object({
  initializeClient: z.custom<(service: string, options: { mechOID: number }) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
  GSS_MECH_OID_SPNEGO: z.number(),
});

interface Client {
  step(challenge: string): Promise<unknown>;
}
const isClient = (value: unknown): value is Client =>
  typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'function';

/** The package is native and optional: it is found beside why401 or in a folder of NODE_PATH, or it is not. */
const loadKerberos = (): unknown => createRequire(import.meta.url)('kerberos');

/** One conversation at a time, as one Send has it. */
export const createNegotiateTokens = (
  load: () => unknown = loadKerberos,
  platform: NodeJS.Platform = process.platform,
): NegotiateTokens => {
  let client: Client | undefined;
  return async (host, challenge) => {
    try {
      if (challenge === undefined || client === undefined) client = await begin(load, platform, host);
      const token = await client.step(challenge ?? '');
      return typeof token === 'string' ? token : '';
    } catch (error) {
      if (error instanceof FlowStopped) throw error;
      throw explained(error instanceof Error ? error.message : String(error), host);
    }
  };
};

const begin = async (load: () => unknown, platform: NodeJS.Platform, host: string): Promise<Client> => {
  const kerberos = packageOf(load);
  // A principal is spelled as the platform's library has it.
  const service = platform === 'win32' ? `HTTP/${host}` : `HTTP@${host}`;
  const client = await kerberos.initializeClient(service, { mechOID: kerberos.GSS_MECH_OID_SPNEGO });
  if (isClient(client)) return client;
  throw unknownVersion();
};

const unknownVersion = (): FlowStopped =>
  new FlowStopped(
    'negotiate-missing',
    'The package kerberos is of a version that is not known here. Install version 7.',
  );

const packageOf = (load: () => unknown): z.infer<typeof packageSchema> => {
  let found: unknown;
  try {
    found = load();
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new FlowStopped(
      'negotiate-missing',
      /cannot find (module|package) 'kerberos'/i.test(detail)
        ? 'Negotiate needs the package kerberos, which is not installed. Install it (npm install kerberos) in the folder of why401 or in one that NODE_PATH names, and start why401 again.'
        : `The package kerberos is there and cannot be loaded: ${detail}. Build it again (npm rebuild kerberos) for this Node.`,
    );
  }
  const parsed = packageSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  throw unknownVersion();
};

const explained = (detail: string, host: string): FlowStopped => {
  const text = detail.trim();
  if (/no (?:kerberos )?credentials|credentials? cache|ticket expired|no logon session/i.test(text)) {
    return new FlowStopped(
      'negotiate-no-ticket',
      `There is no valid Kerberos ticket: get one with kinit, then send again. (${text})`,
    );
  }
  if (/server \S*\s*not found in kerberos database|target is unknown/i.test(text)) {
    return new FlowStopped(
      'negotiate-unknown-service',
      `Kerberos knows no service HTTP/${host}. Use the name under which the server is registered: in the address, or as Service host in the settings. (${text})`,
    );
  }
  return new FlowStopped('negotiate-failed', `The Kerberos library gave no token for HTTP/${host}: ${text}`);
};
