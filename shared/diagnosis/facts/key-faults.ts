import { sameName } from '../../exchange/fields.ts';
import type { HeaderFault } from './header-fault.ts';
import { found } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** A sign that no field of HTTP has there, though some libraries let it pass: `=Authorization`. */
const signAtName = /^[^A-Za-z_]+|[^A-Za-z\d_]+$/;

const misnamed = (credential: SentCredential): HeaderFault | undefined => {
  return signAtName.test(credential.name)
    ? found(credential, 'field-name', `the name of the field is written ${credential.name}`, '')
    : undefined;
};

/** The page that shows the key, in place of the key. */
const address = (credential: SentCredential): HeaderFault | undefined =>
  /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(credential.value.trim())
    ? found(credential, 'address', 'the value is an address', credential.value.trim())
    : undefined;

/** Fields beside Authorization that are read like it, scheme and all. */
const readsScheme = /auth(?:orization)?$|authentication$|^bearer$/i;

/** A cookie's own name, whole or but for its first letter, stands in its value: what was copied was too much. */
export const cookieFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const { name } = credential;
  const value = credential.value.trim().replace(/%3d/gi, '=');
  const lead = [name, name.slice(1)].find((text) => text.length > 3 && value.startsWith(`${text}=`));
  return lead === undefined
    ? []
    : [found(credential, 'name-in-value', `${lead} stands in the value of the cookie, too`, lead)];
};

/** Faults of a field that holds a key and nothing else: its own name, or a scheme, copied into the value. */
export const keyFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const { name } = credential;
  const whole = misnamed(credential) ?? address(credential);
  if (whole !== undefined) return [whole];
  const trimmed = credential.value.trim();
  const pair = /^([A-Za-z][\w-]{2,30})\s*[:=]\s*(?=[^\s=])(\S{8,})$/.exec(trimmed);
  const [, before = '', key = ''] = pair ?? [];
  if (
    pair !== null &&
    (sameName(before, name) || /^(?:x[-_])?(?:api[-_]?key|token|access[-_]?token|key)$/i.test(before))
  )
    return [
      found(
        credential,
        'name-in-value',
        `${before} stands in the value of the field, too`,
        trimmed.slice(0, -key.length),
        key,
      ),
    ];
  const scheme = /^(bearer|basic|token|apikey)\s+(?=\S{8,}$)/i.exec(trimmed)?.[0];
  return scheme === undefined || readsScheme.test(name)
    ? []
    : [
        found(
          credential,
          'scheme-in-key',
          `the word ${scheme.trim()} stands before the key`,
          scheme,
          trimmed.slice(scheme.length),
        ),
      ];
};
