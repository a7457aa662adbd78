import { parseSync, Visitor } from 'vite';

/**
 * The tables of providers show for each sign an answer on which it speaks, which tests replay. The app never reads them,
 * and they are two fifths of the tables: what is built does without.
 */
export const withoutKnownAnswers = {
  name: 'without-known-answers',
  enforce: /** @type {const} */ ('pre'),
  /** @type {(code: string, id: string) => { code: string, map: null } | undefined} */
  transform: (code, id) =>
    /\/shared\/diagnosis\/providers\/[\w-]+\.ts$/.test(id) && code.includes('seen:')
      ? { code: withoutSeen(code), map: null }
      : undefined,
};

/**
 * A module without the members named `seen` of its objects.
 * @param {string} code
 */
export const withoutSeen = (code) => {
  /** @type {{ start: number, end: number }[]} */
  const members = [];
  new Visitor({
    Property({ key, start, end }) {
      if (key.type === 'Identifier' && key.name === 'seen') members.push({ start, end });
    },
  }).visit(parseSync('module.ts', code).program);
  return members
    .toReversed()
    .reduce((so, { start, end }) => so.slice(0, start) + so.slice(end).replace(/^\s*,/, ''), code);
};
