import { pageScript } from './graphiqlScript.ts';

const style = `
  :root { color-scheme: light dark; --line: #8884; --accent: #b0307a; font: 14px/1.45 system-ui, sans-serif; }
  * { box-sizing: border-box; }
  body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr; }
  header { display: flex; gap: .75rem; align-items: center; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
  header strong { margin-right: auto; }
  button, select { font: inherit; padding: .25rem .9rem; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
  #run { background: var(--accent); border-color: var(--accent); color: #fff; }
  main { display: grid; grid-template-columns: 1fr 1fr minmax(14rem, .6fr); min-height: 0; }
  section { display: grid; min-height: 0; min-width: 0; border-right: 1px solid var(--line); }
  #ask { grid-template-rows: 1fr auto 7rem auto 5rem; }
  label { padding: .25rem .75rem; border-top: 1px solid var(--line); opacity: .75; }
  textarea, pre { font: 13px/1.5 ui-monospace, monospace; border: 0; margin: 0; padding: .75rem; resize: none; outline-offset: -2px;
    background: transparent; color: inherit; overflow: auto; white-space: pre; }
  #docs { overflow: auto; padding: .75rem; display: block; }
  #docs summary { cursor: pointer; font-weight: 600; }
  #docs li { list-style: none; font: 12px/1.6 ui-monospace, monospace; } #docs ul { margin: .2rem 0 .6rem; padding-left: 1rem; }
  #docs p { margin: .1rem 0; opacity: .7; font-size: 12px; }
`;

const example = `# Ctrl+Enter runs the operation the cursor is in.
{
  __typename
}
`;

/** The page, whole: markup, style and script in one document. */
export const pageMarkup = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphQL</title>
<style>${style}</style>
<body>
<header>
  <strong>GraphQL</strong>
  <span id="state" role="status"></span>
  <button id="format" type="button">Format</button>
  <button id="run" type="button">Run</button>
</header>
<main>
  <section id="ask">
    <textarea id="query" aria-label="Operation" spellcheck="false">${example}</textarea>
    <label for="variables">Variables (JSON)</label>
    <textarea id="variables" spellcheck="false"></textarea>
    <label for="headers">Headers (JSON), e.g. {"authorization": "Bearer ..."}</label>
    <textarea id="headers" spellcheck="false"></textarea>
  </section>
  <section><pre id="answer" aria-label="Answer" tabindex="0"></pre></section>
  <section id="docs" aria-label="Schema"></section>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
