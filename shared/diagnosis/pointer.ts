import type { Place } from './diagnosis.ts';

/**
 * A place as a person finds it: "Request › Authorization › token › exp", "Response › Date". Exchanges are counted as
 * hops where there is more than one; `count` is how many the attempt has.
 */
export const pointer = (place: Place, count = 1): string =>
  [...(count > 1 ? [`Hop ${place.exchange + 1}`] : []), ...stepsOf(place)].join(' › ');

const stepsOf = (place: Place): readonly string[] => {
  switch (place.in) {
    case 'url':
      return ['Request', 'URL'];
    case 'field':
      return [
        place.side === 'request' ? 'Request' : 'Response',
        place.nth === undefined ? place.name : `${place.name} (${place.nth + 1})`,
        ...(place.claim === undefined ? [] : ['token', place.claim]),
        ...(place.absent === true ? ['not sent'] : []),
      ];
    case 'status':
      return ['Response', 'status'];
    case 'body':
      return [place.side === 'request' ? 'Request' : 'Response', 'body'];
    case 'connection':
      return ['Connection'];
    case 'timing':
      return ['Timing'];
    case 'experiment':
      return ['Experiment', place.name];
    default:
      return place satisfies never;
  }
};
