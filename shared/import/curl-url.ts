/**
 * curl's URL globbing (curl(1), "URL"): `{one,two}` and `[1-3]` make several addresses, of which the first is taken;
 * a backslash before one of `[]{}` keeps it. `{{name}}` is a variable of this program and stays.
 */
export const firstOfGlob = (url: string, notes: string[]): string => {
  let several = false;
  const first = url.replace(
    /\\([[\]{}])|(\{\{[^{}]*\}\})|\{([^{}]*)\}|\[([0-9]+|[a-z]|[A-Z])-(?:[0-9]+|[a-zA-Z])(?::[0-9]+)?\]/g,
    (whole: string, escaped?: string, variable?: string, list?: string, start?: string) => {
      if (escaped !== undefined) return escaped;
      if (variable !== undefined) return variable;
      several ||= start !== undefined || (list?.includes(',') ?? false);
      return start ?? list?.split(',')[0] ?? whole;
    },
  );
  if (several) notes.push('The address stands for several ({…} or […]): only the first is taken.');
  return first;
};
