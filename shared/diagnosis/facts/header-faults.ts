import { basicFaults } from './basic-faults.ts';
import { encodedAgain } from './encoded-again.ts';
import { digestUser } from './digest-user.ts';
import type { HeaderFault } from './header-fault.ts';
import { found } from './header-fault.ts';
import { cookieFaults, keyFaults } from './key-faults.ts';
import { schemeFaults } from './scheme-faults.ts';
import type { SentCredential } from './sent-credentials.ts';
import { plusLost, valueFaults } from './value-faults.ts';

export type { HeaderFault, HeaderFaultKind } from './header-fault.ts';

/** What an address may have of them. */
const ofQuery: ReadonlySet<HeaderFault['kind']> = new Set([
  'quoted',
  'line-break',
  'white-space',
  'percent-encoded',
]);

/** Faults of an Authorization field, a key field or a key in the query; empty where its form is right. Byte strings in, one unit per byte. */
export const headerFaultsOf = (credential: SentCredential): readonly HeaderFault[] => {
  const { value } = credential;
  if (value.trim() === '' || /\{\{|\$\{/.test(value)) return [];
  switch (credential.in) {
    case 'authorization':
    case 'proxy': {
      if (credential.parsed?.scheme === 'basic')
        return [
          ...basicFaults(credential),
          ...valueFaults(credential).filter(({ kind }) => kind === 'invisible'),
        ];
      const own = valueFaults(credential);
      return own.some(({ kind }) => kind === 'line-break' || kind === 'wrapped')
        ? own
        : [...schemeFaults(credential), ...own, ...further(credential)];
    }
    case 'field':
      return [...keyFaults(credential), ...valueFaults(credential), ...further(credential)];
    case 'query':
      return credential.escaped === true
        ? [
            found(
              credential,
              'escape-sequence',
              `&amp; stands before ${credential.name}, as in the source of a page`,
              '',
            ),
          ]
        : [...valueFaults(credential).filter(({ kind }) => ofQuery.has(kind)), plusLost(credential)].filter(
            (fault) => fault !== undefined,
          );
    case 'cookie':
      return cookieFaults(credential);
    case 'userinfo':
    case 'path':
      return [];
    default:
      return credential.in satisfies never;
  }
};

const further = (credential: SentCredential): readonly HeaderFault[] => {
  const fault = encodedAgain(credential) ?? digestUser(credential);
  return fault === undefined ? [] : [fault];
};
