/** One line of a table in which names and values are typed. */
export interface KeyValue {
  readonly name: string;
  readonly value: string;
  readonly on: boolean;
}

export const emptyRow: KeyValue = { name: '', value: '', on: true };

/** Typing into the row after the last adds one, made from `blank`. What else a row holds stays with it. */
export const rowEdited = <Row extends KeyValue>(
  rows: readonly Row[],
  index: number,
  change: Partial<KeyValue>,
  blank: Row,
): readonly Row[] =>
  index >= rows.length
    ? [...rows, { ...blank, ...change }]
    : rows.map((row, at) => (at === index ? { ...row, ...change } : row));

export const rowRemoved = <Row>(rows: readonly Row[], index: number): readonly Row[] =>
  rows.filter((_, at) => at !== index);

/** Puts pasted rows in the place of an empty row, or after one that holds something. */
export const rowsPasted = <Row extends KeyValue>(
  rows: readonly Row[],
  index: number,
  pasted: readonly KeyValue[],
  blank: Row,
): readonly Row[] => {
  const row = rows[index];
  const isEmpty = row === undefined || (row.name === '' && row.value === '');
  const added = pasted.map((one) => ({ ...blank, ...one }));
  return [...rows.slice(0, isEmpty ? index : index + 1), ...added, ...rows.slice(index + 1)];
};

const line = /^\s*([^\s:=&][^:]*?)\s*:\s?(.*)$/;

/** Lines of "Name: value", as copied from devtools or a terminal; `undefined` unless there are two or more. */
export const readHeaderLines = (text: string): readonly KeyValue[] | undefined => {
  const lines = text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '');
  if (lines.length < 2) return undefined;
  const rows = lines.flatMap((candidate) => {
    const match = line.exec(candidate);
    return match === null ? [] : [{ name: match[1] ?? '', value: match[2] ?? '', on: true }];
  });
  return rows.length === lines.length ? rows : undefined;
};

/** "a=1&b=2", with or without its question mark; `undefined` for a single name or value. Nothing is decoded. */
export const readQuery = (text: string): readonly KeyValue[] | undefined => {
  const query = text.trim().replace(/^\?/, '');
  if (!/^[^\s&=]+=[^\s&]*(?:&[^\s&]*)+$/.test(query)) return undefined;
  return query.split('&').map((piece) => {
    const equals = piece.indexOf('=');
    return equals < 0
      ? { name: piece, value: '', on: true }
      : { name: piece.slice(0, equals), value: piece.slice(equals + 1), on: true };
  });
};
