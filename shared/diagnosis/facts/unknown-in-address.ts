import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** What services give a part of their address to. */
const room =
  '(?:work)?space|(?:sub)?site|tenant|realm|organi[sz]ation|account|project|instance|shop|store|team|company|sub-?domain|environment|database|stage|customer';

const unknown = new RegExp(
  `\\b(?:unknown|no such|unrecogni[sz]ed|(?:can ?not|could not|couldn['\u2019]t|unable to) find(?: the| an?)?) (?:${room})(?: named| called| with (?:the )?(?:name|id))?:? ['"\`\u201c]?([\\w.-]{2,60})|\\b(?:${room}) ['"\`\u201c]?([\\w.-]{2,60})['"\`\u201d]? (?:is |was |could |does |has )?(?:unknown|not (?:be )?(?:found|known|exist|registered|recogni[sz]ed)|not exist)`,
  'i',
);

export interface UnknownInAddress {
  readonly name: string;
  readonly said: Said;
}

/** The answer does not know a room of the service by the very name that the host or the path gives it. */
export const unknownInAddress = (facts: Facts): UnknownInAddress | undefined => {
  const said = saidOf(facts, unknown);
  const name = (said?.match[1] ?? said?.match[2] ?? '').replace(/[.]+$/, '').toLowerCase();
  if (said === undefined || name === '' || facts.url === undefined) return undefined;
  const parts = [...facts.url.hostname.split('.').slice(0, -2), ...facts.url.pathname.split('/')];
  return parts.some((part) => part.toLowerCase() === name) || facts.url.hostname === name
    ? { name, said }
    : undefined;
};
