import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** Servers that hand fields to a program by environment variables, which leaves Authorization out unless told otherwise. */
const gateways = /\bphp\b|php\/|apache|litespeed|fcgi|cgi|mod_wsgi|passenger|iis/i;

/** The field of the answer that names such a server (RFC 3875 §4.1.18). */
export const namesGateway = (facts: Facts): 'Server' | 'X-Powered-By' | undefined =>
  (['Server', 'X-Powered-By'] as const).find((name) => gateways.test(responseValue(facts, name) ?? ''));
