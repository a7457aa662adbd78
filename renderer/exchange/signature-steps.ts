import type { Xray, XrayPart } from '../../shared/exchange/exchange.ts';
import { visible } from './segments.ts';

/** One step of how a signature came about: inputs stand together, everything else for itself. */
export interface SignatureStep {
  /** From 1. */
  readonly number: number;
  readonly kind: XrayPart['kind'];
  /** "String to sign". */
  readonly title: string;
  readonly parts: readonly XrayPart[];
}

const titles: Readonly<Record<XrayPart['kind'], string>> = {
  input: 'What goes in',
  canonical: 'Canonical request',
  'to-sign': 'String to sign',
  result: 'Signature',
};

export const signatureSteps = (xray: Xray): readonly SignatureStep[] => {
  const groups: XrayPart[][] = [];
  for (const part of xray.parts) {
    const last = groups.at(-1);
    if (part.kind === 'input' && last?.[0]?.kind === 'input') last.push(part);
    else groups.push([part]);
  }
  return groups.map((parts, at) => {
    const kind = parts[0]?.kind ?? 'input';
    return { number: at + 1, kind, title: titles[kind], parts };
  });
};

/** Whether the specification's own name says more than the step's title does. */
export const namesMore = (step: SignatureStep, part: XrayPart): boolean =>
  part.label.toLowerCase() !== step.title.toLowerCase();

/**
 * The lines of a text. `shown`: spaces as dots, tabs as arrows, and at each line's end the break that is signed with it;
 * control characters are always seen.
 */
export const linesOf = (text: string, whiteSpace: 'shown' | 'plain'): readonly string[] => {
  const lines = text.split('\n');
  if (whiteSpace === 'plain') return lines.map(visible);
  return lines.map(
    (line, at) =>
      `${visible(line.replace(/\t/g, '→').replace(/ /g, '·'))}${at < lines.length - 1 ? '↵' : ''}`,
  );
};
