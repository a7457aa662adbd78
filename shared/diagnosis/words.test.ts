import { expect, test } from 'vitest';
import { oddsFigure, oddsWord } from './words.ts';

test.each([
  [1, 'almost certain', '99\u00a0%'],
  [0.95, 'almost certain', '95\u00a0%'],
  [0.949, 'almost certain', '95\u00a0%'],
  [0.94, 'very likely', '94\u00a0%'],
  [0.8, 'very likely', '80\u00a0%'],
  [0.79, 'likely', '79\u00a0%'],
  [0.55, 'likely', '55\u00a0%'],
  [0.54, 'possible', '54\u00a0%'],
  [0.3, 'possible', '30\u00a0%'],
  [0.29, 'unlikely', '29\u00a0%'],
  [0, 'unlikely', '1\u00a0%'],
])('%d is %s', (confidence, word, figure) => {
  expect(oddsWord(confidence)).toBe(word);
  expect(oddsFigure(confidence)).toBe(figure);
});
