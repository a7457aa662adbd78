import type { Facts } from './facts.ts';

/** A fault is a 500 whatever its reason (SOAP 1.1 §6.2). */
export const isSoapFault = ({ body, bodyText }: Facts): boolean =>
  body.kind === 'xml' && /<(?:[\w-]+:)?Fault[\s>]/.test(bodyText);

/** Fault codes of WS-Security 1.1 §12, and words of logins that are operations themselves. */
export const refusedBySoap =
  /FailedAuthentication|FailedCheck|InvalidSecurity(?:Token)?\b|SecurityTokenUnavailable|MessageExpired|security token|verifying security|(?:invalid|incorrect|wrong|bad)[ _](?:user ?name|login|password|credentials|session)|INVALID_(?:LOGIN|SESSION_ID)|not authenticated|authentication failed|unauthori[sz]ed|not logged in|session (?:has |is )?(?:expired|invalid|not (?:valid|authenticated|found))/i;
