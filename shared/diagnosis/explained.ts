/** An explanation is read in a quarter of a minute. Words. */
export const MOST_WORDS = 60;

const wordsIn = (text: string): number => text.split(/\s+/).length;

/**
 * What a provider's table says of the case, and of what the rule teaches as many whole sentences as there is room for. A
 * lesson that is longer stands by itself.
 */
export const explained = (lesson: string | undefined, explanation: string): string => {
  if (lesson === undefined) return explanation;
  let told = lesson;
  let count = wordsIn(lesson);
  for (const sentence of explanation.split(/(?<=[.?])\s+(?=\p{Lu})/u)) {
    count += wordsIn(sentence);
    if (count > MOST_WORDS) break;
    told = `${told} ${sentence}`;
  }
  return told;
};
