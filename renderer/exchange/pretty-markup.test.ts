import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyMarkup } from './pretty-markup.ts';

test.each([
  [
    'a SOAP fault',
    '<?xml version="1.0"?><s:Envelope xmlns:s="e"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Not   authenticated</faultstring><detail/></s:Fault></s:Body></s:Envelope>',
    [
      '<?xml version="1.0"?>',
      '<s:Envelope xmlns:s="e">',
      '  <s:Body>',
      '    <s:Fault>',
      '      <faultcode>s:Client</faultcode>',
      '      <faultstring>Not   authenticated</faultstring>',
      '      <detail/>',
      '    </s:Fault>',
      '  </s:Body>',
      '</s:Envelope>',
    ],
  ],
  [
    'CDATA and comments',
    '<a><!-- c --><b><![CDATA[ 1 < 2 ]]></b></a>',
    ['<a>', '  <!-- c -->', '  <b><![CDATA[ 1 < 2 ]]></b>', '</a>'],
  ],
  ['entities stay as written', '<a><b>&lt;&#233;</b></a>', ['<a>', '  <b>&lt;&#233;</b>', '</a>']],
  ['text among elements', '<p>some <b>bold</b> words</p>', ['<p>some <b>bold</b> words</p>']],
  ['not well formed', '<a><b></a>', ['<a><b></a>']],
  ['no markup', 'Unauthorized', ['Unauthorized']],
])('XML: %s', async (_, text, lines) => {
  expect(await prettyMarkup(text, 'xml')).toBe(lines.join('\n'));
});

test.each([
  [
    'a page of a proxy',
    '<html><head><title>401</title></head><body><center><h1>401</h1></center><hr></body></html>',
    [
      '<html>',
      '  <head>',
      '    <title>401</title>',
      '  </head>',
      '  <body>',
      '    <center>',
      '      <h1>401</h1>',
      '    </center>',
      '    <hr>',
      '  </body>',
      '</html>',
    ],
  ],
  [
    'what is preformatted',
    '<div><pre>  a\n   b</pre></div>',
    ['<div>', '  <pre>  a', '   b</pre>', '</div>'],
  ],
  ['an open element', '<p>One<p>Two', ['<p>One', '<p>Two']],
])('HTML: %s', async (_, text, lines) => {
  expect(await prettyMarkup(text, 'html')).toBe(lines.join('\n'));
});

const piece = fc.constantFrom(
  '<a>',
  '</a>',
  '<a b="c">',
  '<br>',
  '<pre>',
  '</pre>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<',
  '>',
  '"',
  'text',
  ' ',
  '\n',
  '&amp;',
);

test.each(['xml', 'html'] as const)('%s: every text keeps its letters', async (language) => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('');
      const letters = (from: string) => from.replace(/[^a-z]/g, '');
      expect(letters(await prettyMarkup(text, language))).toBe(letters(text));
    }),
  );
});

test.each(['xml', 'html'] as const)(
  '%s: what is nested without an end does not end the window',
  async (language) => {
    const text = '<a>'.repeat(30_000);
    expect((await prettyMarkup(text, language)).replace(/\s/g, '')).toBe(text);
  },
);
