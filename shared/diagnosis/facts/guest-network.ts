import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';

/** What networks for guests call themselves, on the page that they lay before everything (RFC 8952). */
const guests =
  /\b(?:hot ?spots?|captive (?:portal|network)|guest (?:portal|network|access|wi-?fi|login)|wi-?fi (?:login|access|portal)|vouchers?(?: code)?|walled garden|gäste-?(?:wlan|netz)|(?:wlan|wi-?fi)[- ]?(?:gast|gäste|guest)|(?:mit dem|ins?) internet (?:verbinden|surfen)|connect to the internet|free (?:internet|wi-?fi)|accept the terms[^.]{0,30}(?:network|internet|wi-?fi))\b/i;

/** A page of the network stands in place of the answer that was asked for elsewhere. */
export const isGuestPage = (facts: Facts): boolean => {
  const [first] = facts.hops;
  const { body, url } = facts;
  if (body.kind !== 'html' || first === undefined || url === undefined) return false;
  const from = hostnameIn(first.note.from) ?? url.hostname;
  return from !== url.hostname && /<form\b/i.test(body.text) && guests.test(`${body.title} ${body.words}`);
};
