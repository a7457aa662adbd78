/** Languages of markup that are laid out in lines. */
export type Markup = 'xml' | 'html';

/** More markup than this is shown as it came, in UTF-16 code units: laying it out would hold up the window. */
export const largestMarkup = 131_072;

const formatted = async (text: string, language: Markup): Promise<string> => {
  switch (language) {
    case 'xml': {
      const { default: format } = await import('xml-formatter');
      return format(text, { collapseContent: true, indentation: '  ', lineSeparator: '\n' });
    }
    case 'html': {
      const { html } = (await import('js-beautify')).default;
      return html(text, { indent_size: 2, indent_inner_html: true, extra_liners: [], wrap_line_length: 0 });
    }
    default:
      return language satisfies never;
  }
};

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

/**
 * Lays markup out in lines, and adds and takes nothing but white space: what a formatter would mend, or cannot read, comes
 * back as it is. The formatters are loaded when the first one is needed.
 */
export const prettyMarkup = async (text: string, language: Markup): Promise<string> => {
  try {
    const pretty = await formatted(text, language);
    return withoutSpaces(pretty) === withoutSpaces(text) ? pretty : text;
  } catch {
    return text;
  }
};
