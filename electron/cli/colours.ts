import { styleText } from 'node:util';
import type { Shell } from './command.ts';

type Style = Parameters<typeof styleText>[0];

export type Paint = (style: Style, text: string) => string;

/** Colours only on a terminal, and not where NO_COLOR is set (no-color.org). */
export const paintFor = ({ stdout, stderr, env }: Shell, on: 'stdout' | 'stderr' = 'stdout'): Paint => {
  const stream = on === 'stdout' ? stdout : stderr;
  const coloured = stream.isTTY === true && (env['NO_COLOR'] ?? '') === '';
  return (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text);
};
