const LENGTH = 64;

/**
 * Letters and digits for made-up names and values, from an id that is random already: the same each time, so that what
 * was shown is what is sent.
 */
export const madeFrom = (id: string): string => {
  const own = `why401${id.replace(/[^A-Za-z0-9]/g, '')}`;
  return own.repeat(Math.ceil(LENGTH / own.length)).slice(own.length > 12 ? 6 : 0, LENGTH + 6);
};
