import { percentDecoded } from '../../exchange/percent.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';

/** A session whose own value tells when it began, past the time that its maker gives it. */
export interface AgedSession {
  /** Seconds. */
  readonly age: number;
  /** How long it is good, in words. */
  readonly good: string;
}

interface Form {
  readonly name: RegExp;
  /** Its beginning in hexadecimal epoch seconds. */
  readonly began: (value: string) => string | undefined;
  readonly limit: number;
  readonly good: string;
}

const forms: readonly Form[] = [
  {
    name: /^PVE\w*$/i,
    began: (value) => /^PVE:[^:]+:([0-9A-F]{8})::/i.exec(value)?.[1],
    limit: 7200,
    good: 'two hours',
  },
  {
    name: /^AuthSession$/,
    began: (value) => {
      const text = /^[\w-]+=*$/.test(value)
        ? byteStringOfBase64(value.replaceAll('-', '+').replaceAll('_', '/'))
        : undefined;
      return text === undefined ? undefined : /^[^:]+:([0-9A-F]{8}):/i.exec(text)?.[1];
    },
    limit: 600,
    good: 'ten minutes unless set otherwise',
  },
];

/** Of a ticket of Proxmox VE or a cookie of CouchDB; absent where neither was sent, or it is young. */
export const agedSession = (facts: Facts): AgedSession | undefined => {
  const { now } = facts.clocks;
  if (now === undefined) return undefined;
  for (const { name, value } of facts.cookies)
    for (const form of forms) {
      const began = form.name.test(name) ? form.began(percentDecoded(value)) : undefined;
      const age = began === undefined ? 0 : now - Number.parseInt(began, 16);
      if (age > form.limit) return { age, good: form.good };
    }
  return undefined;
};
