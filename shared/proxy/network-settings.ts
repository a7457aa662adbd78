import { z } from 'zod';
import { plainSecret, secretTextSchema } from '../workspace/secret.ts';

const proxyAuthSchemes = ['automatic', 'basic', 'digest', 'ntlm', 'negotiate'] as const;
/**
 * `automatic`: nothing is sent until the proxy asks, then the strongest that it offers. `negotiate` takes the ticket of the
 * person who is logged in to this machine, no user and no password, and only where it is chosen.
 */
export type ProxyAuthScheme = (typeof proxyAuthSchemes)[number];
export const proxyAuthSchema = z.enum(proxyAuthSchemes);

const networkModes = ['environment', 'manual', 'pac', 'none'] as const;
export type NetworkMode = (typeof networkModes)[number];

/** How requests travel that choose no proxy of their own. Kept among the preferences, the password in the vault. */
export const networkSettingsSchema = z.object({
  mode: z.enum(networkModes),
  /** Of the mode `manual`. */
  url: z.string().max(2000),
  /** Whose credentials the proxy gets, also one that a PAC file names. */
  username: z.string().max(1000),
  password: secretTextSchema,
  scheme: proxyAuthSchema,
  /** Hosts that are reached without the proxy of the mode `manual`. */
  noProxy: z.string().max(10_000),
  /** Address of a PAC file, its path, or its text. */
  pac: z.string().max(1_000_000),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;

export const defaultNetworkSettings: NetworkSettings = {
  mode: 'environment',
  url: '',
  username: '',
  password: plainSecret(''),
  scheme: 'automatic',
  noProxy: 'localhost, 127.0.0.0/8, ::1',
  pac: '',
};

/** The name under which they lie among the preferences. */
export const networkPreference = 'network';

/** What the preferences hold; the usual settings where that is nothing, or cannot be read. */
export const networkSettingsIn = (preferences: Readonly<Record<string, unknown>>): NetworkSettings => {
  const read = networkSettingsSchema.safeParse(preferences[networkPreference]);
  return read.success ? read.data : defaultNetworkSettings;
};
