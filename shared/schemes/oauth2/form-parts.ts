import type { FormField, OpenSettings } from '../scheme.ts';
import type { ClientAuthentication, OAuth2Grant } from './settings.ts';

/** When a field is shown. */
export type When = (settings: OpenSettings) => boolean;

export const isGrant =
  (...grants: readonly OAuth2Grant[]): When =>
  (settings) =>
    grants.some((grant) => settings['grant'] === grant);

export const isWay =
  (...ways: readonly ClientAuthentication[]): When =>
  (settings) =>
    ways.some((way) => settings['clientAuthentication'] === way);

export const isFilled =
  (name: string): When =>
  (settings) =>
    String(settings[name] ?? '').trim() !== '';

export const grouped = (group: string, fields: readonly FormField[]): readonly FormField[] =>
  fields.map((field) => ({ ...field, group }));

/** A person logs in at the authorization server, in a browser. */
export const logsIn = isGrant('authorization-code', 'implicit', 'hybrid');
