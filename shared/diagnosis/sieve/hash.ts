/** Of three characters by their codes; its lower bits tell the slot of a table. */
export const hashOfThree = (a: number, b: number, c: number): number => a + 37 * b + 1_369 * c;
