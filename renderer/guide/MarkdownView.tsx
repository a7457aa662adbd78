import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, useMemo, type ReactNode } from 'react';
import styles from './MarkdownView.module.css';
import { slugOf } from './guide-links.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';

interface MarkdownViewProps {
  readonly text: string;
  readonly link: (address: string, words: ReactNode) => ReactNode;
  readonly picture: (address: string, words: string) => ReactNode;
}

type Draw = (tokens: readonly Token[]) => ReactNode;

/** HTML in our pages is `<kbd>` and nothing else: a key is what stands between its tags. */
const withKeys = (tokens: readonly Token[]): readonly Token[] => {
  const out: Token[] = [];
  let key: string | undefined;
  for (const token of tokens) {
    if (token.type === 'html' && token.raw === '<kbd>') key = '';
    else if (token.type === 'html' && token.raw === '</kbd>' && key !== undefined) {
      out.push({ type: 'kbd', raw: key, text: key });
      key = undefined;
    } else if (key === undefined) out.push(token);
    else key += token.raw;
  }
  return out;
};

/** marked escapes the text of its tokens for HTML; React does that by itself. */
const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const tableOf = ({ header, rows }: Tokens.Table, draw: Draw): ReactNode => (
  <div className={styles['table']} role="group" aria-label="Table">
    <table>
      <thead>
        <tr>
          {header.map((cell, at) => (
            <th key={at} scope="col">
              {draw(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{draw(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const listOf = ({ ordered, items }: Tokens.List, draw: Draw): ReactNode => {
  const drawn = items.map((item, at) => <li key={at}>{draw(item.tokens)}</li>);
  return ordered ? <ol>{drawn}</ol> : <ul>{drawn}</ul>;
};

const headingOf = ({ depth, text, tokens }: Tokens.Heading, draw: Draw): ReactNode => {
  const Heading = depth <= 1 ? 'h3' : depth === 2 ? 'h4' : 'h5';
  return (
    <Heading data-heading={slugOf(text)} tabIndex={-1}>
      {draw(tokens)}
    </Heading>
  );
};

const drawToken = (
  token: Tokens.Generic,
  draw: Draw,
  { link, picture }: Pick<MarkdownViewProps, 'link' | 'picture'>,
): ReactNode => {
  switch (token.type) {
    case 'heading':
      return headingOf(token as Tokens.Heading, draw);
    case 'list':
      return listOf(token as Tokens.List, draw);
    case 'table':
      return tableOf(token as Tokens.Table, draw);
    case 'paragraph':
      return <p>{draw(token.tokens ?? [])}</p>;
    case 'code':
      return (
        <ScrollRegion as="pre" label="Example">
          {(token as Tokens.Code).text}
        </ScrollRegion>
      );
    case 'codespan':
      return <code>{plain((token as Tokens.Codespan).text)}</code>;
    case 'kbd':
      return <kbd>{plain(token.raw)}</kbd>;
    case 'strong':
      return <b>{draw(token.tokens ?? [])}</b>;
    case 'em':
      return <em>{draw(token.tokens ?? [])}</em>;
    case 'link':
      return link((token as Tokens.Link).href, draw(token.tokens ?? []));
    case 'image':
      return picture((token as Tokens.Image).href, plain((token as Tokens.Image).text));
    case 'space':
      return null;
    default:
      return token.tokens === undefined ? plain((token as Tokens.Text).text) : draw(token.tokens);
  }
};

/** A page of our own in Markdown. Nothing of it is ever taken for HTML. */
export const MarkdownView = ({ text, ...own }: MarkdownViewProps) => {
  const tokens = useMemo(() => lexer(text), [text]);
  const draw: Draw = (some) =>
    withKeys(some).map((token, at) => <Fragment key={at}>{drawToken(token, draw, own)}</Fragment>);
  return <div className={styles['page']}>{draw(tokens)}</div>;
};
