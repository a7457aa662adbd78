import type { Bisected } from './bisection.ts';

/** What halving the differences came to, one sentence. */
export const outcomeWords = ({ outcome, differences }: Bisected): string => {
  const names = differences.map(({ name }) => name).join(', ');
  switch (outcome) {
    case 'one':
      return `It is this: ${names}. With it as in the request that works, and all else as it was, the request is accepted.`;
    case 'together':
      return `None of them alone: only together do they turn it: ${names}.`;
    case 'still-refused':
      return 'With all of it taken over the request is refused as well. Then the other one does not work here and now either, or what differs cannot be seen in it.';
    case 'unfinished':
      return 'It was stopped before it came to an end.';
    default:
      return outcome satisfies never;
  }
};
