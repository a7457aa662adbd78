import { placeholderNames, substitute } from './variables.ts';

/** Whether a text is JSON once its variables have values: `{"n": {{count}}}` is, with or without quotes around it. */
export const isJsonWithVariables = (text: string): boolean => {
  try {
    JSON.parse(substitute(text, new Map(placeholderNames(text).map((name) => [name, '0']))).value);
    return true;
  } catch {
    return false;
  }
};
