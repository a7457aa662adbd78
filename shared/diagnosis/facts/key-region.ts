import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';

/** A key whose last part names a data centre in the way in which the host names another. */
export interface KeyRegion {
  readonly ofKey: string;
  readonly ofHost: string;
  readonly place: Place;
}

/** `…-us21` behind a key, `us6.api.…` before a host: letters of one place, and a number. */
const behind = /[-_.]([a-z]{2,5})(\d{1,3})$/;

export const keyOfAnotherRegion = (facts: Facts): KeyRegion | undefined => {
  const labels = hostOf(facts).split(/[.-]/);
  for (const { value, parsed, place } of serverCredentials(facts)) {
    const text = parsed?.rest === undefined || parsed.rest === '' ? value : parsed.rest;
    const secret = parsed?.scheme === 'basic' ? (byteStringOfBase64(text) ?? '') : text;
    const [, letters, number] = behind.exec(secret.trim()) ?? [];
    if (letters === undefined || secret.length < 20) continue;
    const ofHost = labels.find((label) => label.replace(/\d+$/, '') === letters && /\d$/.test(label));
    const ofKey = `${letters}${number ?? ''}`;
    if (ofHost !== undefined && ofHost !== ofKey) return { ofKey, ofHost, place };
  }
  return undefined;
};
