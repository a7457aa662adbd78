/** Durations in words, for verdicts. Figures and units are joined by no-break spaces, so that they do not part at a line's end. */

const NO_BREAK = '\u00a0';

const units = [
  { name: 'd', seconds: 86_400 },
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

const YEAR = 31_557_600;

/** "4 min 12 s", "2 h 13 min", "3 d 4 h": the two largest units that matter. Seconds in; the sign is ignored. */
export const durationInWords = (seconds: number): string => {
  const total = Math.abs(seconds);
  if (total === 0) return `0${NO_BREAK}s`;
  if (total < 1) return `${Number(total.toFixed(1))}${NO_BREAK}s`;
  if (total >= 2 * YEAR) return `${Math.floor(total / YEAR).toLocaleString('en-US')}${NO_BREAK}years`;
  const whole = Math.round(total);
  const first = units.findIndex((unit) => whole >= unit.seconds);
  const major = units[first];
  if (major === undefined) return `0${NO_BREAK}s`;
  const minor = units[first + 1];
  const count = Math.floor(whole / major.seconds);
  const rest = minor === undefined ? 0 : Math.floor((whole % major.seconds) / minor.seconds);
  const head = `${count}${NO_BREAK}${major.name}`;
  return minor === undefined || rest === 0 ? head : `${head}${NO_BREAK}${rest}${NO_BREAK}${minor.name}`;
};

/** "12:00:03" where both instants lie on one UTC day, else with the date. Epoch seconds. */
export const instantInWords = (seconds: number, beside?: number): string => {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const iso = date.toISOString();
  const day = iso.slice(0, iso.indexOf('T'));
  const time = iso.slice(iso.indexOf('T') + 1, iso.indexOf('T') + 9);
  const besideDate = beside === undefined ? undefined : new Date(beside * 1000);
  const sameDay =
    besideDate !== undefined &&
    !Number.isNaN(besideDate.getTime()) &&
    besideDate.toISOString().startsWith(`${day}T`);
  return sameDay ? time : `${day}${NO_BREAK}${time}`;
};
